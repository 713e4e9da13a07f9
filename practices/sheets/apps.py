from django.apps import AppConfig


class SheetsConfig(AppConfig):
    name = "practices.sheets"
    verbose_name = "Fiches-repères"
