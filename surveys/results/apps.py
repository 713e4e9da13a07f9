from django.apps import AppConfig


class ResultsConfig(AppConfig):
    name = "surveys.results"
    verbose_name = "Résultats d’enquête"

    def ready(self):
        from surveys import duties, gate, steps
        from surveys.results import analysis, beside, desk, releasing, words

        gate.also("publish", releasing.publish_newest)
        steps.register(analysis.STEP)
        steps.register(desk.STEP)
        duties.register("closed", 10, desk.too_few)
        duties.register("closed", 40, desk.publish)
        steps.ASKED_AT["publish"] = "results:publish"
        beside.QUOTES.append(words.quotes)
        beside.THEMES.append(words.themes)
