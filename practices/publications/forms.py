"""What is told of a publication, one subject a page."""

from django import forms

from aict.moderation.fields import rhythm_field
from aict.taxonomies.enums import Category, ReviewRhythm
from aict.taxonomies.fields import terms
from aict.taxonomies.models import Theme
from aict.ui.dates import MONTHS
from aict.ui.fields import CHOOSE, area, web_address
from practices.publications.enums import DocumentType, Standing, Tongue
from practices.publications.models import Publication

SECTIONS = {
    "Ce que c’est": ["type", "title", "teaser", "publishers"],
    "Quand": ["standing", "year", "month", "announced"],
}


class EssentialsForm(forms.ModelForm):
    standing = forms.ChoiceField(
        choices=Standing.choices, label="Statut", widget=forms.RadioSelect, initial=Standing.OUT
    )
    month = forms.TypedChoiceField(
        choices=[("", "Sans mois"), *((n, name) for n, name in enumerate(MONTHS, start=1))],
        coerce=int,
        empty_value=None,
        label="Mois",
        required=False,
    )

    class Meta:
        model = Publication
        fields = [
            *("type", "title", "teaser", "publishers"),
            *("standing", "year", "month", "announced"),
        ]
        help_texts = {
            "title": "Tel qu’il est écrit sur la couverture.",
            "teaser": "Cette phrase s’affiche dans les listes.",
            "publishers": "Séparez-les par une virgule. Vide si vous ne savez pas.",
            "year": "De parution, pour ce qui est paru.",
            "announced": "Pour ce qui est à venir, comme on l’a annoncé : « 2025 », « le printemps 2027 ».",
        }
        widgets = {"teaser": area(2)}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["teaser"].required = True
        self.fields["type"].choices = [("", CHOOSE), *DocumentType.choices]

    @property
    def sections(self) -> list[tuple[str, list[forms.BoundField]]]:
        return [(title, [self[name] for name in names]) for title, names in SECTIONS.items()]

    def clean(self):
        """What is out has a year; what is announced says for when, and loses the year it has not."""
        cleaned = super().clean()
        if cleaned.get("standing") == Standing.OUT:
            cleaned["announced"] = ""
            if cleaned.get("year") is None and "year" not in self.errors:
                self.add_error("year", "Donnez l’année de parution.")
        elif "standing" in cleaned:
            cleaned["year"] = cleaned["month"] = None
            if not cleaned.get("announced") and "announced" not in self.errors:
                self.add_error("announced", "Dites pour quand elle est annoncée.")
        return cleaned


class ContentForm(forms.ModelForm):
    link = web_address("Où la lire", help_text="Le lien est contrôlé chaque semaine.")
    language = forms.ChoiceField(
        choices=[("", CHOOSE), *Tongue.choices], label="Langue", required=False
    )
    categories = forms.MultipleChoiceField(
        choices=Category.choices,
        label="Catégories d’action",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    themes = terms(Theme, "Thèmes")
    review_rhythm = rhythm_field(ReviewRhythm.TWELVE)

    class Meta:
        model = Publication
        fields = ["summary", "link", "here", "pages", "language", "categories", "themes", "source"]
        widgets = {"summary": area(8)}
        help_texts = {
            "summary": "Avec vos mots : à quelle question elle répond, ce qu’on y trouve. Le fichier "
            "se joint en « Pièces et images ».",
            "here": "Ce que ce site en dit déjà : « /fiches-reperes/… ».",
            "source": "D’où vous tenez ces renseignements, et à quelle date.",
        }
