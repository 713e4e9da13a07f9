from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from aict.backup.programs import BackupError
from aict.backup.saving import save


class Command(BaseCommand):
    help = "Sauvegarde la base et les fichiers dans une archive, sans arrêter le site."

    def add_arguments(self, parser):
        parser.add_argument(
            "dossier", nargs="?", type=Path, default=settings.VAR_DIR / "sauvegardes"
        )

    def handle(self, *args, dossier: Path, **options):
        try:
            made = save(dossier, self.stdout.write)
        except BackupError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"Sauvegarde faite : {made} ({made.stat().st_size / 1e6:.1f} Mo)")
