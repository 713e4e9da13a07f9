"""How the columns of a file are read: proposed from the headings, corrected by people, remembered."""

import hashlib
from dataclasses import asdict, dataclass, field

from aict.imports.lines import Line, UnreadableError
from aict.imports.reading import heading_place
from aict.territories.names import normalise
from practices.imports.targets import known_names, targets
from practices.models import ImportMapping


@dataclass
class Mapping:
    """`columns`: a target or "" for each column. `constants`: {target: text} where a cell is empty.
    `values`: {target: {text of the file: value of the form, "" to leave out}}."""

    header: int = 1
    headings: list[str] = field(default_factory=list)
    columns: list[str] = field(default_factory=list)
    constants: dict[str, str] = field(default_factory=dict)
    values: dict[str, dict[str, str]] = field(default_factory=dict)

    def as_json(self) -> dict:
        return asdict(self)

    @classmethod
    def from_json(cls, told: dict) -> "Mapping":
        return cls(**{name: told[name] for name in cls.__dataclass_fields__ if name in told})

    @property
    def signature(self) -> str:
        names = "\x1f".join(normalise(heading) for heading in self.headings)
        return hashlib.sha256(names.encode()).hexdigest()

    def problems(self) -> list[str]:
        """Sentences on what cannot be carried out."""
        found = []
        if "title" not in self.columns:
            found.append("Choisissez la colonne du titre.")
        for slug, target in targets().items():
            if self.columns.count(slug) > 1 and not target.joins:
                found.append(f"« {target.label} » est choisi pour plusieurs colonnes.")
        unknown = {slug for slug in (*self.columns, *self.constants) if slug} - set(targets())
        found += [f"« {slug} » n’est pas un champ connu." for slug in sorted(unknown)]
        return found


def proposed(lines: list[Line], header: int = 0) -> Mapping:
    """The mapping remembered for these headings, or else guessed from them. `header` is the number
    of their line, when people told it."""
    known = known_names()
    if not lines:
        raise UnreadableError("Ce fichier est vide.")
    places = [place for place, line in enumerate(lines) if line.number == header]
    line = lines[places[0] if places else heading_place(lines, set(known))]
    mapping = Mapping(header=line.number, headings=[" ".join(c.split()) for c in line.cells])
    remembered = ImportMapping.objects.filter(signature=mapping.signature).first()
    if remembered:
        told = Mapping.from_json(remembered.mapping)
        mapping.columns, mapping.constants, mapping.values = (
            told.columns,
            told.constants,
            told.values,
        )
        return mapping
    taken: set[str] = set()
    for heading in mapping.headings:
        slug = known.get(normalise(heading), "")
        once = slug and not targets()[slug].joins
        mapping.columns.append("" if once and slug in taken else slug)
        taken.add(slug)
    return mapping


def remember(mapping: Mapping, name: str) -> None:
    """Propose this mapping again for the same headings."""
    free = ImportMapping.objects.filter(name=name).exclude(signature=mapping.signature)
    unique = f"{name[:70]} {mapping.signature[:6]}" if free.exists() else name
    ImportMapping.objects.update_or_create(
        signature=mapping.signature, defaults={"name": unique[:80], "mapping": mapping.as_json()}
    )
