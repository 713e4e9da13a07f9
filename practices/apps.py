from django.apps import AppConfig


class PracticesConfig(AppConfig):
    name = "practices"
    verbose_name = "Pratiques"

    def ready(self):
        from aict.moderation.kinds import register
        from practices.kind import PRACTICE

        register(PRACTICE)
