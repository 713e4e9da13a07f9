"""The three files of a fiche: a tagged PDF, a Word document, plain text."""

from datetime import datetime
from pathlib import Path
from textwrap import fill
from typing import TYPE_CHECKING

from aict.documents.pdf import pdf as printed
from aict.ui.typography import french

if TYPE_CHECKING:
    from aict.documents.docx import Writing

FOLDER = Path(__file__).parent
WIDTH = 78
FICTION = "Exemple fictif, inventé pour la démonstration."
QUOTES_FICTION = "Certains exemples cités sont fictifs : inventés pour la démonstration."


def pdf(document: dict, template: str = "sheet.typ") -> bytes:
    """A4 pages, PDF/UA-1; « essential.typ » holds them to two."""
    return printed(FOLDER / template, {**document, "warning": warning(document)})


def warning(document: dict) -> str:
    """What must be said of invented things; "" when there are none."""
    if document["fictional"]:
        return FICTION
    return QUOTES_FICTION if document["quotes_fiction"] else ""


def docx(document: dict, at: datetime) -> bytes:
    """An editable text; `at` is when the fiche was last changed."""
    from aict.documents.docx import Writing  # 6 MB that pages never need

    writing = Writing(document["title"], document["teaser"], at, document["address"])
    writing.text(f"{document['kicker']}\n{document['version']}")
    if words := warning(document):
        writing.text(words, marked=True)
    writing.text(document["teaser"], strong=True)
    writing.heading("En bref")
    writing.points(document["in_brief"])
    for section in document["sections"]:
        writing.heading(section["title"])
        for block in section["blocks"]:
            write(writing, block)
    writing.heading("Citer cette fiche")
    writing.text(f"{document['citation']}\n{document['licence']}")
    return writing.content()


def write(writing: "Writing", block: dict) -> None:
    kind = block["kind"]
    if kind == "table":
        writing.table(block["headings"], block["rows"])
    elif kind == "points":
        writing.points(block["items"])
    elif kind == "heading":
        writing.heading(block["text"], level=2)
    elif kind == "text":
        writing.text(block["text"])
    else:
        for words, strong in paragraphs(block):
            writing.text(words, strong=strong)


def paragraphs(block: dict) -> list[tuple[str, bool]]:
    """(words, whether they are strong) of the blocks that are neither lists nor tables."""
    found: list[tuple[str, bool]] = []
    if block["kind"] == "box":
        found = [(block["note"], True), (block["text"], False)]
    for number, item in enumerate(block.get("items", []), start=1):
        if block["kind"] == "steps":
            note = f" ({item['note']})" if item["note"] else ""
            found += [(f"{number}. {item['title']}{note}", True), (item["text"], False)]
        elif block["kind"] == "entries":
            found += [(item["title"], True), (f"{item['text']} {item['url']}".strip(), False)]
        elif block["kind"] == "facts":
            found += [(item["text"], True), (f"{item['source']} {item['url']}".strip(), False)]
        else:
            found += [(item["question"], True), (item["answer"], False)]
    return found


def text(document: dict) -> str:
    """Lines of at most 78 characters, underlined titles: readable anywhere."""
    lines = [document["title"], "=" * min(len(document["title"]), WIDTH), ""]
    lines += [document["kicker"], document["version"], *filter(None, [warning(document)]), ""]
    lines += [filled(document["teaser"]), "", *titled("En bref")]
    lines += [*(filled(line, "- ") for line in document["in_brief"]), ""]
    for section in document["sections"]:
        lines += titled(section["title"])
        for block in section["blocks"]:
            lines += [*told(block), ""]
    lines += [*titled("Citer cette fiche"), document["citation"], document["licence"], ""]
    return french("\n".join(lines))


def told(block: dict) -> list[str]:
    kind = block["kind"]
    if kind in {"text", "heading"}:
        return [filled(line) for line in block["text"].splitlines()]
    if kind == "points":
        return [filled(item, "- ") for item in block["items"]]
    if kind == "table":
        rows = zip(block["rows"], block["links"], strict=True)
        return [row_told(block["headings"], row, link) for row, link in rows]
    return [filled(words, "" if strong else "  ") for words, strong in paragraphs(block) if words]


def row_told(headings: list[str], row: list[str], link: str) -> str:
    """« - Salon. Coût : 5 000 €. » : a table read aloud."""
    first, *others = row
    more = [f"{heading} : {cell}" for heading, cell in zip(headings[1:], others, strict=True)]
    return filled(" ".join([". ".join([first, *more]), link]).strip(), "- ")


def titled(title: str) -> list[str]:
    return [title, "-" * len(title), ""]


def filled(words: str, bullet: str = "") -> str:
    inner = " " * len(bullet)
    return fill(
        words, WIDTH, initial_indent=bullet, subsequent_indent=inner, break_long_words=False,
        break_on_hyphens=False,
    )  # fmt: skip
