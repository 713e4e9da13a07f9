from django.apps import AppConfig


class PracticesConfig(AppConfig):
    name = "practices"
    verbose_name = "Pratiques"

    def ready(self):
        from aict.imports import kinds as imports
        from aict.listing import registry
        from aict.moderation.kinds import register
        from practices.imports import running, sending
        from practices.kind import PRACTICE
        from practices.section import SECTION

        register(PRACTICE)
        registry.register(SECTION)
        imports.register(imports.ImportKind(sending.KIND, "practices:import", running.carry_out))
