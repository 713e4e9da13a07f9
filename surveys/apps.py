from django.apps import AppConfig


class SurveysConfig(AppConfig):
    name = "surveys"
    verbose_name = "Enquêtes"

    def ready(self):
        from surveys import steps
        from surveys.editing.step import QUESTIONNAIRE

        steps.register(QUESTIONNAIRE)
