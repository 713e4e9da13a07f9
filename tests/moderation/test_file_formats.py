"""Disguised, damaged, giant files: refused in French, nothing kept. Images are made anew."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from aict.moderation import drafts
from tests.moderation import samples
from tests.moderation.shelf import ALT, nothing_changed, read, send, stored


@pytest.mark.parametrize(
    ("content", "name", "content_type"),
    [
        (samples.pdf(), "bilan.pdf", "application/pdf"),
        (samples.pdf(), "BILAN.PDF", "application/pdf"),
        (samples.docx(), "note.docx", f"{samples.OPEN_XML}wordprocessingml.document"),
        (samples.xlsx(), "budget.xlsx", f"{samples.OPEN_XML}spreadsheetml.sheet"),
        (samples.pptx(), "élus.pptx", f"{samples.OPEN_XML}presentationml.presentation"),
        (samples.open_document(), "note.odt", "application/vnd.oasis.opendocument.text"),
        (samples.open_document("spreadsheet"), "b.ods", "application/vnd.oasis.opendocument.spreadsheet"),
    ],
)  # fmt: skip
def test_documents_are_kept_as_they_are(as_officer, draft, content, name, content_type):
    assert send(as_officer, draft, content, name).status_code == 302
    kept = draft.attachments.get()
    assert (kept.content_type, kept.size) == (content_type, len(content))
    assert stored()[0].read_bytes() == content
    assert drafts.text_in_hand(draft).data["attachments"] == [str(kept.token)]


HTML = b"<!doctype html><script>alert(1)</script>"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'
PROGRAM = b"MZ\x90\x00" + bytes(200)


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        (PROGRAM, "bilan.pdf", "n’est pas d’un format accepté"),
        (HTML, "bilan.pdf", "n’est pas d’un format accepté"),
        (SVG, "bilan.pdf", "n’est pas d’un format accepté"),
        (b"\n" + samples.pdf(), "bilan.pdf", "n’est pas d’un format accepté"),
        (samples.pdf()[:-8], "bilan.pdf", "abîmé"),
        (samples.pdf(), "bilan.pdf.exe", "son nom finit par « .exe »"),
        (samples.pdf(), "bilan.docx", "contient du PDF"),
        (samples.pdf(), "bilan", "son extension"),
        (samples.docx(), "note.odt", "contient du DOCX"),
        (samples.archive({"a.exe": PROGRAM}), "note.docx", "n’est pas d’un format accepté"),
        (samples.open_xml("spreadsheetml.template"), "b.xlsx", "n’est pas d’un format accepté"),
        (samples.docx(**{"word/vbaProject.bin": b"x"}), "note.docx", "macros"),
        (samples.encrypted(), "note.docx", "mot de passe"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99), "note.docx", "ancien format"),
        (samples.docx()[:-30], "note.docx", "abîmé"),
        (samples.docx().replace(b"<document/>", b"<DOCUMENT/>"), "note.docx", "abîmé"),
        (samples.archive({"[Content_Types].xml": "<a"}), "note.docx", "abîmé"),
        (
            samples.archive({"[Content_Types].xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}),
            "note.docx",
            "abîmé",
        ),
        (samples.zip_bomb, "note.docx", "trop de données"),
        (samples.lying_zip_bomb, "note.docx", "abîmé"),
        (samples.archive({f"{n}": "" for n in range(3100)}), "note.docx", "trop de données"),
        (samples.image(), "bilan.png", "ajoutez-la comme image"),
        (b"", "bilan.pdf", "vide"),
    ],
)  # fmt: skip
def test_disguised_documents_are_refused(as_officer, draft, content, name, said):
    content = content() if callable(content) else content
    answer = send(as_officer, draft, content, name)
    assert answer.status_code == 422
    assert said in " ".join(answer.content.decode().split())
    nothing_changed(draft)


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (PROGRAM, "port.png"),
        (SVG, "port.png"),
        (SVG, "port.svg"),
        (HTML, "port.jpg"),
        (b"\x89PNG\r\n\x1a\n" + HTML, "port.png"),
        (b"\xff\xd8\xff" + HTML, "port.jpg"),
        (samples.image()[:-40], "port.png"),
        (samples.photograph()[:5000], "port.jpg"),
        (samples.pixel_bomb(), "port.png"),
        (samples.pixel_bomb(12_000, 9_000), "port.png"),
        (samples.pixel_bomb(8_000, 7_000), "port.png"),
        (samples.image("GIF"), "port.gif"),
        (samples.pdf(), "port.pdf"),
        (samples.image(), "port.pdf"),
    ],
)
def test_disguised_images_are_refused(as_officer, draft, content, name):
    assert send(as_officer, draft, content, name, "image", **ALT).status_code == 422
    nothing_changed(draft)


def test_eleven_megabytes_are_refused(as_officer, draft):
    heavy = samples.pdf() + bytes(11 * 1024 * 1024) + b"%%EOF"
    answer = send(as_officer, draft, heavy, "bilan.pdf")
    assert answer.status_code == 422
    assert "dépasse 10" in answer.content.decode()
    nothing_changed(draft)


def test_a_giant_request_is_not_even_read(as_officer, draft, settings):
    settings.UPLOAD_MAX_SIZE = 500
    assert send(as_officer, draft, samples.pdf() * 9, "bilan.pdf").status_code == 400
    nothing_changed(draft)


def test_an_image_needs_its_alternative_text_and_credit(as_officer, draft):
    answer = send(as_officer, draft, samples.image(), "port.png", "image")
    assert answer.status_code == 422
    assert answer.content.decode().count("Ce champ est obligatoire") >= 2
    nothing_changed(draft)


@pytest.mark.parametrize(
    ("content", "name", "size"),
    [
        (samples.photograph(), "port.jpg", (1067, 1600)),
        (samples.image("PNG", (20, 10), "RGBA"), "port.png", (20, 10)),
        (samples.image("PNG", (20, 10), "P"), "port.png", (20, 10)),
        (samples.image("PNG", (20, 10), "LA"), "port.png", (20, 10)),
        (samples.image("PNG", (20, 10), "I;16"), "port.png", (20, 10)),
        (samples.image("JPEG", (20, 10), "CMYK"), "port.jpeg", (20, 10)),
        (samples.image("WEBP", (20, 10)), "renommée.png", (20, 10)),
        (samples.image("PNG", (4000, 1)), "port.png", (1600, 1)),
    ],
)
def test_images_are_made_anew(as_officer, draft, content, name, size):
    hidden = content + b"<script>alert(1)</script>"
    assert send(as_officer, draft, hidden, name, "image", **ALT).status_code == 302
    kept = draft.attachments.get()
    made = stored()[0].read_bytes()
    shown = Image.open(BytesIO(made))
    assert (shown.format, shown.size, (kept.width, kept.height)) == ("WEBP", size, size)
    assert not shown.getexif()
    assert b"script" not in made
    assert b"secret" not in made


@pytest.mark.parametrize(
    ("name", "title", "served"),
    [
        ("../../etc/passwd.pdf", "passwd", "passwd.pdf"),
        ("..\\..\\boot.pdf", "boot", "boot.pdf"),
        ("Bilan d’étape – Œuvres (2024).pdf", "Bilan d’étape – Œuvres (2024)", "bilan-detape-uvres-2024.pdf"),
        ("年報.pdf", "年報", "document.pdf"),
        ("a" * 240 + ".pdf", "a" * 150, "a" * 80 + ".pdf"),
        ("facture.exe.pdf", "facture.exe", "factureexe.pdf"),
        ("<img src=x onerror=alert(1)>.pdf", "<img src=x onerror=alert(1)>", "img-srcx-onerroralert1.pdf"),
    ],
)  # fmt: skip
def test_names_are_ours(as_officer, draft, shelf, name, title, served):
    given = SimpleUploadedFile("x.pdf", samples.pdf())
    given._name = name  # as a hostile client sends it
    address = reverse("moderation:files", args=[draft.token])
    assert as_officer.post(address, {"document-file": given, "document": "1"}).status_code == 302
    kept = draft.attachments.get()
    assert (kept.name, kept.file_name) == (title, served)
    assert [path.name for path in stored()] == [f"{kept.token}.pdf"]
    answer, _ = read(as_officer, kept)
    assert answer.status_code == 200
    assert answer["Content-Disposition"] == f'attachment; filename="{served}"'
