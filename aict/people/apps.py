from allauth.socialaccount.providers import registry
from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "aict.people"
    verbose_name = "Personnes"

    def ready(self):
        from aict.people.proconnect import Provider

        registry.register(Provider)
