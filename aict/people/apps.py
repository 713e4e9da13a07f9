from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "aict.people"
    verbose_name = "Personnes"
