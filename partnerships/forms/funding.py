"""What is told of a funding line, one subject a page."""

from django import forms

from aict.moderation.fields import rhythm_field
from aict.taxonomies.enums import Category, CountryGroup, ReviewRhythm
from aict.taxonomies.fields import terms
from aict.taxonomies.models import Sector
from aict.territories.forms import CountriesField
from aict.ui.fields import CHOOSE, area, day_input, web_address
from partnerships import enums
from partnerships.models import Funding

MOST_PREREQUISITES, LONGEST_PREREQUISITE = 12, 200
SECTIONS = {
    "Ce que c’est": ["title", "official_name", "teaser", "aids", "is_call"],
    "Qui finance": ["funder", "programme", "scale", "info_url"],
    "Pour qui, pour quoi": ["bodies", "categories"],
}


def several(choices, label: str, missing: str = "", **kwargs) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        choices=choices,
        label=label,
        required=bool(missing),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": missing} if missing else None,
        **kwargs,
    )


class EssentialsForm(forms.ModelForm):
    aids = several(enums.Aid.choices, "Nature de l’aide", "Cochez au moins une nature.")
    bodies = several(
        enums.Body.choices, "Qui peut demander", "Cochez au moins un type de bénéficiaire."
    )
    categories = several(Category.choices, "Catégories d’action", "Cochez au moins une catégorie.")
    info_url = forms.URLField(
        label="Page officielle",
        assume_scheme="https",
        help_text="Celle du financeur : le lien est contrôlé chaque semaine.",
        error_messages={"required": "Donnez l’adresse de la page officielle."},
    )

    class Meta:
        model = Funding
        fields = [
            *("title", "official_name", "teaser", "aids", "is_call", "funder", "programme"),
            *("scale", "info_url", "bodies", "categories"),
        ]
        labels = {
            "title": "Intitulé",
            "teaser": "En une phrase",
            "is_call": "C’est un appel à projets",
        }
        help_texts = {
            "title": "Comme on le dit, sigle compris : « FICOL – Facilité de financement … ».",
            "official_name": "S’il est différent, ou pour développer le sigle.",
            "teaser": "Cette phrase s’affiche dans les listes.",
        }
        widgets = {"teaser": area(2)}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("teaser", "funder", "scale"):
            self.fields[name].required = True
        self.fields["scale"].choices = [("", CHOOSE), *enums.Scale.choices]

    @property
    def sections(self) -> list[tuple[str, list[forms.BoundField]]]:
        return [(title, [self[name] for name in names]) for title, names in SECTIONS.items()]


class CalendarForm(forms.ModelForm):
    apply_url = web_address("Où candidater")

    class Meta:
        model = Funding
        fields = ["recurrence", "date_open", "date_predeposit", "date_close", "apply_url"]
        widgets = {name: day_input() for name in ("date_open", "date_predeposit", "date_close")}
        labels = {"date_predeposit": "Date limite du prédépôt", "date_close": "Clôture"}
        help_texts = {
            "recurrence": "Sans date ni récurrence, la ligne est dite « dates à vérifier ».",
            "date_close": "Le dernier jour où l’on peut déposer.",
        }


class EligibilityForm(forms.ModelForm):
    countries = CountriesField(label="Pays éligibles", required=False)
    country_groups = several(CountryGroup.choices, "Groupes de pays éligibles")
    sectors = terms(Sector, "Secteurs")
    stages = several(enums.ProjectStage.choices, "Stade du projet")
    prerequisites = forms.CharField(
        label="Préalables",
        required=False,
        widget=area(4),
        help_text="Un par ligne : ce qu’il faut avoir fait avant de déposer.",
    )

    class Meta:
        model = Funding
        fields = [
            *("worldwide", "country_groups", "countries", "zone", "sectors", "stages"),
            "prerequisites",
        ]
        labels = {"worldwide": "Tous les pays sont éligibles"}
        help_texts = {
            "zone": "Ce qu’aucune liste ne dit : « pays signataires d’un fonds conjoint »."
        }

    def clean_prerequisites(self) -> list[str]:
        lines = [line.strip() for line in self.cleaned_data["prerequisites"].splitlines()]
        told = [line for line in lines if line]
        if len(told) > MOST_PREREQUISITES:
            raise forms.ValidationError(f"{MOST_PREREQUISITES} préalables au plus.")
        if any(len(line) > LONGEST_PREREQUISITE for line in told):
            raise forms.ValidationError(f"{LONGEST_PREREQUISITE} caractères au plus par préalable.")
        return told


class FiguresForm(forms.ModelForm):
    combines_with = forms.ModelMultipleChoiceField(
        Funding.objects.published().order_by("title"),
        label="Cumul possible avec",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    class Meta:
        model = Funding
        fields = [
            *("amount_min", "amount_max", "rate_min", "rate_max", "own_share_min", "inkind_cap"),
            *("figures_source", "figures_on", "partner_share", "duration", "payment"),
            "combines_with",
        ]
        localized_fields = [
            *("amount_min", "amount_max", "rate_min", "rate_max", "own_share_min", "inkind_cap"),
        ]
        labels = {"own_share_min": "Part minimale de la collectivité (% du coût)"}
        widgets = {"figures_on": day_input(), "partner_share": area(2), "payment": area(2)}
        help_texts = {
            "inkind_cap": "En pour cent de ce que la collectivité apporte.",
            "figures_source": "Un règlement, une page : sans source ni date, aucun chiffre n’est publié.",
        }


class AdviceForm(forms.ModelForm):
    review_rhythm = rhythm_field(ReviewRhythm.SIX)
    source_url = web_address("Adresse de la source")

    class Meta:
        model = Funding
        fields = ["summary", "tips", "source", "source_url"]
        widgets = {"summary": area(6), "tips": area(4)}
        help_texts = {
            "summary": "Ce qui est financé, ce qui ne l’est pas, comment les dossiers sont choisis.",
            "tips": "Ce qu’un pair dirait à un pair.",
        }
