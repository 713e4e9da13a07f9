"""From an accepted text to the live row, and back off line."""

from django.contrib.postgres.search import TrigramSimilarity
from django.utils import timezone
from django.utils.text import slugify

from aict.listing.models import Clock
from aict.moderation.binding import BoundPart
from aict.moderation.models import Contribution
from aict.taxonomies.enums import Nature, ReviewRhythm
from partnerships.models import Actor, Funding, Partnership
from practices import models, pages
from practices.models import OldSlug, Practice

RESERVED = {"proposer", "comparer", "carte", "importer", "flux", "ressemblances"}
OWN_COLUMNS = {f.name for f in Practice._meta.concrete_fields} - {"partnership"}
BLOCKS = {
    "objectives": models.Objective,
    "steps": models.Step,
    "services_involved": models.ServiceRole,
    "partners": models.Partner,
    "funding_lines": models.FundingLine,
    "results": models.Result,
    "axes": models.Axis,
    "transfer_conditions": models.TransferCondition,
}


def publish(contribution: Contribution, parts: list[BoundPart], now) -> Practice:
    """Save the live practice and all that hangs on it, from valid bound parts."""
    # Publications pass one by one: two texts of the same title must not choose the same address.
    Clock.tick(models.practice.KIND, 0)
    practice = live_row(contribution, parts)
    keep_address(practice)
    practice.updated_at, practice.archived_at = now, None
    practice.partnership = partnership_of(parts)
    practice.save()
    for bound in parts:
        bound.form.instance = practice
        bound.form._save_m2m()
    if practice.nature != Nature.STRATEGY:
        practice.carried_out_by.clear()
    save_blocks(practice, parts)
    copy_to_contribution(contribution, practice, parts)
    practice.refresh_listing()
    return practice


def live_row(contribution: Contribution, parts: list[BoundPart]) -> Practice:
    """A fresh row under the old key: what the new text no longer says does not linger."""
    old = Practice.objects.filter(contribution=contribution).first()
    practice = Practice(contribution=contribution)
    if old:
        practice.pk, practice.slug, practice._state.adding = old.pk, old.slug, False
    for bound in parts:
        for name in bound.form._meta.fields:
            if name in OWN_COLUMNS and name in bound.form.cleaned_data:
                setattr(practice, name, bound.form.cleaned_data[name])
    return practice


def keep_address(practice: Practice) -> None:
    """A slug from the title; the former one redirects for ever."""
    base = (
        slugify(practice.title.replace("’", "-").replace("'", "-"))[:100].strip("-") or "pratique"
    )
    if practice.slug and practice.slug.rstrip("-0123456789") == base.rstrip("-0123456789"):
        return
    taken = set(
        Practice.objects.filter(slug__startswith=base)
        .exclude(pk=practice.pk)
        .values_list("slug", flat=True)
    ) | set(
        OldSlug.objects.filter(slug__startswith=base)
        .exclude(practice_id=practice.pk)
        .values_list("slug", flat=True)
    )
    slug, count = base, 1
    while slug in taken or slug in RESERVED:
        count += 1
        slug = f"{base}-{count}"
    if practice.pk and practice.slug:
        OldSlug.objects.get_or_create(slug=practice.slug, defaults={"practice": practice})
    OldSlug.objects.filter(slug=slug).delete()
    practice.slug = slug


def partnership_of(parts: list[BoundPart]) -> Partnership | None:
    for bound in parts:
        if found := bound.form.cleaned_data.get("partnership"):
            if not found.pk:
                found, _created = Partnership.objects.get_or_create(name=found.name)
            return found
    return None


def save_blocks(practice: Practice, parts: list[BoundPart]) -> None:
    for model in BLOCKS.values():
        model.objects.filter(practice=practice).delete()
    for bound in parts:
        for name in bound.formsets:
            model = BLOCKS[name]
            model.objects.bulk_create(
                model(practice=practice, order=order, **row)
                for order, row in enumerate(bound.rows(name))
            )
    link_by_name(models.Partner, practice, "actor", "name", Actor)
    link_by_name(models.FundingLine, practice, "funding", "source", Funding)


def link_by_name(model, practice: Practice, link: str, name: str, target) -> None:
    """Attach free entries to the directory's row of the same name, where there is one."""
    for block in model.objects.filter(practice=practice):
        found = target.objects.filter(name__iexact=getattr(block, name)).first()
        if found:
            setattr(block, link, found)
            block.save(update_fields=[link])


def copy_to_contribution(contribution: Contribution, practice: Practice, parts) -> None:
    answers = {name: value for bound in parts for name, value in bound.form.cleaned_data.items()}
    contribution.territory, contribution.service = practice.territory, practice.service
    contribution.title, contribution.category = practice.title, practice.category
    contribution.review_months = answers.get("review_rhythm") or ReviewRhythm.TWELVE
    if contribution.authorised_by_function != answers["authorised_by_function"]:
        contribution.authorised_by_function = answers["authorised_by_function"]
        contribution.authorised_on = timezone.localdate()


def withdraw(contribution: Contribution) -> None:
    practice = Practice.objects.get(contribution=contribution)
    practice.archived_at = timezone.now()
    practice.save(update_fields=["archived_at"])
    practice.refresh_listing()


def resembling(title: str, contribution: Contribution | None) -> list[Practice]:
    """Published practices whose title looks like this one: perhaps the same told twice."""
    found = Practice.objects.published().annotate(near=TrigramSimilarity("title", title))
    if contribution:
        found = found.exclude(contribution=contribution)
    return list(found.filter(near__gt=0.35).select_related("territory").order_by("-near")[:3])


def preview(contribution: Contribution, parts: list[BoundPart]) -> dict:
    """Context of the preview template: the page as readers would see it."""
    return pages.preview(contribution, parts)
