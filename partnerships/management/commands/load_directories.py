"""Puts the first directories on line, « à vérifier ». Run it again after each release."""

from django.core.management.base import BaseCommand

from partnerships.actors import reference
from partnerships.funding import loading


class Command(BaseCommand):
    help = "Met en ligne les premiers annuaires, à vérifier ; ce qui a été modifié ou vérifié reste tel quel."

    def handle(self, *args, **options):
        self.stdout.write(f"Annuaire : {reference.load()} acteurs ajoutés ou mis à jour.")
        self.stdout.write(f"Financements : {loading.load_reference()} lignes ajoutées.")
