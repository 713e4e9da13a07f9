"""What is typed: a question, an answer, a reuse and what became of it."""

from django import forms
from django.utils import timezone

from aict.ui.fields import MonthField, area
from partnerships.forms.introduction import no_address
from practices.exchange.models import Reason, Reuse
from practices.exchange.questions import gate as questions
from practices.exchange.reuses import gate as reuses
from practices.models import Practice


class AsMemberForm(forms.Form):
    """`memberships`: the confirmed ones of who writes; asked only when there are several."""

    membership = forms.ModelChoiceField(None, label="Au nom de", empty_label=None)

    def __init__(self, *args, memberships, **kwargs):
        super().__init__(*args, **kwargs)
        belongs = self.fields["membership"]
        belongs.queryset = memberships
        belongs.initial = memberships[0] if memberships else None
        if len(memberships) <= 1:
            belongs.widget = forms.HiddenInput()


class AskForm(AsMemberForm):
    text = forms.CharField(
        label="Votre question",
        max_length=600,
        validators=[no_address],
        widget=area(5),
        help_text="Une question à la fois, comme vous la poseriez au téléphone. Elle paraîtra avec la réponse.",
    )
    function = forms.CharField(
        label="Votre fonction, telle qu’elle s’affichera",
        max_length=120,
        validators=[no_address],
        required=False,
        help_text="Par exemple « Chargée de mission ». Laissez vide pour n’afficher que votre service. Jamais de nom.",
    )
    field_order = ["membership", "text", "function"]


class AnswerForm(forms.Form):
    answer = forms.CharField(
        label="Votre réponse",
        max_length=2000,
        validators=[no_address],
        widget=area(7),
        help_text="Quelques phrases suffisent. Elle paraît au nom de votre service, après relecture.",
        error_messages={"required": "Écrivez votre réponse : quelques phrases suffisent."},
    )

    def said(self) -> questions.Said:
        return questions.Said(answer=self.cleaned_data["answer"])


class RefuseForm(forms.Form):
    reason = forms.ChoiceField(
        choices=Reason.choices,
        label="Pourquoi elle ne paraîtra pas",
        widget=forms.RadioSelect,
        error_messages={"required": "Choisissez une raison : la personne la recevra."},
    )
    comment = forms.CharField(
        label="Un mot d’explication",
        max_length=500,
        validators=[no_address],
        required=False,
        widget=area(2),
    )

    def said(self) -> questions.Said:
        return questions.Said(**self.cleaned_data)


class ReturnForm(forms.Form):
    comment = forms.CharField(
        label="Ce qui est à reprendre",
        max_length=500,
        validators=[no_address],
        widget=area(2),
        error_messages={"required": "Dites à l’équipe ce qui est à reprendre, en une phrase."},
    )

    def said(self) -> questions.Said:
        return questions.Said(**self.cleaned_data)


class DeclareForm(AsMemberForm):
    taken = forms.CharField(
        label="Ce que vous reprenez",
        max_length=400,
        validators=[no_address],
        widget=area(3),
        help_text="En une ou deux phrases : l’idée, la méthode, un outil, une étape.",
    )
    since = MonthField(label="Depuis", required=True, help_text="À peu près, par exemple 03/2026.")

    def clean_since(self):
        day = self.cleaned_data["since"]
        if day > timezone.localdate():
            raise forms.ValidationError("Cette date est à venir : dites-le quand vous commencerez.")
        if day.year < 1990:
            raise forms.ValidationError("Cette année paraît trop ancienne : vérifiez-la.")
        return day


class FollowForm(forms.Form):
    """`reuse` says whose practices may be linked."""

    outcome = forms.ChoiceField(
        choices=[
            ("adapt", "Adaptée : nous l’avons faite à notre manière"),
            ("complete", "Réalisée : c’est en place"),
            ("drop", "Abandonnée : nous y avons renoncé"),
        ],
        label="Ce que cela est devenu",
        widget=forms.RadioSelect,
        error_messages={"required": "Choisissez l’une des trois réponses."},
    )
    sentence = forms.CharField(
        label="En une phrase",
        max_length=300,
        validators=[no_address],
        widget=area(2),
        help_text="Ce qui a marché, ce qui a changé, pourquoi vous avez renoncé. Elle s’affiche sur la page.",
    )
    child = forms.ModelChoiceField(
        Practice.objects.none(),
        to_field_name="slug",
        label="Votre pratique, si vous l’avez publiée",
        required=False,
        empty_label="Pas encore publiée",
    )

    def __init__(self, *args, reuse: Reuse, **kwargs):
        super().__init__(*args, **kwargs)
        ours = Practice.objects.published().filter(territory=reuse.territory)
        self.fields["child"].queryset = ours.order_by("title")

    def said(self) -> reuses.Said:
        return reuses.Said(sentence=self.cleaned_data["sentence"], child=self.cleaned_data["child"])


class HideForm(forms.Form):
    comment = forms.CharField(
        label="Pourquoi la masquer",
        max_length=300,
        validators=[no_address],
        widget=area(2),
        error_messages={
            "required": "Indiquez pourquoi, en une phrase : la collectivité la recevra."
        },
    )

    def said(self) -> reuses.Said:
        return reuses.Said(**self.cleaned_data)
