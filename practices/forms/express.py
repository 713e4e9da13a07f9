"""What an officer tells in a quarter of an hour: enough to be found, read and called."""

from django import forms

from aict.taxonomies.models import Modality, Service
from aict.territories.forms import CountriesField, TerritoryField
from practices.models import Practice


class EssentialsForm(forms.ModelForm):
    territory = TerritoryField(label="Collectivité porteuse", scope="collectivites", required=False)
    service = forms.ModelChoiceField(
        Service.objects.in_use(),
        to_field_name="slug",
        label="Service porteur",
        help_text="Le service qui pilote, pas celui qui dépose.",
    )
    countries = CountriesField(
        label="Pays partenaires",
        required=False,
        help_text="Laissez vide si l’action n’a pas de pays partenaire, par exemple en promotion.",
    )
    modalities = forms.ModelMultipleChoiceField(
        Modality.objects.in_use(),
        to_field_name="slug",
        label="Modalités d’action",
        widget=forms.CheckboxSelectMultiple,
    )
    consent = forms.BooleanField(
        label="La collectivité autorise la publication de cette pratique",
        error_messages={"required": "Sans cet accord, la pratique ne peut pas être publiée."},
    )
    authorised_by_function = forms.CharField(
        label="Fonction de la personne qui a donné l’accord",
        max_length=120,
        help_text="Une fonction, pas un nom : par exemple « Direction générale des services ».",
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
            "territory_name": "Ma collectivité n’est pas dans la liste",
            "summary": "L’essentiel",
            "benefit": "Ce que cela a apporté ici",
        }
        help_texts = {
            "nature": "Une stratégie décrit un cap ; un projet, une action.",
            "title": "Commencez par un verbe, sans sigle.",
            "teaser": "Cette phrase s’affiche dans les listes.",
            "territory_name": "Écrivez son nom : la coordination la rattachera.",
            "summary": "Quoi, avec qui, pour quel effet.",
            "cost_band": "Une tranche suffit ; « non communiqué » est une réponse.",
            "benefit": "Emplois, entreprises, contrats, visiteurs, compétences … avec un chiffre si possible.",
        }
        widgets = {
            "nature": forms.RadioSelect,
            "category": forms.RadioSelect,
            "summary": forms.Textarea(attrs={"rows": 6}),
            "teaser": forms.Textarea(attrs={"rows": 2}),
            "benefit": forms.Textarea(attrs={"rows": 2}),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("nature", "category"):
            self.fields[name].choices = [c for c in self.fields[name].choices if c[0]]

    def clean(self):
        cleaned = super().clean()
        territory, typed = cleaned.get("territory"), cleaned.get("territory_name")
        if not territory and not typed and "territory" not in self.errors:
            self.add_error("territory", "Indiquez la collectivité porteuse.")
        if territory and typed:
            cleaned["territory_name"] = ""
        return cleaned
