from django.apps import AppConfig


class DynamicConfig(AppConfig):
    name = "aict.dynamic"
    verbose_name = "Dynamique thématique"
