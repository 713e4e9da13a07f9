from django.apps import AppConfig


class DossiersConfig(AppConfig):
    name = "practices.dossiers"
    verbose_name = "Dossiers"
