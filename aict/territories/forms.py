"""Form fields over the combobox: territories by key, countries by ISO code, several or one."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from aict.taxonomies.enums import Level
from aict.territories.lookup import (
    COUNTRY_CODE,
    FREE,
    TERRITORY_KEY,
    countries_by_code,
    territories_by_key,
)
from aict.territories.models import Country, Territory
from aict.territories.suggestions import COUNTRIES, FOREIGN, FRENCH, problem_with, suggest
from aict.territories.widgets import Combobox, MultipleCombobox, as_list

MOST = 50


class ComboboxField(forms.Field):
    """Cleans to a row, to the text itself (`free=True` and nothing resembles it) or to None."""

    widget: Any = Combobox
    scope = FRENCH
    key_pattern = TERRITORY_KEY
    default_error_messages = {
        "unknown": _("« %(value)s » n’est pas dans la liste\u202f: vérifiez l’orthographe."),
        "doubt": _("« %(value)s »\u202f: précisez votre choix parmi les propositions."),
        "elsewhere": _("« %(value)s » n’est pas du bon type pour ce champ."),
        "too_many": _("%(limit)s réponses au plus."),
    }

    def __init__(self, *, scope: str | None = None, free: bool = False, **kwargs):
        super().__init__(**kwargs)
        self.scope, self.free = scope or self.scope, free
        self.widget.scope, self.widget.free = self.scope, free

    def prepare_value(self, value):
        return (self.keys_of(value) or [""])[-1]

    def clean(self, value):
        self.widget.doubts = []
        values = [str(v) for v in as_list(value)]
        if self.required and not values:
            raise ValidationError(self.error_messages["required"], code="required")
        if len(values) > MOST:
            self.fail("too_many", limit=MOST)
        found = self.resolve(values)
        self.run_validators(found)
        return self.compress(found)

    def compress(self, found: list):
        return found[-1] if found else None

    def has_changed(self, initial, data):
        return self.keys_of(initial) != self.keys_of(data)

    def keys_of(self, value) -> list[str]:
        """The form's own values for rows, a queryset of them, keys or texts."""
        rows = value.all() if isinstance(value, models.Manager) else value
        rows = list(rows) if isinstance(rows, models.QuerySet) else as_list(rows)
        return [self.key_of(row) for row in rows]

    def key_of(self, row) -> str:
        return row.key if isinstance(row, Territory) else str(row)

    def resolve(self, values: list[str]) -> list:
        """Rows and kept texts. Raises every trouble at once."""
        keys = [value for value in values if self.key_pattern.fullmatch(value)]
        rows = self.rows_of(keys) if keys else {}
        found, troubles = [], []
        for value in values:
            try:
                found.append(self.accepted(rows[value]) if value in rows else self.named(value))
            except ValidationError as trouble:
                troubles.append(trouble)
        if troubles:
            raise ValidationError(troubles)
        return list(dict.fromkeys(found))

    def rows_of(self, keys: list[str]) -> dict:
        return territories_by_key(keys)

    def accepted(self, row):
        right = {
            FRENCH: row.level != Level.FOREIGN and row.is_authority,
            FOREIGN: row.level == Level.FOREIGN,
        }
        if not right.get(self.scope, True):
            self.fail("elsewhere", value=row.name)
        return row

    def named(self, text: str):
        """The only row of that name; the text itself where it may be kept."""
        kept = text.removeprefix(FREE).strip()
        if problem := problem_with(text):
            raise ValidationError(problem, code="text")
        if self.free and text.startswith(FREE) and kept:
            return kept
        near = suggest(kept.partition(" (")[0], self.scope)
        exact = [s for s in near if s.label == kept] or [s for s in near if s.exact]
        if len(exact) == 1:
            return self.rows_of([exact[0].key])[exact[0].key]
        if near:
            self.widget.doubts.append((kept, exact or near))
            self.fail("doubt", value=kept)
        if not self.free or self.key_pattern.fullmatch(kept):
            self.fail("unknown", value=kept)
        return kept

    def fail(self, code: str, **params):
        raise ValidationError(self.error_messages[code], code=code, params=params)


class TerritoryField(ComboboxField):
    """One territory: `scope` « collectivites » (default), « etranger » or « tout »."""


class TerritoriesField(ComboboxField):
    """A list of territories, without repetition."""

    widget = MultipleCombobox

    def prepare_value(self, value):
        return self.keys_of(value)

    def compress(self, found: list):
        return found


class CountriesField(TerritoriesField):
    """A list of countries, by ISO code."""

    scope = COUNTRIES
    key_pattern = COUNTRY_CODE

    def key_of(self, row) -> str:
        return row.code if isinstance(row, Country) else str(row)

    def rows_of(self, keys: list[str]) -> dict:
        return countries_by_code(keys)

    def accepted(self, row):
        return row
