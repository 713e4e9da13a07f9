from datetime import datetime
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.timezone import localtime

from aict.backup.programs import BackupError
from aict.backup.restoring import restore


class Command(BaseCommand):
    help = "Remet la base et les fichiers d’une archive faite par « sauvegarder »."

    def add_arguments(self, parser):
        parser.add_argument("fichier", type=Path)
        parser.add_argument(
            "--remplacer", action="store_true", help="efface la base présente, même non vide"
        )

    def handle(self, *args, fichier: Path, remplacer: bool, **options):
        try:
            manifest = restore(fichier, remplacer, self.stdout.write)
        except BackupError as error:
            raise CommandError(str(error)) from error
        if manifest.missing:
            n, many = len(manifest.missing), len(manifest.missing) > 1
            lost = "fichiers manquaient" if many else "fichier manquait"
            self.stderr.write(f"{n} {lost} déjà lors de la sauvegarde.")
        made_at = localtime(datetime.fromisoformat(manifest.made_at))
        self.stdout.write(
            f"Base et fichiers du {made_at:%d/%m/%Y à %H h %M} remis en place. "
            "Lancez « manage.py migrate », puis redémarrez le site et les tâches."
        )
