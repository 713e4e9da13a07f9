"""A drawing as a picture: SVG in, PNG out, with the site's own typefaces."""

from functools import lru_cache
from pathlib import Path

from aict.documents.pdf import FONTS

TEMPLATE = Path(__file__).parent / "drawing.typ"
# Twice what a screen shows: sharp once printed.
PER_INCH = 144.0


@lru_cache(maxsize=64)
def png(svg: str) -> bytes:
    """The same drawings are asked for again and again."""
    import typst  # 7 MB that pages never need

    made = typst.compile(
        TEMPLATE,
        root=TEMPLATE.parent,
        font_paths=[FONTS],
        ignore_system_fonts=True,
        sys_inputs={"svg": svg},
        format="png",
        ppi=PER_INCH,
    )
    return made if isinstance(made, bytes) else made[0]
