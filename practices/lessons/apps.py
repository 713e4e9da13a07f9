from django.apps import AppConfig


class LessonsConfig(AppConfig):
    name = "practices.lessons"
    verbose_name = "Retours d’expérience"
