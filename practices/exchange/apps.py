from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    name = "practices.exchange"
    verbose_name = "Échanges"

    def ready(self):
        from aict.people import holdings
        from practices.exchange.holdings import EXCHANGES

        holdings.register(EXCHANGES)
