from django.apps import AppConfig


class FollowupConfig(AppConfig):
    name = "surveys.followup"
    verbose_name = "Suites données aux enquêtes"

    def ready(self):
        from surveys import steps
        from surveys.followup.standing import STEP, of_survey
        from surveys.results import beside

        steps.register(STEP)
        beside.AFTER.append(of_survey)
