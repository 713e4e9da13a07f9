"""Links beyond doubt become partnerships on line, to be verified. Nothing is said that the file does not say."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import NAMESPACE_URL, UUID, uuid5

from django.db import connection, transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.text import slugify

from aict.listing.models import Clock, OldAddress
from aict.moderation.models import Contribution, Revision, State
from aict.search import spelling
from aict.territories.models import Territory
from partnerships.enums import Form
from partnerships.facets import facets_of_partnership, words_of_partnership
from partnerships.kinds.partnership import RESERVED
from partnerships.models import Partnership

BATCH = 1_000
Pair = tuple[int, int]
# Partnerships of two territories, each under the territory that answers for it today.
KNOWN = """
SELECT p.contribution_id, array_agg(coalesce(s.successor_id, s.id) ORDER BY t.level = 'etranger')
FROM partnerships_partnership p
JOIN partnerships_partnership_parties x ON x.partnership_id = p.id
JOIN territories_territory t ON t.id = x.territory_id
JOIN territories_territory s ON s.id = coalesce(t.successor_id, t.carried_by_id, t.id)
GROUP BY p.id HAVING count(*) = 2"""


@dataclass(frozen=True)
class New:
    """What a file says of one pair. `url`: a page about this very link."""

    pair: Pair
    year: int | None = None
    twinning: bool = False
    url: str = ""


def known_pairs(pairs: Collection[Pair]) -> dict[Pair, int]:
    """{pair: contribution} of those already there, taken off line included. One whose parties were
    corrected by hand since is known by its token."""
    with connection.cursor() as cursor:
        cursor.execute(KNOWN)
        known = {tuple(pair): pk for pk, pair in cursor.fetchall()}
    ids = {pk for pair in pairs for pk in pair}
    keys = dict(Territory.objects.filter(pk__in=ids).values_list("pk", "key"))
    tokens = {token_of(*(keys[pk] for pk in pair)): pair for pair in pairs}
    told = Contribution.objects.filter(token__in=list(tokens)).values_list("token", "pk")
    there = {tokens[token]: pk for token, pk in told}
    return there | {pair: known[pair] for pair in pairs if pair in known}


def token_of(french: str, foreign: str) -> UUID:
    """Of the link between the territories of these keys."""
    return uuid5(NAMESPACE_URL, f"aict-eco:lien:{french}:{foreign}")


@transaction.atomic
def store(new: Collection[New], source: str, by) -> dict[Pair, int]:
    """{pair: contribution} of new partnerships, published « à vérifier ». None of the pairs is known."""
    if not new:
        return {}
    territories = places({pk for link in new for pk in link.pair})
    made = contributions(new, territories, by)
    texts(new, made, territories, source, by)
    # From here to the commit, other publications of partnerships wait.
    last = Clock.tick(Partnership.KIND, len(new))
    rows = live_rows(new, made, territories, source, last - len(new))
    Partnership.objects.bulk_create(rows, batch_size=BATCH)
    through = Partnership.parties.through
    through.objects.bulk_create(
        [
            through(partnership_id=row.pk, territory_id=pk)
            for row, link in zip(rows, new, strict=True)
            for pk in link.pair
        ],
        batch_size=2 * BATCH,
    )
    spelling.learn(" ".join(row.full_text() for row in rows))
    return {link.pair: c.pk for link, c in zip(new, made, strict=True)}


def places(ids: set[int]) -> dict[int, Territory]:
    return Territory.objects.with_places().in_bulk(ids)


def title_of(link: New, territories: dict[int, Territory]) -> str:
    return " – ".join(territories[pk].name for pk in link.pair)[:200]


def contributions(
    new: Collection[New], territories: dict[int, Territory], by
) -> list[Contribution]:
    now = timezone.now()
    return Contribution.objects.bulk_create(
        [
            Contribution(
                token=token_of(*(territories[pk].key for pk in link.pair)),
                kind=Partnership.KIND,
                state=State.PUBLISHED,
                live=True,
                published_at=now,
                title=title_of(link, territories),
                territory_id=link.pair[0],
                created_by=by,
            )
            for link in new
        ],
        batch_size=BATCH,
    )


def texts(
    new: Collection[New], made: list[Contribution], territories: dict, source: str, by
) -> None:
    """The accepted text of each: what a person completes later starts from it."""
    Revision.objects.bulk_create(
        [
            Revision(
                contribution=contribution,
                number=1,
                accepted=True,
                author=by,
                lock_no=1,
                data={
                    "title": contribution.title,
                    "french_parties": [territories[link.pair[0]].key],
                    "foreign_parties": [territories[link.pair[1]].key],
                    "source": source,
                    **({"form": Form.TWINNING.value} if link.twinning else {}),
                    **({"source_url": link.url} if link.url else {}),
                },
            )
            for link, contribution in zip(new, made, strict=True)
        ],
        batch_size=BATCH,
    )


def live_rows(
    new: Collection[New], made: list[Contribution], territories: dict, source: str, stamp: int
) -> list[Partnership]:
    ids, slugs, now = next_ids(len(new)), Slugs(), timezone.now()
    rows = []
    for number, (link, contribution) in enumerate(zip(new, made, strict=True), start=1):
        row = Partnership(
            pk=ids[number - 1],
            contribution=contribution,
            slug=slugs.free(contribution.title),
            title=contribution.title,
            form=Form.TWINNING if link.twinning else "",
            year_signed=link.year,
            source=source,
            source_url=link.url,
            stamp=stamp + number,
            updated_at=now,
        )
        # Facets and words read relations that are written after the row.
        parties = held([territories[pk] for pk in link.pair])
        row._prefetched_objects_cache = {**NOTHING, "parties": parties}
        row.facets, row.search_text = facets_of_partnership(row), words_of_partnership(row)
        rows.append(row)
    return rows


def held(rows: list[Territory]) -> QuerySet:
    """A queryset that has these rows already."""
    found = Territory.objects.none()
    found._result_cache = rows
    return found


NOTHING = dict.fromkeys(("modalities", "sectors", "goals", "mobilised"), held([]))


def next_ids(count: int) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence('partnerships_partnership', 'id'))"
            " FROM generate_series(1, %s)",
            [count],
        )
        return [pk for (pk,) in cursor.fetchall()]


class Slugs:
    """Addresses not yet in use; safe while the clock of partnerships is held."""

    def __init__(self):
        former = OldAddress.objects.filter(kind=Partnership.KIND).values_list("slug", flat=True)
        self.taken = {*Partnership.objects.values_list("slug", flat=True), *former, *RESERVED}
        self.last: dict[str, int] = {}

    def free(self, title: str) -> str:
        base = slugify(title.replace("’", "-").replace("'", "-"))[:100].strip("-") or "lien"
        count = self.last.get(base, 0) + 1
        while (slug := base if count == 1 else f"{base}-{count}") in self.taken:
            count += 1
        self.last[base] = count
        self.taken.add(slug)
        return slug
