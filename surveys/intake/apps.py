from django.apps import AppConfig


class IntakeConfig(AppConfig):
    name = "surveys.intake"
    verbose_name = "Réponses importées"

    def ready(self):
        from aict.imports import kinds
        from surveys import steps
        from surveys.intake import running
        from surveys.intake.telling import EXPORT, IMPORT

        kinds.register(kinds.ImportKind(running.KIND, "intake:run", running.carry_out))
        steps.register(IMPORT)
        steps.register(EXPORT)
