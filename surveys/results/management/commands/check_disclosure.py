"""`manage.py check_disclosure <slug>`: what could be deduced from the tables of a survey."""

from functools import partial
from time import monotonic

from django.core.management.base import BaseCommand, CommandError

from surveys.models import Survey
from surveys.results import aggregate, reading, words
from surveys.results.checking import check
from surveys.results.publishing import Published, publish


class Command(BaseCommand):
    help = "Vérifie qu’aucun nombre inférieur à 5 ne se déduit des tableaux d’une enquête."

    def add_arguments(self, parser):
        parser.add_argument("slug")

    def handle(self, *args, slug, **options):
        survey = Survey.objects.filter(slug=slug).first()
        if survey is None:
            raise CommandError(f"Aucune enquête « {slug} ».")
        started, told = monotonic(), Published()
        count = partial(aggregate.tables, survey)
        for _ in publish(survey.form, count, told):
            pass
        words.publish(survey, count, told)
        counted = monotonic()
        findings = self.judge("calculés", survey, told.tables, told.known)
        if release := reading.preview(survey):
            stored = reading.tables(release)
            findings += self.judge("enregistrés", survey, stored, told.known)
        seconds = f"{counted - started:.1f} s de calcul, {monotonic() - counted:.1f} s de contrôle"
        self.stdout.write(f"{len(told.withheld)} tableaux non publiés ; {seconds}.")
        if findings:
            raise CommandError("\n".join(findings))
        self.stdout.write(self.style.SUCCESS("Aucun nombre inférieur à 5 ne se déduit."))

    def judge(self, which, survey, tables, known) -> list[str]:
        report = check(survey.form, tables, known)
        self.stdout.write(
            f"Tableaux {which} : {report.tables}, dont {report.hidden} nombres cachés ; "
            f"{len(report.findings)} défauts."
        )
        return report.findings
