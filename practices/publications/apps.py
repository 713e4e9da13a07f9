from django.apps import AppConfig


class PublicationsConfig(AppConfig):
    name = "practices.publications"
    verbose_name = "Publications"

    def ready(self):
        from aict.links import places
        from aict.listing import registry
        from aict.moderation.kinds import register
        from practices.publications import outside
        from practices.publications.kind import PUBLICATION
        from practices.publications.section import SECTION

        register(PUBLICATION)
        registry.register(SECTION)
        places.register(PUBLICATION.slug, outside.places)
