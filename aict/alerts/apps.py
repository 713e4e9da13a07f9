from django.apps import AppConfig


class AlertsConfig(AppConfig):
    name = "aict.alerts"
    verbose_name = "Alertes"

    def ready(self):
        from aict.alerts.holdings import ALERTS, BOOKMARKS
        from aict.alerts.telling import tell_changed
        from aict.moderation import changed
        from aict.people import holdings

        holdings.register(ALERTS)
        holdings.register(BOOKMARKS)
        changed.on_substantial_change(tell_changed)
