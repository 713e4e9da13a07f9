from django.apps import AppConfig


class ResultsConfig(AppConfig):
    name = "surveys.results"
    verbose_name = "Résultats d’enquête"
