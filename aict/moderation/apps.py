from django.apps import AppConfig


class ModerationConfig(AppConfig):
    name = "aict.moderation"
    verbose_name = "Modération"

    def ready(self):
        from aict.moderation.holdings import CONTRIBUTIONS
        from aict.people import holdings

        holdings.register(CONTRIBUTIONS)
