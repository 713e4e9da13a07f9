"""Recomputes what lists and search read: after a change of taxonomies or territories, every night."""

from django.core.management.base import BaseCommand

from aict.listing.refreshing import refresh_all


class Command(BaseCommand):
    help = "Recalcule les filtres, les mots et les orthographes de toutes les listes."

    def handle(self, *args, **options):
        changed, words = refresh_all()
        self.stdout.write(f"{changed} page(s) à jour, {words} orthographes connues.")
