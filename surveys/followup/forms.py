"""What a coordinator writes of a follow-up."""

from django import forms
from django.utils.translation import gettext_lazy as _

from aict.taxonomies.models import Need
from surveys.followup.models import FollowUp


class FollowUpForm(forms.ModelForm):
    """`version` is the one the author started from (0 for a new one)."""

    link = forms.URLField(
        label=_("Pour en savoir plus"),
        help_text=_("Une adresse complète. Facultatif."),
        required=False,
        max_length=300,
        assume_scheme="https",
    )
    version = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    class Meta:
        model = FollowUp
        fields = ["text", "need", "link", "day"]
        help_texts = {
            "text": _("Ce qui existe maintenant, et pour qui. Trois phrases au plus."),
            "need": _("Les personnes qui suivent ce besoin sont prévenues à la publication."),
        }
        error_messages = {"text": {"required": _("Dites ce qui a été fait.")}}
        widgets = {
            "text": forms.Textarea(attrs={"rows": 4}),
            "day": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["need"].queryset = Need.objects.in_use()
        self.fields["need"].empty_label = _("Toute l’enquête")
        self.fields["version"].initial = self.instance.version if self.instance.pk else 0

    def told(self) -> dict:
        return {name: self.cleaned_data[name] for name in self.Meta.fields}
