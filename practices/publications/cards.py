"""A publication in a list."""

from django.utils.translation import gettext

from aict.listing.cards import Card, Cards
from aict.ui.dates import MONTHS
from aict.ui.numbers import count
from aict.ui.typography import french
from practices.publications.models import Publication


def card(publication: Publication) -> Card:
    figure, label = figure_of(publication)
    return Card(
        url=publication.get_absolute_url(),
        category=publication.categories[0] if len(publication.categories) == 1 else "",
        title=french(publication.title),
        teaser=french(publication.teaser),
        kicker=french(" · ".join(kicker(publication))),
        meta=french(" · ".join(meta(publication))),
        figure=figure,
        figure_label=french(label),
        fictional=publication.contribution.fictional,
    )


def kicker(publication: Publication) -> list[str]:
    """Its type, who publishes it."""
    told = [str(publication.get_type_display()), publication.publishers]
    return [word for word in told if word]


def meta(publication: Publication) -> list[str]:
    told = [count(publication.pages, gettext("page"))] if publication.pages else []
    if publication.language and publication.language != "fr":
        told.append(str(publication.get_language_display()))
    if not publication.out:
        told.append(gettext("Sa page permet de suivre sa parution"))
    return told


def figure_of(publication: Publication) -> tuple[str, str]:
    if not publication.out:
        return gettext("à venir"), gettext("annoncée pour %s") % publication.announced
    month = MONTHS[publication.month - 1] if publication.month else gettext("parution")
    return str(publication.year), month


def load(ids: list[int]) -> dict[int, Card]:
    rows = Publication.objects.published().filter(pk__in=ids).select_related("contribution")
    return {row.pk: card(row) for row in rows}


CARDS = Cards(load)
