"""What is asked with a document, and with an image."""

from django import forms

from aict.moderation.files import DOCUMENTS, IMAGE_SUFFIXES, MAX_SIZE, MEGABYTE


def file_input(suffixes) -> forms.FileInput:
    return forms.FileInput(attrs={"accept": ",".join(suffixes), "data-max-size": MAX_SIZE})


class DocumentForm(forms.Form):
    prefix = "document"
    file = forms.FileField(
        label="Document",
        help_text=f"{', '.join(f.name for f in DOCUMENTS)} ; {MAX_SIZE // MEGABYTE} Mo au plus. "
        "Choisissez de préférence un document accessible.",
        widget=file_input(f.suffix for f in DOCUMENTS),
    )
    name = forms.CharField(
        label="Intitulé",
        max_length=150,
        required=False,
        help_text="Par exemple « Convention-cadre 2024 ». Vide : le nom du fichier.",
    )


class ImageForm(forms.Form):
    prefix = "image"
    file = forms.FileField(
        label="Image",
        help_text=f"JPEG, PNG ou WebP ; {MAX_SIZE // MEGABYTE} Mo au plus. Le lieu et la date de "
        "prise de vue sont effacés.",
        widget=file_input(IMAGE_SUFFIXES),
    )
    alt = forms.CharField(
        label="Texte alternatif",
        max_length=250,
        help_text="Ce que l’image montre, pour qui ne la voit pas.",
    )
    credit = forms.CharField(
        label="Crédit et droits",
        max_length=150,
        help_text="Qui a pris l’image et qui autorise à la montrer.",
    )
    name = forms.CharField(label="Légende", max_length=150, required=False)
