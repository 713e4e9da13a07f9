from django.apps import AppConfig


class PagesConfig(AppConfig):
    name = "aict.pages"
    verbose_name = "Pages"
