from django.apps import AppConfig


class ListingConfig(AppConfig):
    name = "aict.listing"
    verbose_name = "Listes"
