from django.apps import AppConfig


class DossiersConfig(AppConfig):
    name = "practices.dossiers"
    label = "dossiers"
    verbose_name = "Dossiers"

    def ready(self):
        from aict.people.holdings import register
        from practices.dossiers.holdings import DOSSIERS

        register(DOSSIERS)
