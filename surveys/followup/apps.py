from django.apps import AppConfig


class FollowupConfig(AppConfig):
    name = "surveys.followup"
    verbose_name = "Suites données aux enquêtes"
