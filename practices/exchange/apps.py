from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    name = "practices.exchange"
    verbose_name = "Échanges"
