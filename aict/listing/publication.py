"""From an accepted text to a live row of a list, and back off line: what every kind does alike."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any, TypeVar

from django.contrib.postgres.search import TrigramSimilarity
from django.db import models
from django.utils import timezone

from aict.listing.addresses import keep_address
from aict.listing.listed import Listed
from aict.listing.models import Clock
from aict.moderation.binding import BoundPart
from aict.moderation.kinds import Kind
from aict.moderation.models import Contribution
from aict.taxonomies.enums import Category, ReviewRhythm

Row = TypeVar("Row", bound=Listed)


def live_row(model: type[Row], contribution: Contribution, parts: list[BoundPart], leave=()) -> Row:
    """A row of `model` filled with the parts' own columns but those of `leave`, not saved.

    It stands under the key of the former version, if any: what the new text no longer says does
    not linger."""
    old = model.objects.filter(contribution=contribution).first()
    row = model(contribution=contribution)
    if old:
        row.pk, row.slug, row._state.adding = old.pk, old.slug, False
    columns = {field.name for field in model._meta.concrete_fields} - set(leave)
    for bound in parts:
        form: Any = bound.form
        for name in form._meta.fields:
            if name in columns and name in form.cleaned_data:
                setattr(row, name, form.cleaned_data[name])
    return row


def save_relations(row: Listed, parts: list[BoundPart]) -> None:
    """The many-to-many fields that the forms hold."""
    for bound in parts:
        form: Any = bound.form
        form.instance = row
        form._save_m2m()


def save_blocks(
    row: Listed, parts: list[BoundPart], blocks: Mapping[str, type[models.Model]], parent: str
) -> None:
    """The repeatable parts, written anew in the author's order. `parent` is their key to `row`."""
    for model in blocks.values():
        model._default_manager.filter(**{parent: row}).delete()
    for bound in parts:
        for name in bound.formsets:
            model = blocks[name]
            model._default_manager.bulk_create(
                model(order=order, **{parent: row}, **told)
                for order, told in enumerate(bound.rows(name))
            )


def link_by_name(
    blocks: Iterable[models.Model], name: str, link: str, target: type[Listed]
) -> None:
    """Attach rows whose `name` is that of a row of `target` on line, in the field `link`."""
    for block in blocks:
        found = target.objects.named(getattr(block, name))
        if found:
            setattr(block, link, found)
            block.save(update_fields=[link])


def answers_of(parts: list[BoundPart]) -> dict:
    return {name: value for bound in parts for name, value in bound.form.cleaned_data.items()}


def copy_to_contribution(
    contribution: Contribution, parts: list[BoundPart], columns: Collection[str], row: Listed
) -> None:
    """What the queue and the footer of the page read: `columns` of the row, rhythm, authorisation."""
    answers = answers_of(parts)
    for name in columns:
        setattr(contribution, name, getattr(row, name))
    contribution.review_months = answers.get("review_rhythm") or ReviewRhythm.TWELVE
    given_by = answers.get("authorised_by_function", "")
    if contribution.authorised_by_function != given_by:
        contribution.authorised_by_function = given_by
        contribution.authorised_on = timezone.localdate()


def withdraw(row: Listed) -> None:
    """Off line, at once."""
    row.archived_at = timezone.now()
    row.save(update_fields=["archived_at"])
    row.refresh_listing()


def resembling(model: type[Listed], title: str, contribution: Contribution | None) -> list:
    """Published rows whose title looks like this one: perhaps the same told twice."""
    found = model.objects.published().annotate(near=TrigramSimilarity("title", title))
    if contribution:
        found = found.exclude(contribution=contribution)
    return list(found.filter(near__gt=0.35).order_by("-near")[:3])


def live_of(model: type[Listed]):
    """The function of a kind that gives the live row of a contribution, or None."""
    return lambda contribution: model.objects.filter(contribution=contribution).first()


def found_by_slug(model: type[Listed]):
    """The function of a kind that gives the contribution of an address, or None."""

    def find(slug: str) -> Contribution | None:
        row = model.objects.filter(slug=slug).select_related("contribution").first()
        return row.contribution if row else None

    return find


def saved_row(
    model: type[Row],
    contribution: Contribution,
    parts: list[BoundPart],
    now,
    reserved: Collection[str] = (),
    **more,
) -> Row:
    """The live row of an accepted text: its columns, its address, its relations, and `more` columns
    that no form holds as such."""
    # Publications pass one by one: two texts of the same title must not choose the same address.
    Clock.tick(model.KIND, 0)
    row = live_row(model, contribution, parts, leave=more)
    keep_address(row, row.title, reserved)
    row.updated_at, row.archived_at = now, None
    for name, value in more.items():
        setattr(row, name, value)
    row.save()
    save_relations(row, parts)
    return row


def withdraw_of(model: type[Listed]):
    """The function of a kind that takes its row off line."""
    return lambda contribution: withdraw(model.objects.get(contribution=contribution))


def resembling_of(model: type[Listed]):
    return lambda title, contribution: resembling(model, title, contribution)


def listed_kind(model: type[Listed], **told) -> Kind:
    """A kind whose live rows are those of `model`, with what all of them do alike."""
    usual = {
        "slug": model.KIND,
        "withdraw": withdraw_of(model),
        "live_object": live_of(model),
        "find": found_by_slug(model),
        "resembling": resembling_of(model),
        "headline": title_and_category,
    }
    return Kind(**(usual | told))


def title_and_category(data: dict) -> dict:
    """The queue's columns of a text that belongs to no territory and no service."""
    return {
        "title": str(data.get("title") or "")[:200],
        "category": first_category(data),
        "territory": None,
        "service": None,
    }


def first_category(data: dict) -> str:
    """For the queue, of a text that may hold several."""
    first = next(iter(data.get("categories") or []), "")
    return first if first in Category.values else ""
