from django.apps import AppConfig


class IntakeConfig(AppConfig):
    name = "surveys.intake"
    verbose_name = "Réponses importées"
