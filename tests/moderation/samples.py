"""Files of the tests, made here: whole ones, and those someone might disguise."""

import struct
import zipfile
import zlib
from io import BytesIO

from PIL import Image

OPEN_XML = "application/vnd.openxmlformats-officedocument."


def pdf() -> bytes:
    return b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n"


def archive(entries: dict[str, bytes | str], compression=zipfile.ZIP_STORED) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", compression) as target:
        for name, content in entries.items():
            target.writestr(name, content)
    return made.getvalue()


def open_xml(
    kind="wordprocessingml.document",
    part="word/document.xml",
    compression=zipfile.ZIP_STORED,
    **more,
) -> bytes:
    types = (
        '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Override PartName="/{part}" ContentType="{OPEN_XML}{kind}.main+xml"/></Types>'
    )
    return archive({"[Content_Types].xml": types, part: "<document/>", **more}, compression)


def docx(**more) -> bytes:
    return open_xml(**more)


def xlsx() -> bytes:
    return open_xml("spreadsheetml.sheet", "xl/workbook.xml")


def pptx() -> bytes:
    return open_xml("presentationml.presentation", "ppt/presentation.xml")


def open_document(kind="text") -> bytes:
    return archive(
        {"mimetype": f"application/vnd.oasis.opendocument.{kind}", "content.xml": "<x/>"}
    )


def image(kind="PNG", size=(40, 30), mode="RGB", **options) -> bytes:
    made = BytesIO()
    Image.new(mode, size, None if mode == "P" else "teal").save(made, kind, **options)
    return made.getvalue()


def photograph(size=(3000, 2000)) -> bytes:
    """A JPEG as a telephone makes it: lying on its side, saying where and with what it was taken."""
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "Fabricant secret"
    exif.get_ifd(0x8825)[1] = "N"
    return image("JPEG", size, exif=exif.tobytes())


def pixel_bomb(width=60_000, height=60_000) -> bytes:
    """A PNG of some hundred bytes that declares 3.6 billion pixels."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + content))
        return struct.pack(">I", len(content)) + kind + content + check

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"\x00" * 10_000)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    )


def folded(megabytes: int) -> bytes:
    content = bytes(megabytes * 1024 * 1024)
    return docx(compression=zipfile.ZIP_DEFLATED, **{"word/media/image.bmp": content})


def zip_bomb() -> bytes:
    """A DOCX of some hundred kilobytes that unfolds to 200 MB."""
    return folded(200)


def lying_zip_bomb() -> bytes:
    """The same, declaring in its directory that it unfolds to one byte."""
    honest = folded(2)
    true_size = struct.pack("<I", 2 * 1024 * 1024)
    assert true_size in honest
    return honest.replace(true_size, struct.pack("<I", 1))


def encrypted() -> bytes:
    """An office archive whose entries say that they need a password."""
    plain = bytearray(docx())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = plain.find(mark)
        while start >= 0:
            plain[start + offset] |= 1
            start = plain.find(mark, start + 4)
    return bytes(plain)
