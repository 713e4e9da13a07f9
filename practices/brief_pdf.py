"""The brief as one A4 page, tagged for screen readers (PDF/UA-1)."""

import json
import unicodedata
from functools import lru_cache
from pathlib import Path

import typst

from aict.ui.typography import french
from practices.brief import Brief

FOLDER = Path(__file__).parent / "pdf"
# The engine refuses what it cannot draw, and names it: the page is tried again without.
REFUSAL = "could not be displayed"
LATIN = 0x250
TRIES = 4
KEPT = "’‘“”–—…€•→−"


def brief_pdf(brief: Brief, address: str) -> bytes:
    """One page; `address` is where the practice stands on the web."""
    return made(json.dumps(typeset({**brief.as_json(), "address": address})))


@lru_cache(maxsize=64)
def made(text: str) -> bytes:
    """The page of these values: the same ones are asked for again and again."""
    told = json.loads(text)
    for _attempt in range(TRIES):
        try:
            return compiled(told)
        except typst.TypstError as error:
            if REFUSAL not in str(error):
                raise
            unknown = {c for c in str(error) if ord(c) >= LATIN}
            told = without(told, unknown.__contains__)
    return compiled(without(told, lambda c: ord(c) >= LATIN and not c.isspace() and c not in KEPT))


def compiled(told: dict) -> bytes:
    return typst.compile(
        FOLDER / "brief.typ",
        font_paths=[FOLDER / "fonts"],
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(told)},
        pdf_standards=["ua-1"],
    )


def typeset(value):
    """French spaces, no control characters, whatever the depth."""
    if isinstance(value, str):
        return french("".join(c for c in value if unicodedata.category(c)[0] != "C" or c == "\n"))
    return each(value, typeset)


def without(value, dropped):
    if isinstance(value, str):
        return "".join(c for c in value if not dropped(c))
    return each(value, lambda item: without(item, dropped))


def each(value, change):
    if isinstance(value, dict):
        return {name: change(item) for name, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [change(item) for item in value]
    return value
