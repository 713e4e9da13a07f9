from django.apps import AppConfig


class LessonsConfig(AppConfig):
    name = "practices.lessons"
    verbose_name = "Retours d’expérience"

    def ready(self):
        from aict.listing import registry
        from aict.people import holdings
        from practices.lessons.holdings import STATEMENTS
        from practices.lessons.section import SECTION

        registry.register(SECTION)
        holdings.register(STATEMENTS)
