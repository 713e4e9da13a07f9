from django.apps import AppConfig


class PartnershipsConfig(AppConfig):
    name = "partnerships"
    verbose_name = "Partenariats"

    def ready(self):
        from aict.links import places
        from aict.moderation.kinds import register
        from partnerships.actors import links
        from partnerships.kinds.actor import ACTOR
        from partnerships.kinds.partnership import PARTNERSHIP

        register(PARTNERSHIP)
        register(ACTOR)
        places.register("actor", links.places)
