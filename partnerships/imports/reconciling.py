"""What a coordinator says of an ambiguous row: the partnership at once, and the memory of the choice."""

from collections.abc import Mapping

from django.db import transaction
from django.db.models import Case, When

from aict.imports.models import ImportRow, ImportRun
from aict.imports.running import one_import_at_a_time
from aict.territories.models import Territory
from partnerships.abroad import Told, row_of
from partnerships.imports import doubts, remembering
from partnerships.imports.mention import Mention
from partnerships.imports.running import TURN, counts_of
from partnerships.imports.storing import New, known_pairs, store
from partnerships.models import LinkChoice

Status = ImportRow.Status
Chosen = Mapping[str, Territory | Told]


@transaction.atomic
def choose(run: ImportRun, number: int, chosen: Chosen, by) -> tuple[ImportRow, bool]:
    """The row, now linked to its partnership, like the others that the same choice settles; False when
    somebody had settled it before."""
    row = locked(run, number)
    if row.status != Status.AMBIGUOUS:
        return row, False
    link = doubts.link_of(row)
    mentions = {doubts.FRENCH: link.french, doubts.FOREIGN: link.foreign}
    found = {mentions[side]: placed(place, mentions[side]) for side, place in chosen.items()}
    remembering.remember(link, {m: t for m, t in found.items() if m}, by)
    settled = settle_remembered(run, by)
    recount(run)
    return next(one for one in settled if one.pk == row.pk), True


def settle_remembered(run: ImportRun, by) -> list[ImportRow]:
    """Every row in doubt on whose names people have said everything, now linked to its partnership."""
    waiting = list(run.rows.filter(status=Status.AMBIGUOUS).select_related("run"))
    links = {doubts.link_of(row): row for row in waiting}
    chosen, _left_out = remembering.remembered(links)
    settled = []
    for link, row in links.items():
        ids = [
            row.found[side]["target"] or chosen.get((link, mention), 0)
            for side, mention in ((doubts.FRENCH, link.french), (doubts.FOREIGN, link.foreign))
            if mention
        ]
        if all(ids):
            tell(row, New((ids[0], ids[1]), link.year, link.twinning, link.url), by)
            settled.append(row)
    return settled


def tell(row: ImportRow, new: New, by) -> None:
    pair = new.pair
    known = known_pairs([pair])
    row.status = Status.KNOWN if known else Status.ADDED
    row.contribution_id = (known or store([new], row.run.source, by))[pair]
    row.remarks = ["Départagée par la coordination", *row.remarks]
    row.save()


def placed(place: Territory | Told, mention: Mention | None) -> Territory:
    """The territory; one that our list lacks is added where the file puts it."""
    if isinstance(place, Territory):
        return place
    territory = row_of(place)
    if territory.latitude is None and mention and mention.point:
        territory.latitude, territory.longitude = mention.point
        territory.save()
    return territory


@transaction.atomic
def leave_out(run: ImportRun, number: int, reason: str, by) -> tuple[ImportRow, bool]:
    """The row, refused for this reason, now and in the next lists."""
    row = locked(run, number)
    if row.status != Status.AMBIGUOUS:
        return row, False
    remembering.remember_refusal(doubts.link_of(row), reason, by)
    row.status = Status.REFUSED
    label = LinkChoice.Reason(reason).label
    row.remarks = [f"Écartée par la coordination : {label}", *row.remarks]
    row.save()
    recount(run)
    return row, True


def locked(run: ImportRun, number: int) -> ImportRow:
    """In the order of an import: the turn first, so that two coordinators wait for each other."""
    one_import_at_a_time(TURN)
    return run.rows.select_for_update().get(number=number)


def recount(run: ImportRun) -> None:
    run.refresh_from_db(fields=["report"])
    counts = counts_of(run.rows.values_list("status", flat=True))
    run.report = run.report | {"counts": counts}
    run.save(update_fields=["report"])


def next_doubt(run: ImportRun, number: int) -> int | None:
    """The line of the next ambiguous row, the first ones after the last."""
    waiting = run.rows.filter(status=Status.AMBIGUOUS).exclude(number=number)
    following = waiting.order_by(Case(When(number__gt=number, then=0), default=1), "number")
    return following.values_list("number", flat=True).first()
