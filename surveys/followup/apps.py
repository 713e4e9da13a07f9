from django.apps import AppConfig


class FollowupConfig(AppConfig):
    name = "surveys.followup"
    verbose_name = "Suites données aux enquêtes"

    def ready(self):
        from surveys import steps
        from surveys.followup.standing import STEP

        steps.register(STEP)
