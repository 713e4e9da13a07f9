"""Loads the reference data of every app that has some. Run it again after each release."""

from importlib import import_module
from importlib.util import find_spec
from time import perf_counter

from django.core.management.base import BaseCommand

LOADERS = {"taxonomies": "aict.taxonomies.loader", "territories": "aict.territories.loader"}


class Command(BaseCommand):
    help = "Charge les données de référence (taxonomies, pays, territoires) ; sans effet si elles y sont."

    def add_arguments(self, parser):
        parser.add_argument("--force", action="store_true", help="relire des fichiers déjà chargés")

    def handle(self, *args, force, **options):
        start = perf_counter()
        for name, module in LOADERS.items():
            if not find_spec(module):
                continue
            loader = import_module(module)
            if name == "territories":
                loader.load(say=self.stdout.write, force=force)
            else:
                loader.load()
        self.stdout.write(f"Données de référence en place ({perf_counter() - start:.1f} s).")
