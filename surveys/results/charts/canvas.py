"""An SVG drawn once, written twice: alone with its own colours, or in a page with those of the theme."""

from html import escape

from aict.ui.icons import SHAPES
from aict.ui.typography import french

WIDE, NARROW = 720, 288
# Control characters: XML has no way to write them.
UNDRAWN = dict.fromkeys([*range(9), 11, 12, *range(14, 32)])
# What each ink is worth where no style sheet follows: the light theme of tokens.css.
INKS = {
    "ink": "#1a2233",
    "soft": "#4d566a",
    "rule": "#e0dbce",
    "strong": "#757b8a",
    "surface": "#ffffff",
    "sunken": "#f3efe5",
    "brand": "#17324d",
    "accent": "#bf3d27",
    "internationalisation": "#1f4a96",
    "promotion": "#8f4a05",
    "cooperation": "#15673c",
}
# Beside the shapes of the three categories, that of what belongs to none.
TRIANGLE = '<path d="M6 .8 11.6 11H.4z"/>'
THIN, FAT, ROUND = set("iIjlftr.,:;’'|!() \u202f\u00a0"), set("mwMW%"), 0.56
# Figures are all as wide: they stand in line.
FIGURE = 0.64
SANS = "Public Sans, Arial, Helvetica, sans-serif"
SERIF = "Newsreader, Georgia, Liberation Serif, serif"


def width_of(words: str, size: float, bold: bool = False) -> float:
    """About how wide these words are; a little more rather than less."""
    units = 0.0
    for sign in words:
        usual = 0.7 if sign.isupper() else FIGURE if sign.isdigit() else ROUND
        units += 0.32 if sign in THIN else 0.88 if sign in FAT else usual
    return units * size * (1.06 if bold else 1)


def wrapped(words: str, width: float, size: float, bold: bool = False) -> list[str]:
    """Lines no wider than `width`, cut at spaces."""
    lines: list[str] = []
    for word in french(words).split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer, size, bold) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


class Canvas:
    """Marks of a drawing `width` units wide; `inline` ones take their colours from charts.css."""

    def __init__(self, width: int, inline: bool):
        self.width, self.inline, self.height = width, inline, 0.0
        self.marks: list[str] = []

    @property
    def wide(self) -> bool:
        return self.width >= WIDE

    def ink(self, name: str, what: str = "fill") -> str:
        return f'class="{what[0]}-{name}"' if self.inline else f'{what}="{INKS[name]}"'

    def both(self, fill: str, stroke: str) -> str:
        if self.inline:
            return f'class="f-{fill} s-{stroke}"'
        return f'fill="{INKS[fill]}" stroke="{INKS[stroke]}"'

    def disc(self, x, y, radius, ink) -> None:
        self.marks.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:g}" {self.ink(ink)}/>')

    def rect(self, x, y, width, height, ink, opacity=1.0, radius=2.0) -> None:
        if width > 0:
            self.marks.append(
                f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" '
                f'rx="{radius}"{faint(opacity)} {self.ink(ink)}/>'
            )
        self.reach(y + height)

    def frame(self, x, y, width, height, ink) -> None:
        if width > 0:
            self.marks.append(
                f'<rect x="{x + 0.75:.1f}" y="{y + 0.75:.1f}" width="{max(width - 1.5, 0.5):.1f}" '
                f'height="{height - 1.5:.1f}" rx="2" fill="none" stroke-width="1.5" '
                f"{self.ink(ink, 'stroke')}/>"
            )

    def line(self, x1, y1, x2, y2, ink="rule", width=1.0, dash="") -> None:
        dashes = f' stroke-dasharray="{dash}"' if dash else ""
        self.marks.append(
            f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" '
            f'stroke-width="{width}"{dashes} {self.ink(ink, "stroke")}/>'
        )

    def shape(self, x, y, size, category="", ink="", hollow=False) -> None:
        """The category's shape (a triangle for none), centred there."""
        drawn, scale = SHAPES.get(category, TRIANGLE), size / 12
        told = ink or category or "soft"
        outline = f'stroke-width="2" {self.both("surface", told)}' if hollow else self.ink(told)
        self.marks.append(
            f'<g transform="translate({x - size / 2:.1f} {y - size / 2:.1f}) scale({scale:.3f})" '
            f"{outline}>{drawn}</g>"
        )

    def text(self, x, y, words, size=14.0, ink="ink", anchor="start", bold=False, serif=False):
        """One line; `y` is its foot."""
        told = f' text-anchor="{anchor}"' if anchor != "start" else ""
        told += ' font-weight="700"' if bold else ""
        told += f' font-family="{SERIF}"' if serif else ""
        self.marks.append(
            f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size:g}"{told} {self.ink(ink)}>'
            f"{escape(french(words.translate(UNDRAWN)))}</text>"
        )
        self.reach(y + size * 0.3)

    def block(self, x, y, words, width, size=14.0, **told) -> float:
        """Lines under `y`; gives back where the next thing may stand."""
        lines = wrapped(words, width, size, told.get("bold", False))
        for line in lines:
            y += size * 1.3
            self.text(x, y - size * 0.3, line, size, **told)
        return y

    def reach(self, y: float) -> None:
        self.height = max(self.height, y)

    def body(self) -> str:
        return "".join(self.marks)


def faint(opacity: float) -> str:
    return f' fill-opacity="{opacity:g}"' if opacity < 1 else ""
