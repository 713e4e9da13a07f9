"""What a reader says is wrong."""

from django import forms

from aict.listing.models import Report


class ReportForm(forms.ModelForm):
    website = forms.CharField(
        label="Laissez ce champ vide",
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}),
    )

    class Meta:
        model = Report
        fields = ["reason", "message"]
        widgets = {"message": forms.Textarea(attrs={"rows": 5}), "reason": forms.RadioSelect}
        help_texts = {
            "message": "Ni nom ni coordonnées : ce message est lu par l’équipe de la page."
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reason"].choices = self.fields["reason"].choices[1:]
