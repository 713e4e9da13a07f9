from django.apps import AppConfig


class ResultsConfig(AppConfig):
    name = "surveys.results"
    verbose_name = "Résultats d’enquête"

    def ready(self):
        from surveys import gate
        from surveys.results import releasing

        gate.also("publish", releasing.publish_newest)
        gate.also("withdraw", releasing.withdraw)
