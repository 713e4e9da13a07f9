"""The state of a montage as an address: the project, then its lines. Nothing is stored anywhere."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from urllib.parse import urlencode

from django import forms
from django.forms.utils import ErrorDict
from django.http import QueryDict

from aict.taxonomies.enums import Category
from aict.territories.forms import CountriesField
from aict.ui.fields import day_input
from partnerships.enums import Body

MOST_LINES = 8
FIRST_LINES = 2
NOTHING = "Choisir…"


def plain_text(**attrs) -> forms.TextInput:
    return forms.TextInput(attrs={"autocomplete": "off", **attrs})


class MoneyField(forms.DecimalField):
    """Euros as people type them: « 12 000,50 € »."""

    widget = forms.TextInput
    default_error_messages = {
        "invalid": "Écrivez un montant en euros, par exemple 12 000.",
        "min_value": "Un montant ne peut pas être négatif.",
        "max_digits": "Ce montant est trop grand.",
        "max_whole_digits": "Ce montant est trop grand.",
        "max_decimal_places": "Deux décimales au plus.",
    }

    def __init__(self, **kwargs):
        widget = plain_text(inputmode="decimal")
        super().__init__(
            **{"min_value": 0, "max_digits": 14, "decimal_places": 2, "widget": widget} | kwargs
        )

    def to_python(self, value):
        text = re.sub(r"[\s€%]", "", str(value or "")).replace(",", ".")
        return super().to_python(text or None)


class ProjectForm(forms.Form):
    projet = forms.CharField(
        label="Nom du projet", max_length=120, required=False, widget=plain_text()
    )
    cout = MoneyField(
        label="Coût total (€)",
        min_value=1,
        error_messages={
            "required": "Indiquez le coût total du projet.",
            "min_value": "Le coût total est au moins de 1 €.",
        },
    )
    propre = MoneyField(label="Apport de la collectivité (€)", required=False)
    valorisation = MoneyField(
        label="Valorisation (€)",
        required=False,
        help_text="Temps de travail, locaux, matériel mis à disposition.",
    )
    debut = forms.DateField(label="Début", required=False, widget=day_input())
    fin = forms.DateField(label="Fin", required=False, widget=day_input())
    porteur = forms.ChoiceField(
        label="Qui porte le projet", required=False, choices=[("", NOTHING), *Body.choices]
    )
    pays = CountriesField(label="Pays partenaires", required=False)
    categorie = forms.ChoiceField(
        label="Catégorie", required=False, choices=[("", NOTHING), *Category.choices]
    )

    def clean(self):
        told = super().clean()
        if told.get("debut") and told.get("fin") and told["fin"] < told["debut"]:
            self.add_error("fin", "La fin vient après le début.")
        return told


class LineForm(forms.Form):
    """One source of money: a line of the directory, or a name typed freely."""

    ligne = forms.ChoiceField(label="Financement du répertoire", required=False)
    nom = forms.CharField(
        label="ou un autre financeur", max_length=120, required=False, widget=plain_text()
    )
    montant = MoneyField(label="Montant (€)", required=False)
    part = MoneyField(
        label="ou part (%)",
        required=False,
        max_value=100,
        max_digits=5,
        error_messages={
            "max_value": "Une part va de 0 à 100 %%.",
            "invalid": "Écrivez une part en pour cent, par exemple 30.",
        },
    )
    prive = forms.BooleanField(label="Argent privé", required=False)
    fait = forms.MultipleChoiceField(
        required=False, choices=[(str(place), str(place)) for place in range(30)]
    )

    # Told once the montage is composed: (place, words, ticked).
    ticks: Sequence[tuple[int, str, bool]] = ()

    def __init__(self, *args, choices: Sequence = (), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["ligne"].choices = [("", NOTHING), *choices]

    def clean(self):
        told = super().clean()
        named = told.get("ligne") or told.get("nom")
        given = [name for name in ("montant", "part") if told.get(name) is not None]
        if told.get("ligne") and told.get("nom"):
            self.add_error("nom", "Choisissez dans le répertoire ou écrivez un nom, pas les deux.")
        if len(given) == 2:
            self.add_error("part", "Donnez un montant ou une part, pas les deux.")
        if given and not named and not self.errors:
            self.add_error("ligne", "De qui vient cet argent ?")
        if named and not given and not self.errors:
            self.add_error("montant", "Donnez un montant ou une part.")
        return told

    @property
    def told(self) -> bool:
        """Whether this line says something."""
        return self.is_valid() and bool(self.cleaned_data["ligne"] or self.cleaned_data["nom"])


@dataclass
class Asked:
    """What an address asks: the bound forms."""

    project: ProjectForm
    lines: list[LineForm]
    # A row was added or taken away: the page is not judged yet.
    editing: bool

    @property
    def valid(self) -> bool:
        return all([self.project.is_valid(), *[line.is_valid() for line in self.lines]])

    @property
    def problems(self) -> list[tuple[str, str, str]]:
        """(id of the field, its words, message) of each thing to mend."""
        found = []
        for number, form in enumerate((self.project, *self.lines)):
            for name, messages in form.errors.items():
                label = str(form.fields[name].label)
                if number:
                    label = f"{label}, financement {number}"
                found += [(form[name].id_for_label, label, str(words)) for words in messages]
        return found

    def silence(self) -> None:
        """Values without a word of reproach: the page is being filled."""
        for form in (self.project, *self.lines):
            form._errors = ErrorDict()

    def show_prerequisites(self, plan) -> None:
        """Each line's own prerequisites, to tick beside it."""
        said = iter(plan.lines)
        for form in self.lines:
            costed = next(said, None) if form.told else None
            words = costed.line.rules.prerequisites if costed and costed.line.rules else ()
            form.ticks = [
                (place, text, place in costed.line.done) for place, text in enumerate(words)
            ]

    def address(self) -> str:
        """The shortest querystring that shows the same montage again; only when valid."""
        told = self.project.cleaned_data
        pairs = [(name, plain(told[name])) for name in self.project.fields if name != "pays"]
        pairs += [("pays", country.code) for country in told["pays"]]
        for number, line in enumerate(form for form in self.lines if form.told):
            given = line.cleaned_data
            pairs += [(f"l{number}-{name}", plain(given[name])) for name in LINE_FIELDS]
            pairs += [(f"l{number}-fait", place) for place in given["fait"]]
        return urlencode([(name, value) for name, value in pairs if value])


LINE_FIELDS = ("ligne", "nom", "montant", "part", "prive")


def plain(value) -> str:
    if isinstance(value, Decimal):
        return f"{value:f}".rstrip("0").rstrip(".") if "." in f"{value:f}" else f"{value:f}"
    if isinstance(value, bool):
        return "1" if value else ""
    return "" if value is None else str(value)


def read(data: QueryDict, choices: Sequence) -> Asked:
    """The forms bound to an address. Unknown names are left alone."""
    numbers = [n for n in range(MOST_LINES) if any(k.startswith(f"l{n}-") for k in data)]
    removed = data.get("retirer", "")
    kept = [n for n in numbers if str(n) != removed]
    shown = max(len(kept) + ("ajouter" in data), FIRST_LINES)
    lines = [
        LineForm(
            renumbered(data, kept[n] if n < len(kept) else None, n), prefix=f"l{n}", choices=choices
        )
        for n in range(min(shown, MOST_LINES))
    ]
    editing = "ajouter" in data or "retirer" in data
    return Asked(ProjectForm(data), lines, editing)


def renumbered(data: QueryDict, old: int | None, new: int) -> QueryDict:
    """The values of line `old` under the names of line `new`; nothing for a blank one."""
    moved = QueryDict(mutable=True)
    for name in (*LINE_FIELDS, "fait"):
        if old is not None and f"l{old}-{name}" in data:
            moved.setlist(f"l{new}-{name}", data.getlist(f"l{old}-{name}"))
    return moved
