from django.apps import AppConfig


class TextsConfig(AppConfig):
    name = "surveys.texts"
    verbose_name = "Réponses libres"
