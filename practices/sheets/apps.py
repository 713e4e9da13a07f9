from django.apps import AppConfig


class SheetsConfig(AppConfig):
    name = "practices.sheets"
    verbose_name = "Fiches-repères"

    def ready(self):
        from aict.links import places
        from aict.listing import registry
        from aict.moderation.kinds import register
        from practices.sheets.kind import SHEET
        from practices.sheets.outside import places as links
        from practices.sheets.section import SECTION

        register(SHEET)
        registry.register(SECTION)
        places.register(SHEET.slug, links)
