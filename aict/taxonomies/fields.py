"""The form field of a taxonomy: its rows in use, ticked, known by their slugs."""

from django import forms

from aict.taxonomies.models import Term


def terms(model: type[Term], label: str, **kwargs) -> forms.ModelMultipleChoiceField:
    """Optional unless `required` says otherwise."""
    return forms.ModelMultipleChoiceField(
        model.objects.in_use(),
        to_field_name="slug",
        label=label,
        widget=forms.CheckboxSelectMultiple,
        **{"required": False} | kwargs,
    )
