"""What a reader copies from a printed document."""

import io
import re

import pikepdf


def words_of(pdf: bytes) -> str:
    """What a reader copies from it, spaces made plain."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return re.sub(r"\s+", " ", " ".join(text_of(page) for page in opened.pages))


def text_of(page) -> str:
    """Glyphs of each shown string, through the ToUnicode table of its font."""
    tables = {name: table_of(font) for name, font in page.Resources.Font.items()}
    told, table = [], {}
    for operands, operator in pikepdf.parse_content_stream(page):
        if str(operator) == "Tf":
            table = tables[str(operands[0])]
        elif str(operator) in {"Tj", "TJ"}:
            pieces = operands[0] if str(operator) == "TJ" else operands
            told += [glyphs(bytes(p), table) for p in pieces if isinstance(p, pikepdf.String)]
        elif str(operator) == "ET":
            told.append(" ")
    return "".join(told)


def table_of(font) -> dict[int, str]:
    source = font.ToUnicode.read_bytes().decode()
    pairs = re.findall(r"<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]+)>", source)
    return {int(code, 16): bytes.fromhex(told).decode("utf-16-be") for code, told in pairs}


def glyphs(data: bytes, table: dict[int, str]) -> str:
    codes = (int.from_bytes(data[i : i + 2], "big") for i in range(0, len(data), 2))
    return "".join(table.get(code, "") for code in codes)
