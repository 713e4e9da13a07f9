from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "aict.search"
    verbose_name = "Recherche"
