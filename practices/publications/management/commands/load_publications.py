"""Puts on line the publications the platform knows. Run it again after each release."""

from django.core.management.base import BaseCommand

from practices.publications.loading import load_reference


class Command(BaseCommand):
    help = "Met en ligne les publications connues ; ce qui a été modifié reste tel quel."

    def handle(self, *args, **options):
        self.stdout.write(f"Publications : {load_reference()} ajoutées.")
