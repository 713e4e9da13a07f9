from django.apps import AppConfig


class ImportsConfig(AppConfig):
    name = "aict.imports"
    verbose_name = "Imports"
