from django.apps import AppConfig


class AlertsConfig(AppConfig):
    name = "aict.alerts"
    verbose_name = "Alertes"
