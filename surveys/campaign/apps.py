from django.apps import AppConfig


class CampaignConfig(AppConfig):
    name = "surveys.campaign"
    verbose_name = "Campagnes d’enquête"

    def ready(self):
        from aict.people import holdings
        from surveys import duties, gate, mixing, steps
        from surveys.answering import hooks
        from surveys.campaign.holdings import INVITATIONS
        from surveys.campaign.standing import STEP, invite, remind, send
        from surveys.campaign.starting import note_erased, note_sent
        from surveys.campaign.telling import mix_soon

        mixing.also("campaign_invitation")
        gate.also("close", mix_soon)
        steps.register(STEP)
        duties.register("draft", 30, invite)
        duties.register("open", 20, send)
        duties.register("open", 30, remind)
        hooks.on_sent(note_sent)
        hooks.on_erased(note_erased)
        holdings.register(INVITATIONS)
