from django.apps import AppConfig


class PracticesConfig(AppConfig):
    name = "practices"
    verbose_name = "Pratiques"

    def ready(self):
        from aict.imports import kinds as imports
        from aict.moderation.kinds import register
        from practices.imports import running, sending
        from practices.kind import PRACTICE

        register(PRACTICE)
        imports.register(imports.ImportKind(sending.KIND, "practices:import", running.carry_out))
