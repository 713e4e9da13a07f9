"""What people type about themselves and each other."""

from allauth.account.forms import SignupForm as AllauthSignupForm
from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from aict.people import memberships
from aict.people.models import Membership, Role, User
from aict.people.sign_in_forms import NEW_PASSWORD, Plain
from aict.taxonomies.models import Service
from aict.territories.forms import TerritoryField

ERASE_WORD = "effacer"


def service_field(**options) -> forms.ModelChoiceField:
    return forms.ModelChoiceField(
        Service.objects.in_use(),
        to_field_name="slug",
        label=_("Votre service"),
        empty_label=_("Choisir un service"),
        **options,
    )


class SignupForm(Plain, AllauthSignupForm):
    """An account and, when one wants, a first membership."""

    labels = {"email": _("Adresse électronique"), "password1": _("Mot de passe")}

    name = forms.CharField(
        label=_("Prénom et nom"),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        help_text=_("Affichés à côté de ce que vous publiez."),
    )
    function = forms.CharField(
        label=_("Fonction"),
        max_length=120,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "organization-title"}),
    )
    territory = TerritoryField(label=_("Votre collectivité"), required=False)
    service = service_field(required=False)
    field_order = ("email", "name", "function", "territory", "service", "password1")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["email"].help_text = _("De préférence celle de votre collectivité.")
        self.fields["password1"].help_text = format_lazy(
            "{} {}",
            NEW_PASSWORD,
            _("Sans mot de passe, un code vous est envoyé à chaque connexion."),
        )

    def clean(self):
        cleaned = super().clean()
        territory, service = cleaned.get("territory"), cleaned.get("service")
        if territory and not service and "service" not in self.errors:
            self.add_error("service", _("Dites dans quel service de cette collectivité."))
        if service and not territory and "territory" not in self.errors:
            self.add_error("territory", _("Dites de quelle collectivité est ce service."))
        return cleaned

    def custom_signup(self, request, user):
        user.name = self.cleaned_data["name"]
        user.function = self.cleaned_data["function"]
        user.save(update_fields=["name", "function"])
        if territory := self.cleaned_data["territory"]:
            memberships.declare(user, territory, self.cleaned_data["service"], announced=False)


class ProfileForm(forms.ModelForm):
    class Meta:
        model = User
        fields = ["name", "function"]
        labels = {"name": _("Prénom et nom"), "function": _("Fonction")}
        widgets = {
            "name": forms.TextInput(attrs={"autocomplete": "name"}),
            "function": forms.TextInput(attrs={"autocomplete": "organization-title"}),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["name"].required = True


class MembershipForm(forms.ModelForm):
    territory = TerritoryField(label=_("Votre collectivité"))
    service = service_field()

    class Meta:
        model = Membership
        fields = ["territory", "service"]

    def _get_validation_exclusions(self):
        # `user` is set on the instance: the constraint on the three together is checked.
        return super()._get_validation_exclusions() - {"user"}


class RefusalForm(forms.Form):
    reason = forms.CharField(
        label=_("Motif"),
        max_length=300,
        help_text=_("Une phrase, envoyée à la personne."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class HeirForm(forms.Form):
    """To whom what is in one's name goes."""

    heir = forms.ModelChoiceField(
        User.objects.none(),
        required=False,
        label=_("À qui confier vos contributions"),
        empty_label=_("À la coordination"),
        help_text=_("Parmi les membres confirmés de la même collectivité."),
    )

    def __init__(self, *args, heirs, held, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["heir"].queryset = heirs
        if not held:
            del self.fields["heir"]


class ErasureForm(HeirForm):
    word = forms.CharField(
        label=_("Pour confirmer, tapez « effacer »"),
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none"}),
    )

    def clean_word(self):
        word = self.cleaned_data["word"].strip().lower()
        if word != ERASE_WORD:
            raise forms.ValidationError(_("Tapez le mot « effacer »."))
        return word


class RoleForm(forms.Form):
    role = forms.ChoiceField(label=_("Rôle"), choices=Role.choices)


class PeopleSearchForm(forms.Form):
    """Wrong values mean no filter: a search never fails."""

    q = forms.CharField(
        label=_("Nom, adresse ou fonction"),
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"type": "search", "class": "control"}),
    )
    role = forms.ChoiceField(
        label=_("Rôle"),
        required=False,
        choices=[("", _("Tous les rôles")), *Role.choices],
        widget=forms.Select(attrs={"class": "control"}),
    )
