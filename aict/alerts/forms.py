"""What is asked of a reader: an address when she has no account, and how often."""

from django import forms
from django.utils.translation import gettext_lazy as _

from aict.alerts.rhythms import PERIODIC, Rhythm


def email_field(label) -> forms.EmailField:
    return forms.EmailField(
        label=label,
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={
            "required": _("Donnez l’adresse où recevoir l’alerte."),
            "invalid": _("Écrivez une adresse complète : prenom.nom@collectivite.fr."),
        },
    )


def honeypot() -> forms.CharField:
    return forms.CharField(
        label=_("Laissez ce champ vide"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}),
    )


class RhythmForm(forms.Form):
    rhythm = forms.ChoiceField(
        label=_("À quel rythme"),
        choices=[(rhythm.value, rhythm.label) for rhythm in PERIODIC],
        initial=Rhythm.MONTH,
        widget=forms.RadioSelect,
        help_text=_("Aucun message quand il n’y a rien de nouveau."),
    )


class AskForm(RhythmForm):
    """`known`: somebody signed in, whose address is known. `page`: an alert that has no rhythm."""

    email = email_field(_("Votre adresse électronique"))
    website = honeypot()
    field_order = ("email", "rhythm", "website")

    def __init__(self, *args, known: bool, page: bool, **kwargs):
        super().__init__(*args, **kwargs)
        if known:
            del self.fields["email"], self.fields["website"]
        if page:
            del self.fields["rhythm"]


class LinkForm(forms.Form):
    """Where to send the link that manages one's alerts."""

    email = email_field(_("L’adresse de vos alertes"))
    website = honeypot()
