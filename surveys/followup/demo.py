"""The demonstration survey, analysed, commented and published through the gate; what was done of it. Fictional."""

from collections.abc import Iterator
from datetime import date

from aict.moderation.readiness import Refused
from aict.people.models import User
from aict.taxonomies.models import Need
from surveys import gate
from surveys.demo.loading import NEEDS
from surveys.followup import writing
from surveys.followup.demo_words import quote, sort
from surveys.models import State, Survey
from surveys.results import releasing, settings
from surveys.results.models import Release

# Quotes are read again by somebody else.
SECOND = "coordination2@demo.aict-eco.example"
COMMENTS = {
    "q8": (
        "Les élues et les élus demandent d’abord qu’on aide les entreprises, et c’est ce qui se fait "
        "le moins. La promotion, elle, est au rendez-vous. Lecture fictive, pour la démonstration."
    ),
    "q4": (
        "Plus de la moitié des réponses viennent des relations internationales : lisez la suite en "
        "gardant cela en tête."
    ),
    "q13": "La préférence va aux partenariats nouveaux plutôt qu’à la rénovation des anciens.",
    "q15": (
        "Les entreprises sont les plus attendues. Les associations, souvent présentes dans la "
        "coopération, restent peu mobilisées sur l’économie."
    ),
    "q23s": (
        "La mise en relation et les exemples comparables comptent beaucoup et satisfont peu : ce "
        "sont les deux chantiers retenus pour l’année."
    ),
}
FOLLOW_UPS = (
    (
        "trouver-un-acteur",
        date(2025, 3, 18),
        "Un annuaire des acteurs économiques est ouvert à tout le réseau, et chaque demande de mise "
        "en relation reçoit une réponse sous quinze jours. Exemple fictif.",
    ),
    (
        "trouver-des-exemples",
        date(2025, 6, 5),
        "Les pratiques publiées disent maintenant leur coût et leurs résultats ; chaque fiche propose "
        "des collectivités comparables. Exemple fictif.",
    ),
    (
        None,
        date(2025, 9, 30),
        "Les résultats ont été présentés à la rencontre annuelle, et trois groupes de travail en "
        "sont sortis. Exemple fictif.",
    ),
)


def load(author, coordinator) -> Iterator[str]:
    """Once: what coordinators changed since stays so. Yields what is new."""
    survey = Survey.objects.filter(slug=NEEDS, fictional=True, state=State.CLOSED).first()
    if survey is None or survey.releases.exists():
        return
    second = User.objects.filter(email=SECOND).first()
    themes = sort(survey)
    if second:
        quote(survey, themes, coordinator, second)
    releasing.carry_out(Release.objects.create(survey=survey))
    for question, words in COMMENTS.items():
        settings.comment(survey, question, words, settings.mark(""))
    try:
        gate.apply(survey, "publish", coordinator)
    except Refused:
        return
    yield survey.slug
    needs = {need.slug: need for need in Need.objects.in_use()}
    for slug, day, text in FOLLOW_UPS:
        told = {"text": text, "need": needs.get(slug), "link": "", "day": day}
        row = writing.add(survey, told, coordinator)
        writing.publish(row, coordinator)
        yield text
