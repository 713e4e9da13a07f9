"""Two rows for one actor: which stays, what follows it, and how to come back.

Whatever points at an actor follows it, in rooms above too: the relations are read from the model, so
no room is named here. The address of the one that leaves redirects for ever."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db import IntegrityError, connection, models, transaction

from aict.listing.models import OldAddress
from aict.moderation.gate import apply
from aict.moderation.models import JournalEntry, State
from aict.moderation.readiness import Refused
from partnerships.models import Actor, ActorMerge

JOINED, PARTED = "merge", "unmerge"
NEAR, MOST = 0.6, 60
PAIRS = """
SELECT a.id, b.id
FROM partnerships_actor a JOIN partnerships_actor b ON a.country_id = b.country_id AND a.id < b.id
WHERE a.archived_at IS NULL AND b.archived_at IS NULL
  AND (similarity(a.title, b.title) >= %s
       OR upper(a.acronym) IN (upper(nullif(b.acronym, '')), upper(b.title))
       OR upper(b.acronym) = upper(a.title))
ORDER BY similarity(a.title, b.title) DESC, a.id LIMIT %s
"""


@dataclass(frozen=True)
class Followers:
    """Rows of one model that point at an actor."""

    label: str
    field: models.ForeignKey
    ids: list[int]

    @property
    def key(self) -> str:
        return f"{self.field.model._meta.label}.{self.field.name}"


def likely_duplicates() -> list[list[tuple[Actor, Actor]]]:
    """Pairs on line, of one country, whose names look alike, or one called by the acronym of the other; each actor
    with its twin."""
    with connection.cursor() as cursor:
        cursor.execute(PAIRS, [NEAR, MOST])
        pairs = cursor.fetchall()
    rows = Actor.objects.select_related("contribution", "actor_type", "country", "seat").in_bulk(
        {pk for pair in pairs for pk in pair}
    )
    return [[(rows[a], rows[b]), (rows[b], rows[a])] for a, b in pairs]


def both(kept: str, left: str) -> tuple[Actor, Actor] | None:
    """The two actors on line at those addresses."""
    rows = Actor.objects.published().select_related("contribution", "actor_type", "country", "seat")
    found = {row.slug: row for row in rows.filter(slug__in={kept, left})}
    return (found[kept], found[left]) if {kept, left} <= found.keys() else None


def fields_to_actors() -> Iterator[models.ForeignKey]:
    """Every foreign key to an actor, whatever its room, but those of the merge itself."""
    for relation in Actor._meta.get_fields(include_hidden=True):
        field = relation.field if relation.auto_created and not relation.concrete else None
        if isinstance(field, models.ForeignKey) and not is_own(field.model):
            yield field


def is_own(model: type[models.Model]) -> bool:
    """Whether those rows say what the actor is, rather than name it. Earlier duplicates name it."""
    of: object = model._meta.auto_created
    return model is ActorMerge or of is Actor


def followers(actor: Actor) -> list[Followers]:
    """What points at `actor`, by model, without those nothing of which does."""
    found = []
    for field in fields_to_actors():
        rows = field.model._base_manager.filter(**{field.name: actor})
        ids = list(rows.order_by("pk").values_list("pk", flat=True))
        if ids:
            label = str(field.model._meta.verbose_name_plural)
            found.append(Followers(label, field, ids))
    return found


@transaction.atomic
def merge(kept: Actor, left: Actor, by) -> ActorMerge:
    """`left` leaves the directory and all that pointed at it points at `kept`. Raises Refused."""
    both_rows = Actor.objects.filter(pk__in={kept.pk, left.pk}).order_by("pk")
    rows = both_rows.select_for_update().in_bulk()
    kept, left = rows[kept.pk], rows[left.pk]
    if kept.pk == left.pk or kept.archived_at or left.archived_at:
        raise Refused(
            "Ces deux acteurs ne peuvent plus être réunis : l’un d’eux n’est plus en ligne."
        )
    if left.contribution.state != State.PUBLISHED:
        raise Refused(
            "Une mise à jour de l’acteur qui disparaît est en cours : terminez-la d’abord."
        )
    moved = {group.key: give(group.field, group.ids, kept) for group in followers(left)}
    apply(left.contribution, "archive", by, comment=f"Réuni avec « {kept.title} ».", quiet=True)
    Actor.objects.filter(pk=left.pk).update(merged_into=kept)
    OldAddress.objects.update_or_create(
        kind=Actor.KIND, slug=left.slug, defaults={"row_id": kept.pk}
    )
    note(kept, JOINED, by, f"« {left.title} » est le même acteur.")
    return ActorMerge.objects.create(kept=kept, left=left, by=by, moved=moved)


def give(field: models.ForeignKey, ids: list[int], actor: Actor) -> list[int]:
    """Point those rows at `actor`; a row that already has it there stays as it is. Returns the moved."""
    moved = []
    for row_id in ids:
        try:
            with transaction.atomic():
                rows = field.model._base_manager.filter(pk=row_id)
                if rows.update(**{field.name: actor}):
                    moved.append(row_id)
        except IntegrityError:
            continue
    return moved


@transaction.atomic
def undo(done: ActorMerge, by) -> None:
    """Both actors again, each with what was its own, where nobody changed it since. Raises Refused."""
    done = ActorMerge.objects.select_for_update().get(pk=done.pk)
    kept, left = done.kept, done.left
    if done.undone_at or left.merged_into_id != kept.pk:
        raise Refused("Cette fusion a déjà été défaite.")
    OldAddress.objects.filter(kind=Actor.KIND, slug=left.slug).delete()
    Actor.objects.filter(pk=left.pk).update(merged_into=None)
    apply(left.contribution, "restore", by, quiet=True)
    for field in fields_to_actors():
        key = f"{field.model._meta.label}.{field.name}"
        still = field.model._base_manager.filter(
            **{"pk__in": done.moved.get(key, []), field.name: kept}
        )
        give(field, list(still.values_list("pk", flat=True)), left)
    note(kept, PARTED, by, f"« {left.title} » est un autre acteur.")
    done.close()


def note(actor: Actor, what: str, by, comment: str) -> None:
    contribution = actor.contribution
    JournalEntry.objects.create(
        contribution=contribution,
        transition=what,
        source=contribution.state,
        target=contribution.state,
        by=by,
        comment=comment,
    )


def side_by_side(kept: Actor, left: Actor) -> list[tuple[str, object, object]]:
    """(what, of the one that stays, of the one that leaves), to choose by; the relay is never shown."""
    told = [
        ("Nom", "title"),
        ("Sigle", "acronym"),
        ("Type", "actor_type"),
        ("Pays", "country"),
        ("Siège", "seat"),
        ("En une phrase", "teaser"),
        ("Ce qu’il apporte", "offer_text"),
        ("Site", "website"),
        ("Source", "source_url"),
    ]
    rows = [(label, getattr(kept, name), getattr(left, name)) for label, name in told]
    rows += [
        ("Boîte de relais", known(kept.contact_relay), known(left.contact_relay)),
        ("Vérifié le", kept.contribution.verified_on, left.contribution.verified_on),
    ]
    return [row for row in rows if row[1] or row[2]]


def known(relay: str) -> str:
    return "connue" if relay else ""
