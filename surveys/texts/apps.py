from django.apps import AppConfig


class TextsConfig(AppConfig):
    name = "surveys.texts"
    verbose_name = "Réponses libres"

    def ready(self):
        from surveys import steps
        from surveys.texts.standing import STEP

        steps.register(STEP)
