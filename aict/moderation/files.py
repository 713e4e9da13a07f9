"""What a file really is, read from its bytes: only what this list knows is accepted."""

import zipfile
import zlib
from dataclasses import dataclass
from pathlib import PurePath
from typing import BinaryIO
from xml.etree.ElementTree import ParseError

from defusedxml import ElementTree
from defusedxml.common import DefusedXmlException
from django.core.exceptions import ValidationError

MEGABYTE = 1024 * 1024
MAX_SIZE = 10 * MEGABYTE
# An office file is a zip archive: what it unfolds to is bounded, and unfolded to be sure.
MAX_ENTRIES = 3_000
MAX_UNFOLDED = 150 * MEGABYTE
CHUNK = 256 * 1024


@dataclass(frozen=True)
class Format:
    name: str
    content_type: str
    suffixes: tuple[str, ...]
    is_image: bool = False

    @property
    def suffix(self) -> str:
        return self.suffixes[0]


OPEN_XML = "application/vnd.openxmlformats-officedocument."
OPEN_DOCUMENT = "application/vnd.oasis.opendocument."
IMAGE_SUFFIXES = (".jpg", ".jpeg", ".png", ".webp")

PDF = Format("PDF", "application/pdf", (".pdf",))
DOCX = Format("DOCX", f"{OPEN_XML}wordprocessingml.document", (".docx",))
XLSX = Format("XLSX", f"{OPEN_XML}spreadsheetml.sheet", (".xlsx",))
PPTX = Format("PPTX", f"{OPEN_XML}presentationml.presentation", (".pptx",))
ODT = Format("ODT", f"{OPEN_DOCUMENT}text", (".odt",))
ODS = Format("ODS", f"{OPEN_DOCUMENT}spreadsheet", (".ods",))
# People rename images; they are made anew whatever they were called.
PNG = Format("PNG", "image/png", IMAGE_SUFFIXES, is_image=True)
JPEG = Format("JPEG", "image/jpeg", IMAGE_SUFFIXES, is_image=True)
WEBP = Format("WebP", "image/webp", IMAGE_SUFFIXES, is_image=True)

DOCUMENTS = (PDF, DOCX, XLSX, PPTX, ODT, ODS)
BY_MAIN_PART = {
    f"{DOCX.content_type}.main+xml": DOCX,
    f"{XLSX.content_type}.main+xml": XLSX,
    f"{PPTX.content_type}.main+xml": PPTX,
}
MACROS = ("vbaproject.bin", "/basic/", "/scripts/")
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

UNKNOWN = (
    "Ce fichier n’est pas d’un format accepté : PDF, DOCX, XLSX, PPTX, ODT ou ODS pour un document, "
    "JPEG, PNG ou WebP pour une image."
)
DAMAGED = "Ce fichier est abîmé ou incomplet : enregistrez-le de nouveau, puis renvoyez-le."


def recognise(file: BinaryIO, name: str, size: int) -> Format:
    """The format of `file`. Raises ValidationError, in French, for anything else: unknown, too
    large, damaged, holding macros, or whose name tells another format than its bytes."""
    if size > MAX_SIZE:
        raise ValidationError(f"Ce fichier dépasse {MAX_SIZE // MEGABYTE} Mo.")
    if not size:
        raise ValidationError("Ce fichier est vide.")
    file.seek(0)
    found = from_signature(file)
    suffix = PurePath(name.lower()).suffix
    if suffix not in found.suffixes:
        raise ValidationError(
            f"Ce fichier contient du {found.name} mais son nom finit par « {suffix[:12]} » : "
            f"donnez-lui l’extension {found.suffix}."
            if suffix
            else f"Donnez à ce fichier son extension : {found.suffix}."
        )
    file.seek(0)
    return found


def from_signature(file: BinaryIO) -> Format:
    head = file.read(16)
    if head.startswith(b"%PDF-"):
        return whole_pdf(file)
    if head.startswith(b"PK\x03\x04"):
        return office(file)
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    if head.startswith(b"\xff\xd8\xff"):
        return JPEG
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return WEBP
    if head.startswith(OLD_OFFICE):
        raise ValidationError(
            "Ce document est d’un ancien format ou protégé par un mot de passe : "
            "enregistrez-le sans protection en DOCX, XLSX, PPTX, ODT, ODS ou PDF."
        )
    raise ValidationError(UNKNOWN)


def whole_pdf(file: BinaryIO) -> Format:
    file.seek(0, 2)
    file.seek(max(0, file.tell() - 2048))
    if b"%%EOF" not in file.read():
        raise ValidationError(DAMAGED)
    return PDF


def office(file: BinaryIO) -> Format:
    with open_archive(file) as archive:
        names = [f"/{name.lower()}" for name in archive.namelist()]
        if any(mark in name for name in names for mark in MACROS):
            raise ValidationError("Ce document contient des macros : enregistrez-le sans elles.")
        found = open_document(archive) or open_xml(archive)
        if not found:
            raise ValidationError(UNKNOWN)
        return found


def open_archive(file: BinaryIO) -> zipfile.ZipFile:
    """The zip archive, every entry of which was read once within the limits.

    What an archive declares may lie, so what it declares is counted first, then what it gives."""
    try:
        archive = zipfile.ZipFile(file)
        entries = archive.infolist()
        if len(entries) > MAX_ENTRIES or sum(e.file_size for e in entries) > MAX_UNFOLDED:
            raise ValidationError(
                "Ce fichier contient trop de données repliées : il n’est pas accepté."
            )
        if any(entry.flag_bits & 0x1 for entry in entries):
            raise ValidationError("Ce document est protégé par un mot de passe : retirez-le.")
        for entry in entries:
            with archive.open(entry) as content:
                while content.read(CHUNK):
                    pass
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        OSError,
        ValueError,
        NotImplementedError,
    ) as error:
        raise ValidationError(DAMAGED) from error
    return archive


def open_document(archive: zipfile.ZipFile) -> Format | None:
    if "mimetype" not in archive.namelist():
        return None
    declared = archive.read("mimetype")[:100].decode("ascii", "replace").strip()
    return next((f for f in (ODT, ODS) if f.content_type == declared), None)


def open_xml(archive: zipfile.ZipFile) -> Format | None:
    if "[Content_Types].xml" not in archive.namelist():
        return None
    try:
        types = ElementTree.fromstring(archive.read("[Content_Types].xml"), forbid_dtd=True)
    except (ParseError, DefusedXmlException) as error:
        raise ValidationError(DAMAGED) from error
    parts = {part.get("ContentType", ""): part.get("PartName", "") for part in types}
    found = next((BY_MAIN_PART[kind] for kind in parts if kind in BY_MAIN_PART), None)
    if found and parts[f"{found.content_type}.main+xml"].lstrip("/") not in archive.namelist():
        raise ValidationError(DAMAGED)
    return found
