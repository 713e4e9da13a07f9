"""One question, or one section, as coordinators type it."""

from django import forms

from aict.ui.fields import area
from surveys.editing.changes import LISTS
from surveys.questionnaire.reading import LONGEST
from surveys.questionnaire.structure import Kind, Question, Questionnaire, Section

NAMELESS = "Écrivez quelques mots : une réponse sans nom ne se choisit pas."


class QuestionForm(forms.Form):
    label = forms.CharField(
        label="Question",
        max_length=LONGEST["label"],
        widget=area(2),
        error_messages={"required": "Écrivez la question."},
    )
    help = forms.CharField(label="Aide", max_length=LONGEST["help"], required=False, widget=area(2))
    short = forms.CharField(
        label="Titre court",
        max_length=LONGEST["short"],
        required=False,
        help_text="Celui de son graphique, dans les résultats.",
    )
    required = forms.BooleanField(label="Réponse obligatoire", required=False)
    published = forms.BooleanField(
        label="Proposée à la publication",
        required=False,
        help_text="Vous en déciderez encore avant de publier les résultats.",
    )

    def __init__(self, question: Question, data=None):
        told = ("label", "help", "short", "required", "published")
        initial = {name: getattr(question, name) for name in told}
        super().__init__(data, auto_id=f"{question.id}-%s", initial=initial)
        self.question = question
        if question.kind in {Kind.TEXT, Kind.TERRITORY}:
            del self.fields["published"]
        for kind in LISTS:
            for item in getattr(question, kind):
                self.fields[f"{kind}:{item.id}"] = wording(item.label)
            self.fields[f"new:{kind}"] = forms.CharField(
                max_length=LONGEST["option"], required=False
            )

    def told(self) -> dict:
        names = ("label", "help", "short", "required", "published")
        return {name: self.cleaned_data[name] for name in names if name in self.cleaned_data}

    def labels(self) -> dict[str, dict[str, str]]:
        return {
            kind: {item.id: self.cleaned_data[f"{kind}:{item.id}"] for item in items}
            for kind, items in ((kind, getattr(self.question, kind)) for kind in LISTS)
        }

    @property
    def lists(self) -> list[dict]:
        """Its options and its rows, each with the field of each of its words."""
        words = {"options": ("Réponses proposées", "réponse"), "rows": ("Lignes", "ligne")}
        return [
            {
                "kind": kind,
                "title": words[kind][0],
                "noun": words[kind][1],
                "items": [(item, self[f"{kind}:{item.id}"]) for item in items],
                "new": self[f"new:{kind}"],
                "moves": not (kind == "options" and self.question.kind is Kind.SCALE),
            }
            for kind in LISTS
            if (items := getattr(self.question, kind))
        ]


def wording(label: str) -> forms.CharField:
    return forms.CharField(
        label=label,
        initial=label,
        max_length=LONGEST["option"],
        error_messages={"required": NAMELESS},
    )


class WholeForm(forms.Form):
    """What stands before the questions."""

    introduction = forms.CharField(
        label="Introduction",
        max_length=LONGEST["introduction"],
        required=False,
        widget=area(3),
        help_text="Lue avant de répondre : ce que l’on demande, à qui, pour en faire quoi.",
    )
    minutes = forms.IntegerField(
        label="Minutes pour répondre",
        min_value=0,
        max_value=600,
        error_messages={"required": "Écrivez un nombre, 0 si vous ne savez pas."},
    )
    notice = forms.CharField(
        label="D’où vient ce questionnaire",
        max_length=LONGEST["notice"],
        required=False,
        widget=area(2),
        help_text="Rappelé partout où il paraît.",
    )

    def __init__(self, form: Questionnaire, data=None):
        initial = {name: getattr(form, name) for name in ("introduction", "minutes", "notice")}
        super().__init__(data, auto_id="tout-%s", initial=initial)


class SectionForm(forms.Form):
    title = forms.CharField(
        label="Titre de la section",
        max_length=LONGEST["title"],
        error_messages={"required": "Donnez un titre à cette section."},
    )
    help = forms.CharField(
        label="Quelques mots d’introduction",
        max_length=LONGEST["help"],
        required=False,
        widget=area(2),
    )

    def __init__(self, section: Section, data=None):
        initial = {"title": section.title, "help": section.help}
        super().__init__(data, auto_id=f"s-{section.id}-%s", initial=initial)
        self.section = section
