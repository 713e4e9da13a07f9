from django.apps import AppConfig


class TaxonomiesConfig(AppConfig):
    name = "aict.taxonomies"
    verbose_name = "Référentiels"
