"""What a coordinator says of a list of links: the file, then who is meant on each doubtful row."""

from django import forms
from django.core.exceptions import ValidationError

from aict.imports.reading import MAX_ROWS, MAX_SIZE, MEGABYTE
from aict.territories.forms import TerritoryField
from aict.territories.lookup import territories_by_key
from aict.territories.models import Country
from aict.ui.numbers import number
from partnerships.abroad import Told
from partnerships.imports.doubts import FOREIGN, Doubt
from partnerships.models import LinkChoice

# Another territory than those proposed; a place that our list lacks.
OTHER, ADDED = "autre", "ajouter"


class UploadForm(forms.Form):
    file = forms.FileField(
        label="Liste de liens",
        help_text=f"CSV ou XLSX, {number(MAX_ROWS)} lignes et {MAX_SIZE // MEGABYTE} Mo au plus, un lien par ligne.",
        widget=forms.FileInput(attrs={"accept": ".csv,.tsv,.txt,.xlsx", "data-max-size": MAX_SIZE}),
    )
    source = forms.CharField(
        label="Source et licence",
        max_length=80,
        help_text="Affichées sur chaque page, par exemple « Wikidata 2017, CC0 ».",
    )


class SettleForm(forms.Form):
    """For each side in doubt: one of the proposals, another territory, or a place to add."""

    def __init__(self, doubts: list[Doubt], *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.doubts = [doubt for doubt in doubts if doubt.settled is None]
        for doubt in self.doubts:
            self.fields[doubt.side] = forms.ChoiceField(
                label=f"« {doubt.mention.name} »",
                choices=self.choices(doubt),
                required=False,
                widget=forms.RadioSelect,
            )
            abroad = doubt.side == FOREIGN
            self.fields[f"{doubt.side}_{OTHER}"] = TerritoryField(
                label="Un autre territoire",
                scope="etranger" if abroad else "collectivites",
                required=False,
            )

    def choices(self, doubt: Doubt) -> list[tuple[str, str]]:
        found = [(choice.key, choice.name) for choice in doubt.choices]
        if self.may_be_added(doubt):
            found.append((ADDED, f"Ajouter « {doubt.mention.name} » à nos territoires"))
        return [*found, (OTHER, "Un autre territoire")]

    @staticmethod
    def may_be_added(doubt: Doubt) -> bool:
        return doubt.side == FOREIGN and bool(doubt.mention.own_country)

    def sides(self) -> list[dict]:
        """What the page shows of each side in doubt."""
        return [
            {
                "doubt": doubt,
                "field": self[doubt.side],
                "other": self[f"{doubt.side}_{OTHER}"],
                "value": self[doubt.side].value(),
                "addable": self.may_be_added(doubt),
            }
            for doubt in self.doubts
        ]

    def clean(self):
        cleaned = super().clean()
        for doubt in self.doubts:
            try:
                cleaned[doubt.side] = self.meant(doubt, cleaned)
            except ValidationError as error:
                self.add_error(doubt.side, error)
        return cleaned

    def meant(self, doubt: Doubt, cleaned: dict):
        """A typed territory counts unless a proposal is ticked."""
        chosen, typed = cleaned.get(doubt.side), cleaned.get(f"{doubt.side}_{OTHER}")
        if chosen in {"", OTHER, None}:
            if not typed and f"{doubt.side}_{OTHER}" not in self.errors:
                raise ValidationError("Choisissez un territoire, ou écartez la ligne.")
            return typed
        if chosen == ADDED:
            return Told(doubt.mention.name[:100], Country.objects.get(pk=doubt.mention.own_country))
        return territories_by_key([chosen])[chosen]

    @property
    def chosen(self) -> dict:
        return {doubt.side: self.cleaned_data[doubt.side] for doubt in self.doubts}


class LeaveOutForm(forms.Form):
    reason = forms.ChoiceField(
        label="Pourquoi l’écarter", choices=[("", "Choisir…"), *LinkChoice.Reason.choices]
    )
