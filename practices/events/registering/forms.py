"""What is asked of who registers, and what the coordination writes to them."""

from django import forms

from practices.events.models import EventMessage, Registration


class RegistrationForm(forms.ModelForm):
    website = forms.CharField(
        label="Laissez ce champ vide",
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}),
    )

    class Meta:
        model = Registration
        fields = ["name", "function", "organisation", "email"]
        labels = {"name": "Nom et prénom", "organisation": "Collectivité ou organisme"}
        help_texts = {
            "email": "Un message y part : ouvrez-le pour confirmer. L’adresse n’est montrée qu’à la "
            "coordination."
        }
        widgets = {
            "name": forms.TextInput(attrs={"autocomplete": "name"}),
            "function": forms.TextInput(attrs={"autocomplete": "organization-title"}),
            "organisation": forms.TextInput(attrs={"autocomplete": "organization"}),
            "email": forms.EmailInput(attrs={"autocomplete": "email"}),
        }

    def __init__(self, *args, user=None, **kwargs):
        """A signed-in person registers with the address of her account: it is not asked."""
        super().__init__(*args, **kwargs)
        self.user = user
        if user:
            del self.fields["email"]

    def clean_email(self) -> str:
        return self.cleaned_data["email"].strip().lower()

    def given(self) -> dict:
        """The columns of a registration."""
        told = {name: value for name, value in self.cleaned_data.items() if name != "website"}
        return {"email": self.user.email, **told} if self.user else told


class MessageForm(forms.ModelForm):
    token = forms.UUIDField(widget=forms.HiddenInput)

    class Meta:
        model = EventMessage
        fields = ["subject", "body", "waiting_too"]
        labels = {"waiting_too": "L’écrire aussi à la liste d’attente"}
        help_texts = {
            "body": "Chaque personne reçoit son propre message ; personne ne voit l’adresse des autres."
        }
        widgets = {"body": forms.Textarea(attrs={"rows": 8})}
