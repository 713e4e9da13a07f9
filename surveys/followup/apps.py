from django.apps import AppConfig


class FollowupConfig(AppConfig):
    name = "surveys.followup"
    verbose_name = "Suites données aux enquêtes"

    def ready(self):
        from surveys import duties, steps
        from surveys.followup.standing import STEP, of_survey, tell
        from surveys.results import beside

        steps.register(STEP)
        duties.register("published", 50, tell)
        beside.AFTER.append(of_survey)
