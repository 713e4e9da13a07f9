"""The essential of a fiche, for two sides of one sheet: what to do, with whom, at what cost, what the
law says, and the first questions an elected official asks. The whole stands on the site."""

from collections.abc import Callable, Iterator

from aict.listing.foot import Foot
from practices.sheets import document
from practices.sheets.document import Block
from practices.sheets.models import SheetActor
from practices.sheets.reading import Page

MOST_QUESTIONS = 4


def essential_of(page: Page, foot: Foot) -> dict:
    """As `document.document_of`, with fewer and shorter sections."""
    sections = [
        {"title": section["title"], "blocks": list(BLOCKS[section["anchor"]](page))}
        for section in page.sections
        if section["anchor"] in BLOCKS
    ]
    whole = document.document_of(page, foot)
    return {**whole, "sections": [section for section in sections if section["blocks"]]}


def definition(page: Page) -> Iterator[Block]:
    yield from document.text(page.sheet.definition)


def tools(page: Page) -> Iterator[Block]:
    rows = [[tool.name, tool.cost, tool.delay] for tool in page.rows["tools"]]
    yield from document.table({"Outil": 4, "Coût": 4, "Délai": 2}, rows)


def method(page: Page) -> Iterator[Block]:
    steps = [f"{s.title} ({s.duration})" if s.duration else s.title for s in page.rows["steps"]]
    if steps:
        yield {"kind": "numbers", "items": steps}


def actors(page: Page) -> Iterator[Block]:
    """Who calls whom, in one line for each service."""
    told = []
    for lead in SheetActor.Lead:
        names = [row.name for row in page.rows["actors"] if row.lead == lead]
        if names:
            told.append(f"{lead.label} : {', '.join(names)}.")
    if told:
        yield {"kind": "points", "items": told}


def legal(page: Page) -> Iterator[Block]:
    yield from (block for block in document.legal(page) if block["kind"] == "box")


def examples(page: Page) -> Iterator[Block]:
    kept = [row for row in page.rows["examples"] if not row.practice.archived_at]
    yield from document.entries(
        [{**document.example_told(row), "text": document.who(row.practice)} for row in kept]
    )


def questions(page: Page) -> Iterator[Block]:
    yield from document.answers(page.rows["questions"][:MOST_QUESTIONS])


BLOCKS: dict[str, Callable[[Page], Iterator[Block]]] = {
    "definition": definition,
    "objectifs": document.objectives,
    "outils": tools,
    "methode": method,
    "acteurs": actors,
    "juridique": legal,
    "exemples": examples,
    "questions": questions,
}
