"""Form controls that the Django library lacks, or that every room writes alike."""

from django import forms

CHOOSE = "Choisir…"


def area(rows: int = 4) -> forms.Textarea:
    """A long text, `rows` lines high to begin with."""
    return forms.Textarea(attrs={"rows": rows})


class MonthField(forms.DateField):
    """A month, kept as its first day. Accepts 2024-03 (browsers) and 03/2024 (people)."""

    default_error_messages = {"invalid": "Indiquez un mois, par exemple 03/2024."}

    def __init__(self, **kwargs):
        widget = forms.DateInput(format="%Y-%m", attrs={"type": "month"})
        super().__init__(
            input_formats=["%Y-%m", "%m/%Y", "%Y-%m-%d"],
            widget=widget,
            **{"required": False} | kwargs,
        )


def day_input() -> forms.DateInput:
    return forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


def web_address(label: str, **kwargs) -> forms.URLField:
    """A public address, optional; « exemple.org » is understood as https."""
    return forms.URLField(label=label, assume_scheme="https", required=False, **kwargs)
