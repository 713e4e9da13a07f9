"""What is told of a partnership, one subject a page."""

from django import forms

from aict.moderation.fields import rhythm_field
from aict.moderation.rows import rows
from aict.taxonomies.enums import Category
from aict.taxonomies.fields import terms
from aict.taxonomies.models import ActorType, Goal, Modality, Sector, Service
from aict.territories.forms import TerritoriesField
from aict.territories.models import Country
from aict.ui.fields import CHOOSE, area, day_input, web_address
from partnerships.abroad import place_told
from partnerships.models import Mobilised, Partnership

SECTIONS = {
    "Qui se lie": ["title", "french_parties", "foreign_parties", "service"],
    "Quel lien": ["form", "stage", "suspended_reason", "origin", "categories"],
    "L’accord de votre collectivité": ["consent", "authorised_by_function"],
}


class EssentialsForm(forms.ModelForm):
    french_parties = TerritoriesField(
        label="Collectivités françaises",
        scope="collectivites",
        help_text="Toutes celles qui sont parties au lien.",
        error_messages={"required": "Indiquez au moins une collectivité française."},
    )
    foreign_parties = TerritoriesField(
        label="Territoires partenaires à l’étranger",
        scope="etranger",
        free=True,
        help_text="Pas dans la liste ? Écrivez son nom et son pays : « Cercle de Mopti (Mali) ».",
        error_messages={"required": "Indiquez au moins un territoire étranger."},
    )
    service = forms.ModelChoiceField(
        Service.objects.in_use(),
        to_field_name="slug",
        label="Service qui suit le partenariat",
        empty_label=CHOOSE,
    )
    categories = forms.MultipleChoiceField(
        choices=Category.choices,
        label="À quoi il sert",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Cochez au moins une catégorie."},
    )
    consent = forms.BooleanField(
        label="La collectivité autorise la publication de ce partenariat",
        error_messages={"required": "Sans cet accord, le partenariat ne peut pas être publié."},
    )
    authorised_by_function = forms.CharField(
        label="Fonction de la personne qui a donné l’accord",
        max_length=120,
        help_text="Sans nom, par exemple : direction générale des services.",
    )

    class Meta:
        model = Partnership
        fields = ["title", "form", "stage", "suspended_reason", "origin", "categories"]
        labels = {"title": "Intitulé", "form": "Forme", "stage": "Stade", "origin": "Origine"}
        help_texts = {
            "title": "Les noms des territoires suffisent : « Grenoble – Sfax ».",
            "suspended_reason": "Seulement si le partenariat est suspendu.",
            "form": "Une convention n’est pas obligatoire : une action commune compte aussi.",
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("form", "stage", "origin"):
            field = self.fields[name]
            field.required = True
            field.choices = [("", CHOOSE), *[c for c in field.choices if c[0]]]

    def clean_foreign_parties(self):
        """Rows; a name the list lacks is kept with its country, to be made at acceptance."""
        return [
            place_told(party) if isinstance(party, str) else party
            for party in self.cleaned_data["foreign_parties"]
        ]

    @property
    def sections(self) -> list[tuple[str, list[forms.BoundField]]]:
        return [(title, [self[name] for name in names]) for title, names in SECTIONS.items()]


class AgreementForm(forms.ModelForm):
    class Meta:
        model = Partnership
        fields = ["teaser", "summary", "date_signed", "date_end", "renewal"]
        widgets = {
            "teaser": area(2),
            "summary": area(5),
            "date_signed": day_input(),
            "date_end": day_input(),
        }
        help_texts = {
            "teaser": "Cette phrase s’affiche dans les listes.",
            "date_end": "Vide si l’accord est sans terme. Vous serez prévenu·e six mois avant.",
        }


class BenefitsForm(forms.ModelForm):
    class Meta:
        model = Partnership
        fields = ["benefits_here", "benefits_there"]
        widgets = {"benefits_here": area(4), "benefits_there": area(4)}


class MobilisedForm(forms.ModelForm):
    actor_type = forms.ModelChoiceField(
        ActorType.objects.in_use(), to_field_name="slug", label="Type", required=False
    )
    country = forms.ModelChoiceField(Country.objects.all(), label="Pays", required=False)

    class Meta:
        model = Mobilised
        fields = ["name", "actor_type", "side", "country", "role"]
        widgets = {
            "name": forms.TextInput(
                attrs={"data-suggest": "/partenariats/suggestions/?type=acteur"}
            )
        }


MobilisedRows = rows(MobilisedForm, "Acteurs économiques mobilisés", "Acteur", 30)


class FilingForm(forms.ModelForm):
    modalities = terms(Modality, "Modalités d’action")
    sectors = terms(Sector, "Secteurs")
    goals = terms(Goal, "Objectifs de développement durable")

    class Meta:
        model = Partnership
        fields = ["modalities", "sectors", "goals"]


class PublicationForm(forms.ModelForm):
    review_rhythm = rhythm_field()
    source_url = web_address("Son adresse")

    class Meta:
        model = Partnership
        fields = ["source", "source_url"]
        labels = {"source": "Source publique"}
        help_texts = {"source": "Une délibération, une page publique : ce qui permet de vérifier."}
