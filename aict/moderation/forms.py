"""What a coordinator decides, and what is asked to change."""

from django import forms

from aict.moderation.models import Correction


class DecisionForm(forms.Form):
    transition = forms.ChoiceField(
        label="Votre décision",
        choices=[("accept", "Publier"), ("send_back", "Demander des corrections")],
        widget=forms.RadioSelect,
    )
    comment = forms.CharField(
        label="Message aux auteurs",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    # The version that was read: deciding on another one is refused.
    expected = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=2**31 - 1)


class CorrectionForm(forms.ModelForm):
    field = forms.ChoiceField(label="Passage", required=False)

    class Meta:
        model = Correction
        fields = ["field", "reason", "comment"]
        widgets = {"comment": forms.Textarea(attrs={"rows": 2})}

    def __init__(self, *args, choices=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["field"].choices = choices


CorrectionRows = forms.formset_factory(CorrectionForm, extra=3, max_num=20, absolute_max=30)
