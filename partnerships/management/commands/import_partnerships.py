import time
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from aict.imports.models import ImportRow, ImportRun
from aict.people.models import User
from partnerships.imports import running
from partnerships.imports.report import said

Status = ImportRow.Status


class Command(BaseCommand):
    help = "Met en ligne, « à vérifier », les liens d’un CSV ou d’un XLSX. Relancer n’ajoute rien."

    def add_arguments(self, parser):
        parser.add_argument("fichier", type=Path)
        parser.add_argument(
            "--source", default="", help="source et licence (par défaut : le nom du fichier)"
        )
        parser.add_argument("--by", default="", help="adresse de la personne qui importe")
        parser.add_argument("--dry-run", action="store_true", help="essai : ne crée rien")
        parser.add_argument("--rows", action="store_true", help="écrit le sort de chaque ligne")

    def handle(self, *args, fichier: Path, **options):
        try:
            content = fichier.read_bytes()
        except OSError as error:
            raise CommandError(f"{fichier} ne peut pas être lu ({error.strerror}).") from error
        run = ImportRun.objects.create(
            kind=running.KIND,
            state=ImportRun.State.IMPORTING,
            file_name=fichier.name[-200:],
            source=(options["source"] or fichier.stem)[:80],
            by=self.person(options["by"]),
        )
        started = time.monotonic()
        running.carry_out(run, content, not options["dry_run"], self.progress)
        self.tell(run, time.monotonic() - started, options["rows"])
        if options["dry_run"]:
            run.delete()
        if run.problem:
            raise CommandError(run.problem)

    def person(self, email: str) -> User | None:
        if not email:
            return None
        found = User.objects.filter(email=email.lower(), is_active=True).first()
        if not found or not found.is_coordinator:
            raise CommandError(f"{email} n’est pas l’adresse d’une personne de la coordination.")
        return found

    def progress(self, done: int, total: int) -> None:
        self.stdout.write(f"  {done} lignes sur {total}")

    def tell(self, run: ImportRun, seconds: float, rows: bool) -> None:
        counts = run.report.get("counts", {})
        for status in Status.values:
            if counts.get(status):
                self.stdout.write(f"{said(status, run, counts[status])} : {counts[status]}")
        for reason, count in run.report.get("reasons", []):
            self.stdout.write(f"  {reason} : {count}")
        if rows:
            for row in run.rows.all():
                why = " ; ".join(row.remarks)
                self.stdout.write(f"{row.number}\t{row.status}\t{row.title}\t{why}")
        if run.total:
            self.stdout.write(f"{run.total} lignes en {seconds:.1f} s")
