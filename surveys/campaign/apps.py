from django.apps import AppConfig


class CampaignConfig(AppConfig):
    name = "surveys.campaign"
    verbose_name = "Campagnes d’enquête"

    def ready(self):
        from surveys import gate, mixing
        from surveys.campaign.telling import mix_soon

        mixing.also("campaign_invitation")
        gate.also("close", mix_soon)
