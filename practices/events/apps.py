from django.apps import AppConfig


class EventsConfig(AppConfig):
    name = "practices.events"
    verbose_name = "Agenda"

    def ready(self):
        from aict.links import places
        from aict.listing import registry
        from aict.moderation.kinds import register
        from aict.people import holdings
        from practices.events import outside
        from practices.events.kind import EVENT
        from practices.events.registering.holdings import REGISTRATIONS
        from practices.events.section import SECTION

        register(EVENT)
        registry.register(SECTION)
        holdings.register(REGISTRATIONS)
        places.register(EVENT.slug, outside.places)
