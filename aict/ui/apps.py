from django.apps import AppConfig


class UiConfig(AppConfig):
    name = "aict.ui"
    verbose_name = "Composants"
