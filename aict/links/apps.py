from django.apps import AppConfig


class LinksConfig(AppConfig):
    name = "aict.links"
    verbose_name = "Liens"
