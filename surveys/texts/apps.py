from django.apps import AppConfig


class TextsConfig(AppConfig):
    name = "surveys.texts"
    verbose_name = "Réponses libres"

    def ready(self):
        from surveys import duties, steps
        from surveys.texts.standing import STEP, read_again, sort

        steps.register(STEP)
        duties.register("closed", 20, sort)
        duties.register("closed", 30, read_again)
