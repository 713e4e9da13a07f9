from django.apps import AppConfig


class PartnershipsConfig(AppConfig):
    name = "partnerships"
    verbose_name = "Partenariats"

    def ready(self):
        from aict.moderation.kinds import register
        from partnerships.kinds.partnership import PARTNERSHIP

        register(PARTNERSHIP)
