"""What is asked before a response begins, or to find it again."""

from django import forms
from django.utils.translation import gettext_lazy as _

from aict.people.forms import service_field
from aict.people.models import User
from aict.territories.forms import TerritoryField
from surveys.answering.keys import normalise


class WhoForm(forms.Form):
    """Of named surveys only."""

    territory = TerritoryField(label=_("Votre collectivité"))
    service = service_field()


def who_of(user) -> dict:
    """What the account already says, as initial values."""
    if not isinstance(user, User):
        return {}
    first = user.memberships.confirmed().select_related("territory", "service").first()
    return {"territory": first.territory.key, "service": first.service.slug} if first else {}


class KeyForm(forms.Form):
    key = forms.CharField(
        label=_("Votre clé"),
        max_length=200,
        help_text=_("24 lettres et chiffres. Majuscules, espaces et tirets sont sans importance."),
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
        error_messages={"required": _("Écrivez votre clé.")},
    )

    def clean_key(self) -> str:
        if key := normalise(self.cleaned_data["key"]):
            return key
        raise forms.ValidationError(
            _("Cette clé n’est pas complète : elle compte 24 lettres et chiffres.")
        )
