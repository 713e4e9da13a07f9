from django.apps import AppConfig


class EventsConfig(AppConfig):
    name = "practices.events"
    verbose_name = "Agenda"
