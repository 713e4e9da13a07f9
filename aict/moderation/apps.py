from django.apps import AppConfig


class ModerationConfig(AppConfig):
    name = "aict.moderation"
    verbose_name = "Modération"
