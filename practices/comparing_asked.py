"""What the address of a comparison asks: which practices, what is wrong with it, what may be added."""

from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.translation import gettext as _

from aict.listing.addresses import moved
from aict.listing.page import first_of
from aict.listing.selection import Selection
from partnerships.models import Funding
from practices.comparable import comparable
from practices.comparing import MOST, practices
from practices.comparing_reader import Reader, ReaderForm, reader_of
from practices.listing import PRACTICES
from practices.models import Practice
from practices.pages import versions_of

PROPOSED = 6


@dataclass(frozen=True)
class Asked:
    """`status` is that of the answer; `problem` says in a sentence what is wrong, or nothing."""

    practices: list[Practice]
    problem: str = ""
    status: int = 200
    # Some address was a former one: this one asks for the same practices.
    better: str = ""
    # The reader's own authority, when she said it.
    reader: Reader | None = None

    @property
    def slugs(self) -> list[str]:
        return [practice.slug for practice in self.practices]

    def address(self, slugs: list[str] | None = None, **more: str) -> str:
        """The stable querystring of a comparison, of `slugs` or of its own."""
        wanted = self.slugs if slugs is None else slugs
        chez = {"chez": self.reader.key} if self.reader else {}
        return address(wanted, **chez, **more)


@dataclass(frozen=True)
class Proposal:
    """A practice that may join the comparison, and why it is proposed."""

    practice: Practice
    url: str
    reasons: str = ""


def version_of(data: QueryDict) -> tuple | None:
    """What tells a version of the page from another, when the address asks for practices on line and
    for nothing else; None otherwise."""
    slugs = tuple(dict.fromkeys(slug for slug in data.getlist("p") if slug))
    more = data.keys() - {"p", "differences"}
    if more or not 1 <= len(slugs) <= MOST or "\0" in "".join(slugs):
        return None
    versions = versions_of(slugs, [Funding.KIND])
    only = "differences" in data
    return ("compare", slugs, only, *versions) if len(versions) == len(slugs) else None


def read(data: QueryDict) -> tuple[Asked, ReaderForm]:
    form = ReaderForm({"chez": data.getlist("chez")} if "chez" in data else None)
    asked = asked_practices(list(dict.fromkeys(slug for slug in data.getlist("p") if slug)))
    if form.is_bound and not form.is_valid():
        return replace(asked, problem=str(form.errors["chez"][0]), status=400), form
    chez = form.cleaned_data["chez"] if form.is_bound else None
    return replace(asked, reader=reader_of(chez) if chez else None), form


def asked_practices(wanted: list[str]) -> Asked:
    kept = wanted[:MOST]
    known = practices([slug for slug in kept if "\0" not in slug])
    missing = [slug for slug in kept if slug not in {practice.slug for practice in known}]
    renamed = {slug: row.slug for slug in missing if (row := former(slug))}
    if renamed:
        return Asked(known, better=address([renamed.get(slug, slug) for slug in wanted]))
    if missing:
        shown = missing[0][:80].replace("\0", "�")
        told = _(
            "Nous ne trouvons pas « %s » : cette pratique n’existe pas, ou n’est plus en ligne."
        )
        return Asked(known, told % shown, 404)
    if len(wanted) > MOST:
        told = _("On compare trois pratiques au plus : voici les trois premières.")
        return Asked(known, told, 400)
    return Asked(known)


def former(slug: str) -> Practice | None:
    """The practice on line that had this address once."""
    row = None if "\0" in slug else moved(Practice, slug)
    return row if isinstance(row, Practice) and not row.archived_at else None


def address(slugs: list[str], **more: str) -> str:
    """The stable querystring of a comparison."""
    return "?" + urlencode([*(("p", slug) for slug in slugs), *more.items()])


def proposals(asked: Asked, q: str) -> list[Proposal]:
    """What `q` finds; without search, what resembles the first practice."""
    if len(asked.practices) >= MOST:
        return []
    if q:
        ids = [row_id for row_id, _stamp in first_of(PRACTICES, Selection(q=q), PROPOSED).rows]
        found = Practice.objects.select_related("territory", "contribution").in_bulk(ids)
        near = [(found[row_id], "") for row_id in ids if row_id in found]
    elif asked.practices:
        near = [(row.practice, row.reasons) for row in comparable(asked.practices[0])]
    else:
        near = []
    return [
        Proposal(practice, asked.address([*asked.slugs, practice.slug]), reasons)
        for practice, reasons in near
        if practice.slug not in asked.slugs
    ]
