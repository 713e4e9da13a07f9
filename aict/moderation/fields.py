"""What every kind of text is asked alike."""

from django import forms

from aict.taxonomies.enums import ReviewRhythm


def rhythm_field(usual: ReviewRhythm = ReviewRhythm.TWELVE) -> forms.TypedChoiceField:
    """How often the team is asked whether the page is still true."""
    return forms.TypedChoiceField(
        choices=ReviewRhythm.choices,
        coerce=int,
        required=False,
        empty_value=usual,  # type: ignore[arg-type]
        label="Rappel de mise à jour",
    )
