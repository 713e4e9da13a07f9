from django.apps import AppConfig


class BenchConfig(AppConfig):
    name = "aict.bench"
    verbose_name = "Mesures"
