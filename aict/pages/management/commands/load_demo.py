from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from aict.alerts import demo as alerts
from aict.people.demo import create_demo_accounts
from aict.people.models import User
from partnerships.actors import demo as actors
from partnerships.demo import loading as partnerships
from partnerships.funding import loading as funding
from partnerships.introductions import demo as introductions
from practices.demo import loading as practices
from practices.dossiers import demo as dossiers
from practices.events import loading as events
from practices.exchange import demo as exchange
from practices.lessons import demo as lessons
from practices.publications import loading as publications
from practices.sheets import loading as sheets
from surveys.campaign import demo as campaign
from surveys.demo import loading as surveys
from surveys.followup import demo as results
from surveys.results import demo as polls

# In this order: what others name comes first.
SETS = {
    "acteurs": actors.load,
    "partenariats": partnerships.load,
    "financements": funding.load,
    "pratiques": practices.load,
    "fiches-repères": sheets.load,
    "mises en relation": introductions.load,
    "événements": events.load,
    "publications": publications.load,
    "dossiers": dossiers.load,
    "questions et reprises": exchange.load,
    "retours d’expérience": lessons.load,
    "enquêtes": surveys.load,
    "invitations aux enquêtes": campaign.load,
    "résultats d’enquête": results.load,
    "sondages antérieurs": polls.load,
    "alertes et pages gardées": alerts.load,
}


class Command(BaseCommand):
    help = "Charge le jeu de démonstration (fictif). Sans effet sur ce qui est déjà là."

    def add_arguments(self, parser):
        parser.add_argument("--only", choices=SETS, help="ne charger que ce jeu")

    def handle(self, *args, only=None, **options):
        if not settings.DEMO:
            raise CommandError("DEMO n’est pas activé : rien n’est chargé.")
        create_demo_accounts()
        author = User.objects.get(email="agent@demo.aict-eco.example")
        coordinator = User.objects.get(email="coordination@demo.aict-eco.example")
        for words, load in SETS.items():
            if only and words != only:
                continue
            count = 0
            for count, _key in enumerate(load(author, coordinator), start=1):
                if count % 10 == 0:
                    self.stdout.write(f"  {count} {words} de démonstration …")
            self.stdout.write(f"Démonstration : {count} {words} en plus.")
