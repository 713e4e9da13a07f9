from django.apps import AppConfig


class CampaignConfig(AppConfig):
    name = "surveys.campaign"
    verbose_name = "Campagnes d’enquête"
