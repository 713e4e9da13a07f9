import json
import time
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from aict.imports.lines import HEAD, UnreadableError
from aict.imports.models import ImportRow, ImportRun
from aict.imports.reading import lines_of
from aict.people.models import User
from practices.imports import running
from practices.imports.lacks import label_of
from practices.imports.mapping import Mapping, proposed, remember
from practices.imports.report import WORDS
from practices.imports.sending import KIND
from practices.models import ImportMapping


class Command(BaseCommand):
    help = "Crée un brouillon par ligne d’un CSV ou d’un XLSX. Relancer n’ajoute rien."

    def add_arguments(self, parser):
        parser.add_argument("fichier", type=Path)
        parser.add_argument(
            "--mapping", default="", help="nom d’une correspondance, ou fichier JSON"
        )
        parser.add_argument(
            "--source", default="", help="nom de la source (par défaut : le fichier)"
        )
        parser.add_argument("--by", default="", help="adresse de la personne qui importe")
        parser.add_argument("--dry-run", action="store_true", help="essai : ne crée rien")

    def handle(self, *args, fichier: Path, **options):
        try:
            content = fichier.read_bytes()
            mapping = self.mapping(content, fichier, options["mapping"])
        except OSError as error:
            raise CommandError(f"{fichier} ne peut pas être lu ({error.strerror}).") from error
        except UnreadableError as error:
            raise CommandError(str(error)) from error
        run = ImportRun.objects.create(
            kind=KIND,
            state=ImportRun.State.IMPORTING,
            file_name=fichier.name,
            source=(options["source"] or fichier.stem)[:80],
            mapping=mapping.as_json(),
            by=self.person(options["by"]),
        )
        started = time.monotonic()
        running.carry_out(run, content, not options["dry_run"], self.progress)
        self.tell(run, time.monotonic() - started)
        if options["dry_run"]:
            run.delete()
        elif run.state == ImportRun.State.DONE:
            remember(mapping, fichier.stem)
        if run.problem:
            raise CommandError(run.problem)

    def mapping(self, content: bytes, path: Path, name: str) -> Mapping:
        mapping = proposed(list(lines_of(content, path.name, HEAD)))
        if name.endswith(".json"):
            told = json.loads(Path(name).read_text())
        elif name:
            known = ImportMapping.objects.filter(name=name).first()
            if not known:
                raise CommandError(f"Aucune correspondance ne s’appelle « {name} ».")
            told = known.mapping
        else:
            told = {}
        mapping = Mapping.from_json(mapping.as_json() | told)
        if problems := mapping.problems():
            read = ", ".join(f"« {heading} »" for heading in mapping.headings)
            raise CommandError(f"{' '.join(problems)} Colonnes du fichier : {read}.")
        return mapping

    def person(self, email: str) -> User | None:
        if not email:
            return None
        found = User.objects.filter(email=email.lower(), is_active=True).first()
        if not found or not found.is_coordinator:
            raise CommandError(f"{email} n’est pas l’adresse d’une personne de la coordination.")
        return found

    def progress(self, done: int, total: int) -> None:
        self.stdout.write(f"  {done} lignes sur {total}")

    def tell(self, run: ImportRun, seconds: float) -> None:
        counts = run.report.get("counts", {})
        for status, (word, _several) in WORDS.items():
            if counts.get(status):
                self.stdout.write(f"{word} : {counts[status]}")
        for name, count in run.report.get("lacking", []):
            self.stdout.write(f"  il manque « {label_of(name)} » : {count}")
        for slug, counted in run.report.get("unknown", {}).items():
            words = ", ".join(f"{text} ({count})" for text, count in counted[:8])
            self.stdout.write(f"  sans réponse correspondante, {label_of(slug)} : {words}")
        for row in run.rows.filter(status=ImportRow.Status.REFUSED)[:20]:
            self.stderr.write(f"Ligne {row.number} : {' ; '.join(row.remarks)}")
        self.stdout.write(f"{run.total} lignes en {seconds:.1f} s")
