"""Where a column may go: the fields of the practice's own forms, and what identifies a row."""

from dataclasses import dataclass
from functools import cache

from django import forms
from django.utils.functional import cached_property

from aict.territories.forms import CountriesField, TerritoryField
from aict.territories.models import Country
from aict.territories.names import normalise
from aict.ui.fields import MonthField
from practices.kind import PARTS

IDENTITY = "identity"
# Asked of people, never read from a file: an agreement is given, not imported.
NEVER = {"consent", "authorised_by_function", "carried_out_by", "partner_territories"}
PARTNERS = {
    "partners_here": ("ici", "Partenaires ici"),
    "partners_there": ("la-bas", "Partenaires là-bas"),
}
# Other names under which spreadsheets give the same thing, in French and in English.
ALSO = {
    IDENTITY: "id identifiant numero n ref reference",
    "title": "titre;nom;intitule;name;title;nom du projet;projet",
    "teaser": "accroche;phrase;sous titre;subtitle;resume court",
    "summary": "resume;description;summary;presentation;contenu;l essentiel",
    "territory": "collectivite;porteur;organisation;maitre d ouvrage;lead organisation name;organisme;territoire;insee;siren",
    "countries": "pays;country;countries;pays partenaire;geocoverage codes",
    "category": "categorie",
    "service": "service",
    "date_start": "debut;date de debut;start date;annee;annee de debut",
    "date_end": "fin;date de fin;end date;annee de fin",
    "status": "etat;statut;avancement",
    "benefit": "resultats;retombees;benefices",
    "context": "contexte;besoin",
    "budget_total": "budget;montant;cout total",
    "keywords": "mots cles;tags;keywords;themes libres",
}  # fmt: skip


@dataclass(frozen=True)
class Target:
    """A field, or a side of the partners, or the row's identity (`field` none)."""

    slug: str
    label: str
    field: forms.Field | None = None

    @cached_property
    def converter(self) -> str:
        """Which function of `values` reads its cells."""
        kinds: tuple[tuple[type, str], ...] = (
            (TerritoryField, "place"),
            (CountriesField, "countries"),
            (forms.ModelMultipleChoiceField, "choices"),
            (forms.MultipleChoiceField, "choices"),
            (forms.ChoiceField, "choice"),
            (MonthField, "month"),
            (forms.DateField, "day"),
            (forms.DecimalField, "text"),
            (forms.IntegerField, "amount"),
        )
        if self.slug == "keywords":
            return "keywords"
        return next((name for kind, name in kinds if isinstance(self.field, kind)), "text")

    @cached_property
    def is_choice(self) -> bool:
        return self.converter in {"choice", "choices", "countries"}

    @property
    def joins(self) -> bool:
        """Whether several columns may go there together."""
        return self.slug not in {IDENTITY, "title", "territory"} and self.converter in {
            *("text", "keywords", "choices", "countries")
        }

    @cached_property
    def max_length(self) -> int | None:
        return getattr(self.field, "max_length", None)

    def options(self) -> dict[str, str]:
        """{value of the form: its label} for what is chosen in a list."""
        if self.converter == "countries":
            return dict(Country.objects.foreign().values_list("code", "name"))
        if isinstance(self.field, forms.ModelChoiceField):
            name = str(self.field.to_field_name)
            return dict(self.field.queryset.values_list(name, "label"))
        choices = getattr(self.field, "choices", [])
        return {str(value): str(label) for value, label in choices if value not in ("", None)}


@cache
def targets() -> dict[str, Target]:
    found = {IDENTITY: Target(IDENTITY, "Identifiant de la ligne")}
    for part in PARTS:
        for name, field in part.form.base_fields.items():
            if name not in NEVER:
                found.setdefault(name, Target(name, str(field.label or name).capitalize(), field))
    for slug, (_side, label) in PARTNERS.items():
        found[slug] = Target(slug, label)
    return found


@cache
def known_names() -> dict[str, str]:
    """{normalised heading: target}: labels, names of fields, and the other names above."""
    found = {}
    for slug, target in targets().items():
        also = ALSO.get(slug, "")
        names = also.split(";") if ";" in also else also.split()
        for name in (slug, target.label, *names):
            found.setdefault(normalise(name.replace("_", " ")), slug)
    return found
