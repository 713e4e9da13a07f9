"""What is told of an economic actor: who it is, what it can bring, how to reach it."""

from django import forms

from aict.moderation.fields import rhythm_field
from aict.taxonomies.enums import Category
from aict.taxonomies.fields import terms
from aict.taxonomies.models import ActorType, Offer, Sector
from aict.territories.forms import CountriesField, TerritoryField
from aict.territories.models import Country
from aict.ui.fields import CHOOSE, web_address
from partnerships.models import Actor

SECTIONS = {
    "Qui est-ce": ["title", "acronym", "actor_type", "country", "seat", "website"],
    "Ce qu’il peut apporter à une collectivité": ["teaser", "categories", "offers", "offer_text"],
    "Comment le joindre": ["contact_relay", "contact_public", "public_contact", "consent"],
}


class EssentialsForm(forms.ModelForm):
    actor_type = forms.ModelChoiceField(
        ActorType.objects.in_use(), to_field_name="slug", label="Type", empty_label=CHOOSE
    )
    country = forms.ModelChoiceField(Country.objects.all(), label="Pays", empty_label=CHOOSE)
    seat = TerritoryField(
        label="Siège",
        scope="tout",
        required=False,
        help_text="La ville ou le département où il est installé. Tapez les premières lettres.",
    )
    website = web_address("Site internet")
    categories = forms.MultipleChoiceField(
        choices=Category.choices,
        label="Pour quelles actions",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Cochez au moins une catégorie."},
    )
    offers = forms.ModelMultipleChoiceField(
        Offer.objects.in_use(),
        to_field_name="slug",
        label="Ce qu’il apporte",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Cochez au moins un apport."},
    )
    contact_relay = forms.EmailField(
        label="Boîte de relais",
        help_text="Une adresse de service. Elle n’est jamais affichée : la plateforme y transmet les "
        "demandes et y demande, de temps en temps, si la page est toujours exacte.",
    )
    consent = forms.BooleanField(
        label="L’organisme sait qu’il figure dans cet annuaire et accepte d’y être joint par le relais",
        error_messages={"required": "Sans cet accord, l’organisme ne peut pas être publié."},
    )

    class Meta:
        model = Actor
        fields = [
            *("title", "acronym", "actor_type", "country", "seat", "website", "teaser"),
            *("categories", "offers", "offer_text", "contact_relay", "contact_public"),
            "public_contact",
        ]
        labels = {
            "title": "Nom",
            "teaser": "En une phrase",
            "offer_text": "Concrètement",
            "contact_public": "Afficher aussi un contact public",
            "public_contact": "Contact public",
        }
        help_texts = {
            "title": "Le nom en toutes lettres, sans sigle.",
            "teaser": "Ce qu’il fait, pour qui. Cette phrase s’affiche dans les listes.",
            "offer_text": "Ce qu’une collectivité peut lui demander, et ce qu’elle reçoit.",
            "public_contact": "Un standard ou l’adresse d’un service, jamais le nom d’une personne.",
        }
        widgets = {
            "teaser": forms.Textarea(attrs={"rows": 2}),
            "offer_text": forms.Textarea(attrs={"rows": 4}),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("teaser", "offer_text"):
            self.fields[name].required = True

    def clean(self):
        """What is shown must be given, and a seat lies in its country."""
        cleaned = super().clean()
        if cleaned.get("contact_public") and not cleaned.get("public_contact"):
            self.add_error("public_contact", "Indiquez le contact à afficher, ou décochez la case.")
        seat, country = cleaned.get("seat"), cleaned.get("country")
        if seat and country and seat.country_id != country.pk:
            self.add_error("seat", f"{seat.name} n’est pas dans ce pays : {country.name}.")
        return cleaned

    @property
    def sections(self) -> list[tuple[str, list[forms.BoundField]]]:
        return [(title, [self[name] for name in names]) for title, names in SECTIONS.items()]


class ScopeForm(forms.ModelForm):
    countries_active = CountriesField(
        label="Pays où il intervient",
        required=False,
        help_text="Laissez vide s’il intervient partout, ou seulement dans son pays.",
    )
    sectors = terms(Sector, "Secteurs")

    class Meta:
        model = Actor
        fields = ["countries_active", "sectors", "conditions", "conditions_text"]
        labels = {"conditions": "À quelles conditions", "conditions_text": "Précisions"}
        help_texts = {"conditions_text": "Une adhésion, un tarif public, un délai à prévoir."}


class PublicationForm(forms.ModelForm):
    review_rhythm = rhythm_field()
    source_url = web_address("Son adresse")

    class Meta:
        model = Actor
        fields = ["source", "source_url"]
        labels = {"source": "Source publique"}
        help_texts = {"source": "Une page publique qui permet de vérifier."}
