"""The site's two typefaces as the PDF engine wants them: static, uncompressed. Needs fonttools and brotli.

    python aict/documents/fonts/build.py

Sources: static/fonts/ (SIL Open Font License 1.1; the licences stand beside the sources).
"""

from pathlib import Path

from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

HERE = Path(__file__).parent
SOURCES = HERE.parents[2] / "static" / "fonts"
# File to make: source, family, weight.
FACES = {
    "newsreader-600.ttf": ("newsreader-600.woff2", "Newsreader", 600),
    "public-sans-400.ttf": ("public-sans-400-700.woff2", "Public Sans", 400),
    "public-sans-700.ttf": ("public-sans-400-700.woff2", "Public Sans", 700),
}
STYLES = {400: "Regular", 600: "SemiBold", 700: "Bold"}


def make(source: str, family: str, weight: int) -> TTFont:
    font = TTFont(SOURCES / source)
    if "fvar" in font:
        font = instancer.instantiateVariableFont(font, {"wght": weight})
    font.flavor = None
    font["OS/2"].usWeightClass = weight
    names = {1: family, 2: STYLES[weight], 4: f"{family} {STYLES[weight]}", 16: family}
    names |= {6: f"{family.replace(' ', '')}-{STYLES[weight]}", 17: STYLES[weight]}
    for number, text in names.items():
        font["name"].removeNames(nameID=number)
        font["name"].setName(text, number, 3, 1, 0x409)
    return font


if __name__ == "__main__":
    for name, face in FACES.items():
        make(*face).save(HERE / name)
