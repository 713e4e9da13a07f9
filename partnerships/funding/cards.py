"""A funding line in a list, as it stands on one day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.utils import timezone
from django.utils.translation import gettext

from aict.listing.cards import HOLES, Card, Cards
from aict.ui.dates import long_date
from aict.ui.remembered import parts_of
from aict.ui.typography import french
from partnerships.enums import Aid
from partnerships.funding.status import Status
from partnerships.funding.words import TONES, amounts, deadline, rates
from partnerships.models import Funding

TEMPLATE = "partnerships/funding_entry.html"


@dataclass(frozen=True, slots=True)
class FundingCard(Card):
    status: str = ""
    categories: tuple[str, ...] = ()

    def around(self) -> list[str]:
        tone, icon = TONES[Status(self.status)]
        key = (self.status, self.categories, self.fictional, bool(self.meta), bool(self.figure))
        entry = {
            **HOLES,
            "status": Status(self.status).label,
            "tone": tone,
            "icon": icon,
            "categories": self.categories,
            "category": self.category,
            "fictional": self.fictional,
            "meta": HOLES["meta"] if self.meta else "",
            "figure": HOLES["figure"] if self.figure else "",
        }
        return parts_of(TEMPLATE, key, {"entry": entry})


def card(funding: Funding, today: date) -> FundingCard:
    figure, label = deadline(funding, today)
    return FundingCard(
        url=funding.get_absolute_url(),
        category=funding.categories[0] if len(funding.categories) == 1 else "",
        title=french(funding.title),
        teaser=french(funding.teaser),
        kicker=french(" · ".join(kicker(funding))),
        meta=french(" · ".join(meta(funding, today))),
        figure=french(figure),
        figure_label=french(label),
        fictional=funding.contribution.fictional,
        status=funding.status(today).value,
        categories=tuple(funding.categories),
    )


def kicker(funding: Funding) -> list[str]:
    """Funder · nature of the aid."""
    aids = [str(label) for value, label in Aid.choices if value in funding.aids]
    if funding.is_call:
        aids.append(gettext("Appel à projets"))
    return [word for word in (funding.funder, ", ".join(aids)) if word]


def meta(funding: Funding, today: date) -> list[str]:
    told = [words for words in (amounts(funding), rates(funding)) if words]
    if funding.date_predeposit and funding.date_predeposit >= today:
        told.append(gettext("Prédépôt avant le %s") % long_date(funding.date_predeposit))
    day = funding.contribution.verified_on
    told.append(gettext("Vérifié le %s") % long_date(day) if day else gettext("À vérifier"))
    return told


@lru_cache(maxsize=2)
def cards_on(today: date) -> Cards:
    """The cards of one day: the next day makes them anew."""
    return Cards(lambda ids: load(ids, today))


class TodaysCards(Cards):
    """Those of the day on which they are read."""

    def of(self, rows: Iterable[tuple[int, int]]) -> dict[int, Card]:
        return cards_on(timezone.localdate()).of(rows)


def load(ids: list[int], today: date) -> dict[int, Card]:
    rows = Funding.objects.published().filter(pk__in=ids).select_related("contribution")
    return {funding.pk: card(funding, today) for funding in rows}


CARDS = TodaysCards(lambda ids: {})
