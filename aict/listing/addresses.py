"""The address of a row in its list: made from its title, kept when the title hardly changes."""

from collections.abc import Collection

from django.utils.text import slugify

from aict.listing.listed import Listed
from aict.listing.models import OldAddress


def keep_address(row: Listed, words: str, reserved: Collection[str] = ()) -> None:
    """Give `row` a free slug made of `words`; its former one redirects for ever.

    Call it while holding the clock of the kind: two rows of the same title must not choose at once."""
    base = slugify(words.replace("’", "-").replace("'", "-"))[:100].strip("-") or row.KIND
    if row.slug and row.slug.rstrip("-0123456789") == base.rstrip("-0123456789"):
        return
    taken = slugs_in_use(row, base)
    slug, count = base, 1
    while slug in taken or slug in reserved:
        count += 1
        slug = f"{base}-{count}"
    if row.pk and row.slug:
        OldAddress.objects.get_or_create(kind=row.KIND, slug=row.slug, defaults={"row_id": row.pk})
    OldAddress.objects.filter(kind=row.KIND, slug=slug).delete()
    row.slug = slug


def slugs_in_use(row: Listed, base: str) -> set[str]:
    """Those of other rows that begin like `base`, former ones included."""
    rows = type(row).objects.filter(slug__startswith=base).exclude(pk=row.pk)
    former = OldAddress.objects.filter(kind=row.KIND, slug__startswith=base).exclude(row_id=row.pk)
    return {*rows.values_list("slug", flat=True), *former.values_list("slug", flat=True)}


def moved(model: type[Listed], slug: str) -> Listed | None:
    """The row that had this address once."""
    old = OldAddress.objects.filter(kind=model.KIND, slug=slug).first()
    return model.objects.filter(pk=old.row_id).first() if old else None
