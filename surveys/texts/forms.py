"""What coordinators write around free words."""

from django import forms
from django.utils.translation import gettext_lazy as _

from aict.taxonomies.models import Need
from surveys.texts import hints
from surveys.texts.models import Quote, Theme


class ThemeForm(forms.ModelForm):
    """The theme's survey and question are those of `instance`."""

    class Meta:
        model = Theme
        fields = ["label", "need"]
        labels = {"label": _("Nom du thème"), "need": _("Besoin auquel il répond")}
        help_texts = {
            "label": _("Quelques mots que chacun comprend : « Trouver un partenaire »."),
            "need": _("Facultatif : le thème paraîtra aussi sur la page de ce besoin."),
        }
        error_messages = {"label": {"required": _("Nommez le thème.")}}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["need"].queryset = Need.objects.in_use()
        self.fields["need"].empty_label = _("Aucun en particulier")

    def clean_label(self) -> str:
        label = self.cleaned_data["label"]
        mine = self.instance
        same = Theme.objects.filter(survey=mine.survey_id, question=mine.question)
        if same.filter(label__iexact=label).exclude(pk=mine.pk).exists():
            raise forms.ValidationError(_("Ce thème existe déjà pour cette question."))
        return label


class QuoteForm(forms.ModelForm):
    """`version` is the one the author started from (0 for a new one)."""

    version = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    class Meta:
        model = Quote
        fields = ["text", "theme"]
        labels = {"text": _("Ce que tout le monde pourra lire")}
        help_texts = {
            "text": _(
                "Retirez noms, lieux, pays rares, nombres et dates ; coupez, remplacez par « […] » ou « une commune »."
            ),
        }
        error_messages = {"text": {"required": _("Écrivez la citation.")}}
        widgets = {"text": forms.Textarea(attrs={"rows": 5})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        quote = self.instance
        found = Theme.objects.filter(survey=quote.survey_id, question=quote.question)
        self.fields["theme"].queryset = found
        self.fields["theme"].empty_label = _("Aucun")
        self.fields["version"].initial = quote.version if quote.pk else 0

    def clean_text(self) -> str:
        text = self.cleaned_data["text"]
        if found := [why for why in hints.told(text) if why in hints.FORBIDDEN]:
            raise forms.ValidationError(
                f"Cette citation contient encore {' et '.join(found)} : retirez-le."
            )
        return text
