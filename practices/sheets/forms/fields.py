"""Fields that only fiches have: short lines, and a practice named by its title or its address."""

import re

from django import forms

from aict.listing.addresses import moved
from practices.models import Practice

ADDRESSED = re.compile(r"/pratiques/([-\w]+)|\[([-\w]+)\]\s*$")


class LinesField(forms.CharField):
    """One item a line: cleans to the list of those that say something."""

    def __init__(self, *, label: str, least: int, most: int, longest: int, **kwargs):
        self.least, self.most, self.longest = least, most, longest
        widget = forms.Textarea(attrs={"rows": max(3, min(most, 5))})
        super().__init__(label=label, required=least > 0, widget=widget, **kwargs)

    def clean(self, value) -> list[str]:
        told = [" ".join(line.split()) for line in super().clean(value).splitlines()]
        kept = [line for line in told if line]
        if not self.least <= len(kept) <= self.most:
            raise forms.ValidationError(self.count_words(len(kept)))
        for number, line in enumerate(kept, start=1):
            if len(line) > self.longest:
                raise forms.ValidationError(
                    f"La ligne {number} a {len(line)} caractères : {self.longest} au plus."
                )
        return kept

    def count_words(self, found: int) -> str:
        if self.least == self.most:
            return f"Écrivez {self.most} lignes exactement : il y en a {found}."
        return f"Écrivez de {self.least} à {self.most} lignes : il y en a {found}."

    def prepare_value(self, value):
        return "\n".join(value) if isinstance(value, list) else value


class PracticeField(forms.CharField):
    """A practice by its title, its address or its slug. One that was withdrawn stays accepted: a
    fiche that quotes it must remain editable, and says that it was withdrawn."""

    default_error_messages = {
        "unknown": "Aucune pratique publiée ne porte ce nom ni cette adresse : « %(value)s ».",
        "several": "Plusieurs pratiques portent ce titre : donnez l’adresse de la page.",
    }

    def clean(self, value) -> Practice | None:
        text = super().clean(value)
        return self.found(text) if text else None

    def found(self, text: str) -> Practice:
        addressed = ADDRESSED.search(text)
        slug = next(filter(None, addressed.groups()), "") if addressed else text
        by_slug = Practice.objects.filter(slug=slug).first() or moved(Practice, slug)
        if isinstance(by_slug, Practice):
            return by_slug
        titled = list(Practice.objects.published().filter(title__iexact=text)[:2])
        if len(titled) == 1:
            return titled[0]
        code = "several" if titled else "unknown"
        raise forms.ValidationError(
            self.error_messages[code], code=code, params={"value": text[:80]}
        )
