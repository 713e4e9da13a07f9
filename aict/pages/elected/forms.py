"""The three questions."""

from django import forms
from django.utils.translation import gettext_lazy as _

from aict.pages.elected.concerns import CONCERNS, TIMES
from aict.territories.forms import TerritoryField


class ElectedForm(forms.Form):
    territoire = TerritoryField(
        label=_("Votre territoire"),
        required=False,
        help_text=_("Une commune, une intercommunalité, un département, une région."),
    )
    sujet = forms.ChoiceField(
        label=_("Ce qui vous préoccupe"),
        choices=[(concern.slug, concern.words) for concern in CONCERNS],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choisissez ce qui vous préoccupe.")},
    )
    temps = forms.ChoiceField(
        label=_("Le temps que vous avez"),
        choices=[(time.slug, time.words) for time in TIMES],
        initial="2",
        widget=forms.RadioSelect,
        error_messages={"required": _("Dites de combien de temps vous disposez.")},
    )
