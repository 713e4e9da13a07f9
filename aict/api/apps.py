from django.apps import AppConfig


class ApiConfig(AppConfig):
    name = "aict.api"
    verbose_name = "Données ouvertes"
