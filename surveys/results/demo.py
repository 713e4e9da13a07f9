"""One earlier poll, invented, so that the comparison can be seen."""

from collections.abc import Iterator
from decimal import Decimal

from django.db import transaction

from aict.people.models import User
from surveys.models import Survey
from surveys.results.models import EarlierPoll, PollFigure

TITLE = "Sondage express auprès des membres"
FIGURES = {
    "q4": {"ri": 63, "economie": 6, "commun": 4, "europe": 12, "direction": 9, "autre": 6},
    "q7": {"internationalisation": 17, "promotion": 58, "cooperation": 52, "non-economique": 61},
    "q8": {"internationalisation": 55, "promotion": 66, "cooperation": 41},
    "q12": {"ue": 38, "ocde": 34, "brics": 29, "afrique": 33},
    "q13": {"1": 12, "2": 21, "3": 34, "4": 21, "5": 12},
    "q14": {
        "chambres": 41,
        "agence": 36,
        "entreprises": 19,
        "associations": 22,
        "enseignement": 47,
    },
}


@transaction.atomic
def load(author: User, coordinator: User) -> Iterator[str]:
    """Adds the poll to the survey it is read beside; nothing when it is there already."""
    survey = Survey.objects.filter(slug="besoins-2024", fictional=True).first()
    if survey is None or survey.earlier_polls.filter(title=TITLE).exists():
        return
    poll = EarlierPoll.objects.create(
        survey=survey,
        title=TITLE,
        year=2019,
        source="Lettre du réseau, juin 2019 (exemple fictif)",
        n=94,
        notes="Moins de questions, et surtout des grandes collectivités parmi les réponses.",
        shown=True,
        fictional=True,
        created_by=coordinator,
    )
    PollFigure.objects.bulk_create(
        PollFigure(poll=poll, question=question, item=item, share=Decimal(share))
        for question, parts in FIGURES.items()
        for item, share in parts.items()
    )
    yield TITLE
