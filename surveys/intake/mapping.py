"""How the columns of a file are read: remembered, found, guessed, then corrected by people."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field

from aict.imports.lines import Line, UnreadableError
from aict.imports.reading import heading_place
from aict.territories.names import normalise
from surveys.intake import identity, matching
from surveys.intake.models import ColumnMemory, ValueMemory
from surveys.intake.targets import Target, names, targets
from surveys.models import Survey

MEMORY = 300


@dataclass
class Mapping:
    """For each column of the file, in order: its heading, its target (or ""), whether it was only
    guessed, and why it tells who answered (or ""). `values`: {question or "question?" for its ticks:
    {normalised text: option, or "" to leave out}}. `cleaned`: the file kept is our own copy."""

    header: int = 1
    headings: list[str] = field(default_factory=list)
    columns: list[str] = field(default_factory=list)
    guessed: list[bool] = field(default_factory=list)
    identity: list[str] = field(default_factory=list)
    values: dict[str, dict[str, str]] = field(default_factory=dict)
    cleaned: bool = False
    digest: str = ""

    def as_json(self) -> dict:
        return asdict(self)

    @classmethod
    def from_json(cls, told: dict) -> "Mapping":
        return cls(**{name: told[name] for name in cls.__dataclass_fields__ if name in told})

    def dropped(self) -> list[int]:
        """Places of the columns that tell who answered: nothing of them is kept."""
        return [
            place
            for place, reason in enumerate(self.identity)
            if reason and not self.columns[place]
        ]

    def problems(self, every: dict[str, Target], anonymous: bool) -> list[tuple[int | None, str]]:
        """(column, sentence) on what cannot be carried out."""
        found: list[tuple[int | None, str]] = []
        if not any(self.columns):
            found.append((None, "Aucune colonne n’a de question : choisissez-en au moins une."))
        for place, key in enumerate(self.columns):
            name = self.headings[place] or f"colonne {place + 1}"
            if key and self.columns.index(key) < place:
                found.append((place, f"« {every[key].label} » est choisi pour deux colonnes."))
            elif key and anonymous and self.identity[place] and not every[key].is_chosen:
                found.append((place, refusal(name, self.identity[place])))
        return found


def refusal(name: str, reason: str) -> str:
    return (
        f"« {name} » dit qui a répondu ({reason}) : une enquête anonyme ne peut pas la reprendre "
        "dans une réponse libre."
    )


def proposed(survey: Survey, lines: list[Line], header: int = 0) -> Mapping:
    """The mapping remembered, found or guessed from the first lines of the file. `header` is the
    number of the line of headings, when people told it. Raises UnreadableError."""
    if not lines:
        raise UnreadableError("Ce fichier est vide.")
    every = targets(survey.form, not survey.is_anonymous)
    known = names(every)
    places = [place for place, line in enumerate(lines) if line.number == header]
    start = places[0] if places else heading_place(lines, set(known))
    start, headings = matching.headings(lines, start, known)
    made = Mapping(header=lines[start].number, headings=headings)
    find_columns(made, remembered(survey, made.headings, every), known)
    body = [line.cells for line in lines[start + 1 :]]
    find_identity(made, body, every)
    made.values = remembered_values(survey)
    return made


def find_columns(made: Mapping, told: dict[str, str], known: dict[str, str]) -> None:
    exact = [matching.exact(heading, known) for heading in made.headings]
    taken: set[str] = set()
    for heading, key in zip(made.headings, exact, strict=True):
        said = told.get(shortened(heading))
        guessed = False
        if said is not None:
            key = said
        elif not key and not identity.by_heading(heading):
            key = matching.nearest(heading, known)
            guessed = bool(key)
            key = "" if key in exact else key
        made.columns.append("" if key in taken else key)
        made.guessed.append(guessed and bool(made.columns[-1]))
        taken.add(key)


def find_identity(made: Mapping, body: list[list[str]], every: dict[str, Target]) -> None:
    """A column found for a list of options cannot tell who answered: only known words go through."""
    for place, (heading, key) in enumerate(zip(made.headings, made.columns, strict=True)):
        cells = [cells[place] for cells in body if place < len(cells)]
        reason = identity.by_cells(cells) or ("" if key else identity.by_heading(heading))
        free = key and not every[key].is_chosen
        made.identity.append("" if key and not free else reason)
        if reason and free and every[key].is_text:
            # A column of addresses is no answer in free words, whatever its heading says.
            made.columns[place] = ""


def shortened(heading: str) -> str:
    return normalise(heading)[:MEMORY]


def remembered(survey: Survey, headings: Sequence[str], every: dict[str, Target]) -> dict[str, str]:
    """{normalised heading: target} told before, for this survey rather than for another."""
    asked = {shortened(heading) for heading in headings} - {""}
    found: dict[str, str] = {}
    rows = ColumnMemory.objects.filter(heading__in=asked)
    for own in (False, True):
        mine = rows.filter(survey=survey) if own else rows.exclude(survey=survey)
        told = mine.values_list("heading", "target")
        found |= {name: key for name, key in told if not key or key in every}
    return found


def remembered_values(survey: Survey) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    asked = {shortened(question.label): question for question in survey.form.questions()}
    rows = ValueMemory.objects.filter(asked__in=[*asked, *(f"{name}?" for name in asked)])
    for own in (False, True):
        mine = rows.filter(survey=survey) if own else rows.exclude(survey=survey)
        for name, text, value in mine.values_list("asked", "text", "value"):
            question = asked[name.removesuffix("?")]
            ids = {"oui", "non"} if name.endswith("?") else {o.id for o in question.options}
            if not value or value in ids:
                ticks = "?" if name.endswith("?") else ""
                found.setdefault(question.id + ticks, {})[text] = value
    return found


def remember(survey: Survey, made: Mapping) -> None:
    """Propose these columns again for the same headings, in this survey and in others."""
    rows = {
        shortened(heading): key for heading, key in zip(made.headings, made.columns, strict=True)
    }
    rows.pop("", None)
    ColumnMemory.objects.bulk_create(
        [ColumnMemory(survey=survey, heading=name, target=key) for name, key in rows.items()],
        update_conflicts=True,
        unique_fields=["survey", "heading"],
        update_fields=["target", "at"],
    )


def remember_values(survey: Survey, told: dict[str, dict[str, str]]) -> None:
    labels = {question.id: shortened(question.label) for question in survey.form.questions()}
    rows = [
        ValueMemory(
            survey=survey,
            asked=labels[name.removesuffix("?")][: MEMORY - 1]
            + ("?" if name.endswith("?") else ""),
            text=text[:MEMORY],
            value=value,
        )
        for name, known in told.items()
        for text, value in known.items()
    ]
    ValueMemory.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["survey", "asked", "text"],
        update_fields=["value", "at"],
    )
