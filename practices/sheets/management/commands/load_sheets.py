"""Puts on line the fiches the platform comes with. Run it again after each release."""

from django.core.management.base import BaseCommand

from practices.sheets.loading import load_reference


class Command(BaseCommand):
    help = "Met en ligne les fiches-repères fournies ; ce qui a été modifié reste tel quel."

    def handle(self, *args, **options):
        self.stdout.write(f"Fiches-repères : {load_reference()} ajoutées.")
