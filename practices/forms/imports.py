"""What a coordinator says of a spreadsheet: the file, its columns, its words."""

from django import forms

from aict.imports.reading import MAX_ROWS, MAX_SIZE, MEGABYTE
from aict.ui.numbers import number
from practices.imports.mapping import Mapping
from practices.imports.targets import targets

# What may be the same for every row, in the order of the page.
CONSTANTS = ("nature", "category", "territory", "service", "cost_band", "status", "keywords")
LEFT_OUT = "-"


class UploadForm(forms.Form):
    file = forms.FileField(
        label="Tableur",
        help_text=f"CSV ou XLSX, {number(MAX_ROWS)} lignes et {MAX_SIZE // MEGABYTE} Mo au plus, une pratique par ligne.",
        widget=forms.FileInput(attrs={"accept": ".csv,.tsv,.txt,.xlsx", "data-max-size": MAX_SIZE}),
    )
    source = forms.CharField(
        label="Source",
        max_length=80,
        required=False,
        help_text="D’où viennent ces lignes, par exemple « Réseau Bretagne ». Une ligne déjà reçue "
        "de la même source n’est pas ajoutée deux fois. Vide : le nom du fichier.",
    )


class ColumnsForm(forms.Form):
    """One list per column, and what is the same for every row."""

    header = forms.IntegerField(label="Ligne des intitulés", min_value=1, max_value=50)
    source = forms.CharField(label="Source", max_length=80)

    def __init__(self, mapping: Mapping, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.mapping = mapping
        choices = [("", "Ne pas reprendre"), *((t.slug, t.label) for t in targets().values())]
        for place, heading in enumerate(mapping.headings):
            name = heading or f"colonne {place + 1}"
            self.fields[f"column-{place}"] = forms.ChoiceField(
                label=f"Champ pour « {name} »", choices=choices, required=False
            )
        for slug in CONSTANTS:
            self.fields[f"all-{slug}"] = self.constant(slug)

    def constant(self, slug: str) -> forms.Field:
        target = targets()[slug]
        if not target.is_choice:
            return forms.CharField(label=target.label, required=False, max_length=150)
        choices = [("", "Rien"), *target.options().items()]
        return forms.ChoiceField(label=target.label, choices=choices, required=False)

    @classmethod
    def start(cls, mapping: Mapping, source: str) -> dict:
        """The initial values."""
        columns = {f"column-{place}": slug for place, slug in enumerate(mapping.columns)}
        constants = {f"all-{slug}": text for slug, text in mapping.constants.items()}
        return {"header": mapping.header, "source": source, **columns, **constants}

    def columns(self) -> list[forms.BoundField]:
        return [self[f"column-{place}"] for place in range(len(self.mapping.headings))]

    def constants(self) -> list[forms.BoundField]:
        return [self[f"all-{slug}"] for slug in CONSTANTS]

    def clean(self):
        cleaned = super().clean()
        for problem in self.chosen(cleaned).problems():
            self.add_error(None, problem)
        return cleaned

    def chosen(self, cleaned: dict) -> Mapping:
        count = len(self.mapping.headings)
        return Mapping(
            header=self.mapping.header,
            headings=self.mapping.headings,
            columns=[cleaned.get(f"column-{place}", "") for place in range(count)],
            constants={slug: text for slug in CONSTANTS if (text := cleaned.get(f"all-{slug}"))},
            values=self.mapping.values,
        )


class WordsForm(forms.Form):
    """What each unknown word of the file means."""

    def __init__(self, unknown: dict[str, list], *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.words: list[tuple[str, str, str, int]] = []
        for slug, counted in unknown.items():
            target = targets()[slug]
            choices = [
                ("", "Ne sais pas"),
                (LEFT_OUT, "Ne pas reprendre"),
                *target.options().items(),
            ]
            for place, (text, count) in enumerate(counted):
                name = f"{slug}-{place}"
                self.words.append((name, slug, text, count))
                self.fields[name] = forms.ChoiceField(
                    label=f"{target.label} : « {text} »", choices=choices, required=False
                )

    def rows(self) -> list[dict]:
        return [
            {"field": self[name], "target": targets()[slug].label, "text": text, "count": count}
            for name, slug, text, count in self.words
        ]

    def added_to(self, mapping: Mapping) -> Mapping:
        """The mapping with what was just said."""
        for name, slug, text, _count in self.words:
            if chosen := self.cleaned_data.get(name):
                known = mapping.values.setdefault(slug, {})
                known[text] = "" if chosen == LEFT_OUT else chosen
        return mapping
