"""What a coordinator decides, and what is asked to change."""

from django import forms

from aict.moderation.models import Correction
from aict.people.models import User

NOBODY = (
    "Choisissez une personne, ou tapez l’adresse d’une personne inscrite et confirmée : invitez-la "
    "d’abord à s’inscrire."
)


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


class ReaderForm(forms.Form):
    """Who else reads: one of the coordination, or an officer by her address."""

    reader = forms.ModelChoiceField(
        User.objects.none(),
        label="Quelqu’un de la coordination",
        required=False,
        empty_label="Choisir…",
    )
    email = forms.EmailField(
        label="Ou une personne inscrite, par son adresse électronique", required=False
    )

    def __init__(self, *args, readers=(), **kwargs):
        super().__init__(*args, **kwargs)
        pks = [person.pk for person in readers]
        self.fields["reader"].queryset = User.objects.filter(pk__in=pks).order_by("name")

    def clean(self):
        told = self.cleaned_data
        told["person"] = told.get("reader") or User.objects.confirmed_at(told.get("email", ""))
        if not told["person"] and not self.errors:
            raise forms.ValidationError(NOBODY)
        return told


CorrectionRows = forms.formset_factory(CorrectionForm, extra=3, max_num=20, absolute_max=30)
