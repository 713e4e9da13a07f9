from django.apps import AppConfig


class TerritoriesConfig(AppConfig):
    name = "aict.territories"
    verbose_name = "Territoires"
