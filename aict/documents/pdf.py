"""Printed documents: a typst template filled with plain values, tagged for screen readers (PDF/UA-1)."""

import json
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from aict.ui.typography import french

FONTS = Path(__file__).parent / "fonts"
# The engine refuses what it cannot draw, and names it: the page is tried again without.
REFUSAL = "could not be displayed"
LATIN = 0x250
TRIES = 4
KEPT = "’‘“”–—…€•→−"


def pdf(template: Path, told: dict, drawings: Mapping[str, str] | None = None) -> bytes:
    """The document that `template` makes of `told` (texts, numbers, lists and dicts: markup in it
    stays text) and of `drawings`, SVG by name. A template may import `/aict/documents/frame.typ`."""
    return made(template, json.dumps(typeset(told)), json.dumps(drawings or {}))


@lru_cache(maxsize=64)
def made(template: Path, text: str, drawings: str = "{}") -> bytes:
    """The document of these values: the same ones are asked for again and again."""
    import typst  # 7 MB that pages never need

    told = json.loads(text)
    for _attempt in range(TRIES):
        try:
            return compiled(template, told, drawings)
        except typst.TypstError as error:
            if REFUSAL not in str(error):
                raise
            unknown = {c for c in str(error) if ord(c) >= LATIN}
            told = without(told, unknown.__contains__)
    bare = without(told, lambda c: ord(c) >= LATIN and not c.isspace() and c not in KEPT)
    return compiled(template, bare, drawings)


def compiled(template: Path, told: dict, drawings: str) -> bytes:
    import typst

    return typst.compile(
        template,
        root=settings.BASE_DIR,
        font_paths=[FONTS],
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(told), "drawings": drawings},
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
