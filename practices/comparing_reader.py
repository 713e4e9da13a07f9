"""What conditions of transfer become for the reader's own authority: in words, never a score."""

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from aict.territories.forms import TerritoryField
from aict.territories.models import Territory
from aict.ui.numbers import count, number
from partnerships.models import Partnership
from practices.models import TransferCondition
from practices.reading.page import condition
from practices.reading.source import Source

Operator, Variable = TransferCondition.Operator, TransferCondition.Variable


class ReaderForm(forms.Form):
    chez = TerritoryField(
        label=gettext_lazy("Votre collectivité"),
        required=False,
        help_text=gettext_lazy(
            "Nous vérifions ce que nous savons d’elle : sa population, ses partenariats. Le reste est à "
            "vérifier chez vous."
        ),
    )


@dataclass(frozen=True)
class Reader:
    """The reader's authority and what we know of it."""

    territory: Territory
    partnerships: int

    @property
    def key(self) -> str:
        return self.territory.key


def reader_of(territory: Territory) -> Reader:
    return Reader(territory, Partnership.objects.published().of_territory(territory).count())


def conditions_for(source: Source, reader: Reader | None) -> list[str]:
    """Each condition, and what is known of `reader`; of the others nothing is guessed."""
    rows = source.block("transfer_conditions")
    return [told(row, reader) for row in rows]


def told(row: dict, reader: Reader | None) -> str:
    known = verdict(row, reader) if reader else ""
    return f"{condition(row)}. {known}" if known else condition(row)


def verdict(row: dict, reader: Reader) -> str:
    if row["variable"] == Variable.POPULATION and reader.territory.population:
        return of_population(row, reader.territory.population)
    if row["variable"] == Variable.AGREEMENT and row["value"].strip().lower() == "oui":
        n = reader.partnerships
        if n:
            return _("Chez vous, %s : condition sans doute remplie.") % count(
                n, "partenariat connu"
            )
        return _("Chez vous, aucun partenariat connu ici : à vérifier.")
    return ""


def of_population(row: dict, people: int) -> str:
    wanted = figure(row["value"])
    if wanted is None:
        return ""
    met = {
        Operator.AT_LEAST: people >= wanted,
        Operator.AT_MOST: people <= wanted,
        Operator.EQUALS: people == wanted,
    }[Operator(row["operator"])]
    words = (
        _("Chez vous, %s habitants : cela se transpose tel quel.")
        if met
        else _("Chez vous, %s habitants : à adapter, ou bloquant.")
    )
    return words % number(people)


def figure(text: str) -> Decimal | None:
    """What was typed, when it is a number."""
    try:
        found = Decimal("".join(text.replace(",", ".").split()))
    except InvalidOperation:
        return None
    return found if found.is_finite() else None
