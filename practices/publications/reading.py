"""What the page of a publication shows, from the tables or from a text being written."""

from collections.abc import Iterable
from dataclasses import dataclass

from aict.moderation import attached
from aict.moderation.binding import BoundPart
from aict.moderation.models import Attachment, Contribution
from aict.taxonomies.enums import Category
from aict.ui.numbers import number
from practices.publications.models import Publication
from practices.publications.words import when


@dataclass(frozen=True)
class Page:
    """`filing` are (title, [(words, querystring)]): the lists in which it stands."""

    publication: Publication
    category: str
    when: str
    facts: list[tuple[str, str]]
    documents: list[Attachment]
    filing: list[tuple[str, list[tuple[str, str]]]]

    @property
    def readable(self) -> bool:
        return bool(self.publication.link or self.documents)


def page_of(publication: Publication, themes: Iterable, documents: list[Attachment]) -> Page:
    words = when(publication)
    return Page(
        publication=publication,
        category=publication.categories[0] if len(publication.categories) == 1 else "",
        when=words[:1].upper() + words[1:],
        facts=facts(publication),
        documents=documents,
        filing=filing(publication, themes),
    )


def facts(publication: Publication) -> list[tuple[str, str]]:
    return [
        ("Type", str(publication.get_type_display())),
        ("Publiée par", publication.publishers or "À vérifier"),
        ("Parution" if publication.out else "Annoncée pour", told_when(publication)),
        ("Pages", number(publication.pages) if publication.pages else ""),
        ("Langue", str(publication.get_language_display())),
        ("Source", publication.source),
    ]


def told_when(publication: Publication) -> str:
    return when(publication) if publication.out else publication.announced


def filing(publication: Publication, themes: Iterable) -> list[tuple[str, list[tuple[str, str]]]]:
    found = [
        (
            "Catégorie",
            [(str(Category(s).label), f"categorie={s}") for s in publication.categories],
        ),
        ("Thèmes", [(theme.label, f"theme={theme.slug}") for theme in themes]),
        (
            "Type",
            [(str(publication.get_type_display()), f"type={publication.type}")]
            if publication.type
            else [],
        ),
    ]
    return [(title, terms) for title, terms in found if terms]


def of_live(publication: Publication) -> Page:
    contribution = publication.contribution
    text = contribution.revisions.filter(accepted=True).values_list("data", flat=True).first()
    documents = attached.of_text(contribution, text or {})
    return page_of(publication, list(publication.themes.all()), documents)


def preview_of(contribution: Contribution, parts: list[BoundPart]) -> dict:
    """Context of the preview template, from what the forms already accept."""
    values: dict = {}
    for bound in parts:
        bound.form.is_valid()
        values |= getattr(bound.form, "cleaned_data", {})
    columns = {f.name for f in Publication._meta.concrete_fields}
    row = Publication(**{k: v for k, v in values.items() if k in columns and v is not None})
    text = contribution.revisions.first()
    documents = attached.of_text(contribution, text.data if text else {})
    page = page_of(row, list(values.get("themes") or []), documents)
    return {"page": page, "fictional": contribution.fictional}
