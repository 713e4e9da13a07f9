"""The combobox as a form control: plain HTML first, completed by static/js/combobox.js.

What is posted under the field's name is a key, « libre:… » (kept though absent from the list) or what
was typed. `<name>_texte` is the visible text where scripts do not run, `<name>_choix` the answer to
« which one? »."""

from django import forms
from django.utils.datastructures import MultiValueDict

from aict.territories.lookup import FREE, labels_of
from aict.territories.suggestions import FRENCH

SEPARATOR = ";"


class Combobox(forms.Widget):
    template_name = "territories/combobox.html"
    multiple = False

    def __init__(self, attrs=None, scope: str = FRENCH, free: bool = False):
        super().__init__(attrs)
        self.scope, self.free = scope, free
        # What the field found when the text names several territories: [(text, suggestions)].
        self.doubts: list = []

    def __deepcopy__(self, memo):
        copy = super().__deepcopy__(memo)
        copy.doubts = []
        return copy

    def value_from_datadict(self, data, files, name):
        chosen, keys = (values_in(data, key) for key in (f"{name}_choix", name))
        if chosen or f"{name}_texte" not in data:
            return (chosen or keys or [""])[-1]
        text = " ".join(values_in(data, f"{name}_texte"))
        return keys[-1] if keys and labels_of(keys[-1:])[keys[-1]] == text else text

    def value_omitted_from_data(self, data, files, name):
        return not any(key in data for key in (name, f"{name}_texte", f"{name}_choix"))

    def get_context(self, name, value, attrs):
        context = super().get_context(name, None, attrs)
        values = as_list(value)
        labels = labels_of(values)
        context["widget"] |= {
            "scope": self.scope,
            "free": self.free,
            "free_prefix": FREE,
            "doubts": self.doubts,
            "tokens": [{"key": key, "label": labels[key]} for key in values],
        }
        return context


class MultipleCombobox(Combobox):
    template_name = "territories/combobox_multiple.html"
    multiple = True

    def value_from_datadict(self, data, files, name):
        chosen, keys = (values_in(data, key) for key in (f"{name}_choix", name))
        typed = [] if chosen else values_in(data, f"{name}_texte")
        texts = [part.strip() for text in typed for part in text.split(SEPARATOR)]
        return list(dict.fromkeys([*keys, *chosen, *filter(None, texts)]))

    def use_required_attribute(self, initial):
        return False


def values_in(data, name: str) -> list[str]:
    """What a request or a saved draft holds under that name, empty values aside."""
    values = data.getlist(name) if isinstance(data, MultiValueDict) else as_list(data.get(name))
    return [text for value in values if (text := str(value).strip())]


def as_list(value) -> list:
    if value is None or value == "":
        return []
    return list(value) if isinstance(value, (list, tuple)) else [value]
