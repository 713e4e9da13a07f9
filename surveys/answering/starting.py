"""A response begins: once for each key, however many times it is asked."""

from dataclasses import dataclass

from django.db import transaction

from aict.moderation.readiness import Refused
from aict.people.models import User
from aict.taxonomies.models import Service
from aict.territories.bands import band_of
from aict.territories.models import Territory
from surveys.answering.keys import digest, normalise
from surveys.models import Respondent, Response, Survey
from surveys.questionnaire.structure import Crossing

# Services of the directory under the name that questionnaires give them.
SERVICES = {
    "relations-internationales": "ri",
    "developpement-economique": "economie",
    "tourisme": "attractivite",
    "direction-generale": "direction",
}
OTHER = "autre"


@dataclass(frozen=True)
class Who:
    """Who answers a named survey."""

    territory: Territory
    service: Service
    user: User | None = None


@transaction.atomic
def begin(survey: Survey, key: str, who: Who | None = None) -> Response:
    """The response of this key, made if need be. `who` is kept in named surveys only.

    Raises Refused when the survey takes no answer, or the key is not one."""
    if not normalise(key):
        raise Refused("Cette clé n’est pas complète.")
    named = None if survey.is_anonymous else who
    draft = known(survey, named) if named else {}
    found = Response.objects.filter(key_hash=digest(key)).first()
    if found is None and not survey.is_open:
        raise Refused("Cette enquête ne prend plus de réponse.")
    if found is None:
        found, made = Response.objects.get_or_create(
            key_hash=digest(key), defaults={"survey": survey, "draft": draft}
        )
        if made and named:
            told = {"territory": named.territory, "service": named.service, "user": named.user}
            Respondent.objects.create(response=found, **told)
    if found.survey_id != survey.pk:
        raise Refused("Cette clé est celle d’une autre enquête.")
    return found


def known(survey: Survey, who: Who) -> dict[str, str]:
    """What the authority and the service already answer: nobody is asked twice."""
    region = who.territory if who.territory.level == "region" else who.territory.region
    told = {
        Crossing.LEVEL: [who.territory.level, OTHER],
        Crossing.POPULATION: [band_of(who.territory.population)],
        Crossing.REGION: [f"r{region.code}" if region else ""],
        Crossing.SERVICE: [who.service.slug, SERVICES.get(who.service.slug, ""), OTHER],
    }
    found = {}
    for role, question in survey.form.crossings().items():
        options = {option.id for option in question.options}
        if fitting := [id for id in told[role] if id in options]:
            found[question.id] = fitting[0]
    return found
