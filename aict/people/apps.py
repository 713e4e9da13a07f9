from allauth.socialaccount.providers import registry
from django.apps import AppConfig
from django.conf import settings


class PeopleConfig(AppConfig):
    name = "aict.people"
    verbose_name = "Personnes"

    def ready(self):
        """A site without ProConnect does not load what speaks to it (10 MB)."""
        if settings.SOCIALACCOUNT_PROVIDERS:
            from aict.people.proconnect import Provider

            registry.register(Provider)
