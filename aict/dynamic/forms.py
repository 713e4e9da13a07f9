"""The page's texts, and the message to the coordination."""

from django import forms

from aict.dynamic.models import TEXTS, DynamicPage, RelayedMessage

MARKDOWN = "Markdown : **gras**, *italique*, listes avec « - », liens [mots](https://…)."


class PageForm(forms.ModelForm):
    """`read` is the version the author started from."""

    read = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    class Meta:
        model = DynamicPage
        fields = [*TEXTS, "note"]
        labels = {
            "lead": "En une phrase",
            "purpose": "Pourquoi",
            "milestones": "Jalons",
            "perspectives": "Perspectives",
            "governance": "Qui fait quoi",
            "note": "Ce qui change",
        }
        help_texts = {
            "purpose": MARKDOWN,
            "milestones": "Un jalon commence par une ligne « ## date : titre ».",
            "governance": "Un rôle commence par une ligne « ## rôle ». Des fonctions, jamais de noms.",
            "note": "En quelques mots, pour retrouver cette version.",
        }
        widgets = {
            "lead": forms.Textarea(attrs={"rows": 2}),
            "purpose": forms.Textarea(attrs={"rows": 14}),
            "milestones": forms.Textarea(attrs={"rows": 16}),
            "perspectives": forms.Textarea(attrs={"rows": 10}),
            "governance": forms.Textarea(attrs={"rows": 14}),
        }

    def texts(self) -> dict[str, str]:
        return {name: self.cleaned_data[name].replace("\r\n", "\n") for name in TEXTS}


class ContactForm(forms.ModelForm):
    """Robots fill `website`, which nobody sees."""

    website = forms.CharField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = RelayedMessage
        fields = ["name", "email", "subject", "text"]
        labels = {
            "name": "Votre nom",
            "email": "Votre adresse électronique",
            "subject": "Objet",
            "text": "Votre message",
        }
        help_texts = {
            "email": "Transmise à la coordination pour qu’elle vous réponde. Elle n’est pas gardée ici."
        }
        widgets = {
            "text": forms.Textarea(attrs={"rows": 8}),
            "name": forms.TextInput(attrs={"autocomplete": "name"}),
            "email": forms.EmailInput(attrs={"autocomplete": "email"}),
        }

    def clean_subject(self) -> str:
        return " ".join(self.cleaned_data["subject"].split())

    def clean_name(self) -> str:
        return " ".join(self.cleaned_data["name"].split())
