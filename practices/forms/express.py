"""What an officer tells in a quarter of an hour: enough to be found, read and called."""

from django import forms

from aict.taxonomies.enums import Category, CostBand
from aict.taxonomies.models import Modality, Service
from aict.territories.forms import CountriesField, TerritoryField
from aict.ui.fields import CHOOSE
from practices.forms.choices import NATURES, Cards, CategoryCards, ModalitiesByCategory
from practices.models import Practice

NAME_LIMIT = Practice._meta.get_field("territory_name").max_length
# What is asked, by subject, in the order in which one tells it.
SECTIONS = {
    "Votre pratique": ["nature", "title", "teaser", "category"],
    "Qui la porte": ["territory", "service"],
    "Ce qui se fait": ["summary", "countries", "modalities"],
    "Ce que cela coûte, ce que cela apporte": ["cost_band", "benefit"],
    "L’accord de votre collectivité": ["consent", "authorised_by_function"],
}


class EssentialsForm(forms.ModelForm):
    territory = TerritoryField(
        label="Collectivité porteuse",
        scope="collectivites",
        free=True,
        help_text="Tapez les premières lettres. Si elle n’est pas dans la liste, gardez ce que vous "
        "avez écrit : la coordination la rattachera.",
        error_messages={"required": "Indiquez la collectivité porteuse."},
    )
    service = forms.ModelChoiceField(
        Service.objects.in_use(),
        to_field_name="slug",
        label="Service porteur",
        empty_label=CHOOSE,
        help_text="Le service qui pilote, pas forcément le vôtre.",
    )
    countries = CountriesField(
        label="Pays partenaires",
        required=False,
        help_text="Laissez vide s’il n’y en a pas : c’est fréquent en promotion du territoire.",
    )
    modalities = forms.ModelMultipleChoiceField(
        Modality.objects.in_use(),
        to_field_name="slug",
        label="Modalités d’action",
        help_text="Une à trois suffisent : celles que vous diriez à une collègue.",
        widget=ModalitiesByCategory,
        error_messages={"required": "Cochez au moins une modalité d’action."},
    )
    consent = forms.BooleanField(
        label="La collectivité autorise la publication de cette pratique",
        error_messages={"required": "Sans cet accord, la pratique ne peut pas être publiée."},
    )
    authorised_by_function = forms.CharField(
        label="Fonction de la personne qui a donné l’accord",
        max_length=120,
        help_text="Sans nom, par exemple : direction générale des services.",
    )

    class Meta:
        model = Practice
        fields = [
            "nature",
            "title",
            "teaser",
            "category",
            "territory",
            "territory_name",
            "service",
            "summary",
            "countries",
            "modalities",
            "cost_band",
            "benefit",
        ]
        labels = {
            "title": "Titre",
            "teaser": "En une phrase",
            "category": "Catégorie principale",
            "summary": "L’essentiel",
            "benefit": "Ce que cela a apporté ici",
        }
        help_texts = {
            "title": "Un verbe, un objet, pas de sigle : « Accompagner dix entreprises sur un salon ».",
            "teaser": "Cette phrase s’affiche dans les listes.",
            "summary": "Quoi, avec qui, pour quel effet : comme à une collègue d’une autre ville.",
            "cost_band": "Une tranche suffit ; « non communiqué » est une réponse.",
            "benefit": "Emplois, contrats, visiteurs, compétences : un chiffre si vous en avez un.",
        }
        widgets = {
            "nature": Cards(NATURES),
            "category": CategoryCards,
            "summary": forms.Textarea(attrs={"rows": 6}),
            "teaser": forms.Textarea(attrs={"rows": 2}),
            "benefit": forms.Textarea(attrs={"rows": 2}),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("nature", "category"):
            self.fields[name].choices = [c for c in self.fields[name].choices if c[0]]
        self.fields["cost_band"].choices = [("", CHOOSE), *CostBand.choices]
        self.fields["modalities"].widget.category = self.chosen_category()

    def chosen_category(self) -> str:
        """The category ticked so far, or ""."""
        chosen = self["category"].value()
        return chosen if chosen in Category.values else ""

    @property
    def sections(self) -> list[tuple[str, list[forms.BoundField]]]:
        """The fields under their subject, as the page shows them."""
        return [(title, [self[name] for name in names]) for title, names in SECTIONS.items()]

    def clean(self):
        """A name the list lacks is kept as typed, until a coordinator attaches it."""
        cleaned = super().clean()
        territory = cleaned.get("territory")
        typed = isinstance(territory, str)
        cleaned["territory_name"] = territory if typed else ""
        if typed:
            cleaned["territory"] = None
            if len(territory) > NAME_LIMIT:
                self.add_error("territory", f"{NAME_LIMIT} caractères au plus.")
        return cleaned


# Saved with the rest, but asked as `territory`: one question, whether the list knows the answer or not.
del EssentialsForm.base_fields["territory_name"]
