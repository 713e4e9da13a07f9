"""What a text lacks before it could be submitted, read from the forms without binding them.

Binding eleven forms to each row would take longer than storing it; a test holds both to the same answer."""

from collections.abc import Iterator

from aict.taxonomies.enums import Category, Side
from practices.kind import PRACTICE


class Requirements:
    """Required fields and limits, read once for a whole file."""

    def __init__(self):
        self.fields = {
            part.slug: [
                (name, field.required, getattr(field, "max_length", None))
                for name, field in part.form().fields.items()
            ]
            for part in PRACTICE.parts
        }

    def lacks(self, data: dict) -> list[str]:
        """Names of the fields without an answer that submission asks for."""
        return list(dict.fromkeys(self.lacking(data)))

    def lacking(self, data: dict) -> Iterator[str]:
        for part in PRACTICE.parts_for(data):
            for name, required, _limit in self.fields[part.slug]:
                if required and data.get(name) in (None, "", [], False):
                    yield name
        if data.get("category") == Category.COOPERATION:
            sides = {partner.get("side") for partner in data.get("partners", [])}
            if not sides >= {Side.HERE, Side.THERE}:
                yield "partners"

    def too_long(self, data: dict) -> Iterator[tuple[str, int, int]]:
        """(field, length, limit) of the texts that must be shortened; none is ever cut."""
        for part in PRACTICE.parts_for(data):
            for name, _required, limit in self.fields[part.slug]:
                text = data.get(name)
                if limit and isinstance(text, str) and len(text) > limit:
                    yield name, len(text), limit


def label_of(name: str) -> str:
    """The field's label, as its form shows it."""
    if name == "partners":
        return "Partenaires des deux côtés"
    for part in PRACTICE.parts:
        if name in part.form.base_fields:
            return str(part.form.base_fields[name].label or name)
    return name
