"""Prints how fast this site is, beside limits measured in the same run. See docs/decisions."""

from django.core.management.base import BaseCommand

from aict.bench import cells, database, filling, rounds, writing


class Command(BaseCommand):
    help = "Mesure la vitesse du site en 1 000, 10 000 et 100 000 pratiques, à côté de ses limites."

    def add_arguments(self, parser):
        parser.add_argument("--size", choices=filling.SIZES, help="une seule taille")
        parser.add_argument(
            "--only", choices=[*cells.CELLS, *writing.WRITING], help="une seule case"
        )
        parser.add_argument("--rounds", type=int, default=3, help="tours alternés (3)")
        parser.add_argument("--seconds", type=float, default=2.0, help="durée de chaque mesure (2)")

    def handle(self, *args, size, only, rounds: int, seconds: float, **options):
        for one in [size] if size else filling.SIZES:
            self.stdout.write(f"\n{one} pratiques : préparation de la base…")
            url = database.use(one, self.progress)
            self.stdout.write("")
            self.measure(
                one, url, [only] if only else [*cells.CELLS, *writing.WRITING], rounds, seconds
            )

    def progress(self, text: str) -> None:
        self.stdout.write(f"\r  {text}", ending="")
        self.stdout.flush()

    def measure(self, size, url, names, count, seconds) -> None:
        read = [name for name in names if name in cells.CELLS]
        if read:
            for line in rounds.table(size, url, read, count, seconds):
                self.stdout.write(line)
        for line in writing.table([name for name in names if name in writing.WRITING], seconds):
            self.stdout.write(line)
