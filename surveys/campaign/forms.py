"""Adding people to invite: one, or a list as a file or as pasted lines."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from aict.imports.lines import UnreadableError
from aict.imports.reading import MAX_SIZE, MEGABYTE
from aict.people.forms import service_field
from aict.territories.forms import TerritoryField
from surveys.campaign import reading
from surveys.campaign.models import Invitation
from surveys.models import Survey


class OneForm(forms.Form):
    """Cleans to an invitation that is not saved yet."""

    email = forms.EmailField(label=_("Adresse électronique"), max_length=254)
    territory = TerritoryField(
        label=_("Collectivité"),
        required=False,
        free=True,
        help_text=_("Choisissez-la dans la liste : elle compte dans le taux de réponse."),
    )
    service = service_field(required=False)

    def __init__(self, survey: Survey, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.survey = survey
        self.fields["service"].label = _("Service")

    def clean_email(self) -> str:
        email = self.cleaned_data["email"].lower()
        if Invitation.objects.filter(survey=self.survey, email__iexact=email).exists():
            raise ValidationError(_("Cette adresse est déjà invitée."))
        return email


class ListForm(forms.Form):
    """Cleans to `guests`."""

    file = forms.FileField(
        label=_("Un fichier CSV ou XLSX"),
        required=False,
        widget=forms.FileInput(attrs={"accept": ".csv,.tsv,.txt,.xlsx"}),
    )
    lines = forms.CharField(
        label=_("Ou des lignes collées"),
        required=False,
        strip=False,
        help_text=_("Une personne par ligne : adresse ; collectivité ; service."),
        widget=forms.Textarea(attrs={"rows": 6, "spellcheck": "false"}),
    )

    def clean(self) -> dict:
        told = super().clean() or {}
        if self.errors:
            return told
        file, lines = told.get("file"), told.get("lines", "")
        if not file and not lines.strip():
            raise ValidationError(_("Donnez un fichier, ou collez des lignes."))
        if file and lines.strip():
            raise ValidationError(_("Donnez un fichier ou des lignes, pas les deux à la fois."))
        if file and file.size > MAX_SIZE:
            raise ValidationError(_("Ce fichier dépasse %s Mo.") % (MAX_SIZE // MEGABYTE))
        try:
            told["guests"] = reading.sent(file.read(), file.name) if file else reading.pasted(lines)
        except UnreadableError as error:
            raise ValidationError(str(error)) from error
        return told
