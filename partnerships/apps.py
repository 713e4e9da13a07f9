from django.apps import AppConfig


class PartnershipsConfig(AppConfig):
    name = "partnerships"
    verbose_name = "Partenariats"

    def ready(self):
        from aict.imports import kinds as imports
        from aict.links import places
        from aict.listing import registry
        from aict.moderation.kinds import register
        from aict.people import holdings
        from partnerships.funding.holdings import FOLLOWINGS
        from partnerships.imports import running
        from partnerships.introductions.holdings import INTRODUCTIONS
        from partnerships.kinds.actor import ACTOR
        from partnerships.kinds.funding import FUNDING
        from partnerships.kinds.partnership import PARTNERSHIP
        from partnerships.outside import FIELDS, places_of
        from partnerships.sections import SECTIONS

        for kind in (PARTNERSHIP, ACTOR, FUNDING):
            register(kind)
        for section in SECTIONS:
            registry.register(section)
        holdings.register(FOLLOWINGS)
        for model in FIELDS:
            places.register(model.KIND, places_of(model))
        imports.register(imports.ImportKind(running.KIND, "partnerships:import", running.carry_out))
        holdings.register(INTRODUCTIONS)
