"""Inline SVG: Lucide's line icons and the three shapes of the categories, made once per process."""

from functools import cache, lru_cache
from pathlib import Path
from zipfile import ZipFile

import lucide
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

# A shape for each category, so that colour never speaks alone.
SHAPES = {
    "internationalisation": '<rect x=".75" y=".75" width="10.5" height="10.5" rx="1.5"/>',
    "promotion": '<path d="M6 .2 11.8 6 6 11.8 .2 6z"/>',
    "cooperation": '<circle cx="6" cy="6" r="5.6"/>',
}


@cache
def drawings() -> ZipFile:
    """Lucide's own, opened once: the library goes through its 1,700 names again for each icon, 9 ms."""
    return ZipFile(Path(lucide.__file__).parent / "lucide.zip")


@lru_cache(maxsize=256)
def icon(name: str, label: str = "") -> SafeString:
    """Lucide icon `name`; decorative unless `label` says what it means."""
    svg = drawings().read(f"{name}.svg").decode()
    inner = svg[svg.index(">") + 1 : svg.rindex("</svg>")].strip()
    role = format_html('role="img" aria-label="{}"', label) if label else 'aria-hidden="true"'
    return mark_safe(
        f'<svg class="icon" viewBox="0 0 24 24" fill="none" stroke="currentColor" '
        f'stroke-width="2" stroke-linecap="round" stroke-linejoin="round" {role}>{inner}</svg>'
    )


@lru_cache(maxsize=8)
def shape(category: str) -> SafeString:
    """The category's shape, coloured by the nearest data-category; nothing for other values."""
    drawing = SHAPES.get(category)
    if drawing is None:
        return mark_safe("")
    return mark_safe(f'<svg class="shape" viewBox="0 0 12 12" aria-hidden="true">{drawing}</svg>')


@lru_cache(maxsize=8)
def level_bars(level: int) -> SafeString:
    """Four rising bars, of which level + 1 are full."""
    bars = "".join(
        f'<rect x="{n * 4}" y="{9 - n * 3}" width="3" height="{3 + n * 3}" rx=".5"'
        f' opacity="{1 if n <= level else 0.28}"/>'
        for n in range(4)
    )
    return mark_safe(
        f'<svg viewBox="0 0 15 12" fill="currentColor" aria-hidden="true">{bars}</svg>'
    )
