"""Puts on line what is known of the past of the dynamic. Run it again after each release."""

from django.core.management.base import BaseCommand

from practices.events.loading import load_reference


class Command(BaseCommand):
    help = "Met en ligne les événements passés de la dynamique ; ce qui y est déjà reste tel quel."

    def handle(self, *args, **options):
        self.stdout.write(f"Agenda : {load_reference()} événements ajoutés.")
