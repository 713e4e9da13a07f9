"""What a survey must have before it opens, and what its author should know of the promise it makes."""

from datetime import date

from django.utils import timezone

from aict.moderation.readiness import Refused
from surveys.models import Survey
from surveys.questionnaire.structure import Crossing, Kind, Question, Questionnaire

# With the region, each of these may point at one authority.
BESIDE_REGION = {
    Crossing.SERVICE: "service",
    Crossing.POPULATION: "tranche de population",
    Crossing.LEVEL: "niveau de collectivité",
}


def over(day: date | None) -> bool:
    return day is not None and day < timezone.localdate()


def problems(survey: Survey) -> list[str]:
    """French sentences: what keeps this survey from opening."""
    form = survey.form
    found = []
    if not form.crossings():
        found.append(
            "Aucune question ne permet de comparer les réponses (niveau, population, région ou service) : "
            "reprenez un questionnaire qui en a une."
        )
    if over(survey.closes_on):
        found.append("Sa date de clôture est passée : choisissez-en une autre dans les réglages.")
    territories = [asked for asked in form.questions() if asked.kind is Kind.TERRITORY]
    if survey.is_anonymous and territories:
        found.append(
            f"Une enquête anonyme ne demande pas le nom de la collectivité : retirez la question "
            f"« {territories[0].label} »."
        )
    return found


def warnings(survey: Survey) -> list[str]:
    """French sentences: what may make someone recognisable. They keep nothing from opening."""
    form = survey.form
    found = small_groups(form)
    found += [required(asked) for asked in identifying(form) if asked.required]
    if any(asked.kind is Kind.TEXT for asked in form.questions()):
        found.append(
            "Un texte libre peut nommer quelqu’un : il ne paraîtra jamais tel quel, mais la coordination le lira."
        )
    return found if survey.is_anonymous else []


def small_groups(form: Questionnaire) -> list[str]:
    roles = form.crossings()
    if Crossing.REGION not in roles:
        return []
    n = len(roles[Crossing.REGION].options)
    pairs = [f"« {n} régions × {word} »" for role, word in BESIDE_REGION.items() if role in roles]
    if not pairs:
        return []
    return [
        f"{', '.join(pairs)} : ces réponses réunies désignent de très petits groupes et peuvent suffire à "
        "reconnaître une collectivité. Elles ne seront jamais croisées entre elles en public."
    ]


def identifying(form: Questionnaire) -> list[Question]:
    return [asked for role, asked in form.crossings().items() if role is Crossing.REGION]


def required(asked: Question) -> str:
    return f"La question « {asked.label} » est obligatoire : facultative, elle protégerait mieux."


def ready(survey: Survey, _by) -> None:
    if found := problems(survey):
        raise Refused(" ".join(found))


def ahead(survey: Survey, _by) -> None:
    if over(survey.closes_on):
        raise Refused(
            "Sa date de clôture est passée : choisissez-en une autre dans les réglages, puis rouvrez."
        )
