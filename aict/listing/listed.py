"""What every live row found in a list has, whatever its room."""

from datetime import datetime
from typing import Any, ClassVar, Self

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models, transaction
from django.db.models import F

from aict.listing.models import Clock
from aict.moderation.models import Contribution
from aict.search import spelling


class ListedQuerySet(models.QuerySet):
    """Subclasses say in `with_relations` what facets and search words are made of."""

    def published(self) -> Self:
        return self.filter(archived_at__isnull=True)

    def withdrawn(self) -> Self:
        return self.filter(archived_at__isnull=False)

    def told_between(self, since: datetime, until: datetime) -> Self:
        """What digests tell of those two moments, with `first_on`, when a row came on line first."""
        found = self.filter(updated_at__gte=since, updated_at__lt=until)
        return found.annotate(first_on=F("contribution__published_at"))

    def newest_first(self) -> Self:
        return self.order_by("-stamp")

    def with_relations(self) -> Self:
        return self

    def named(self, name: str):
        """The row on line that people call so, or None."""
        return self.published().filter(title__iexact=name).first()


def listed_indexes(name: str) -> list:
    """The indexes of a table that is filtered and searched; `name` begins theirs."""
    return [
        GinIndex(fields=["facets"], name=f"{name}_facets"),
        GinIndex(fields=["search_vector"], name=f"{name}_search"),
        GinIndex(fields=["search_lead"], name=f"{name}_lead"),
        models.Index(models.Func("title", function="aict_sort_key"), name=f"{name}_title"),
    ]


class Listed(models.Model):
    """An accepted row with a page of its own. Subclasses add `title`, the columns `search_lead` and
    `search_vector` (aict.search.vectors), and say what they are found by."""

    # Of its contribution, its clock and its former addresses.
    KIND: ClassVar[str]
    # Searched first, then the long texts.
    LEAD_FIELDS: ClassVar[tuple[str, ...]]
    BODY_FIELDS: ClassVar[tuple[str, ...]]

    contribution = models.OneToOneField(
        Contribution, models.CASCADE, related_name="%(class)s", verbose_name="contribution"
    )
    slug = models.SlugField("adresse", max_length=120, unique=True)
    # Written at acceptance, read by lists and search.
    facets = ArrayField(models.CharField(max_length=80), default=list, blank=True)
    search_text = models.TextField(blank=True)
    stamp = models.BigIntegerField(default=0, db_index=True)
    updated_at = models.DateTimeField("mise à jour")
    archived_at = models.DateTimeField("retirée le", null=True, blank=True)

    title: models.CharField
    objects: ClassVar[Any]

    class Meta:
        abstract = True

    def __str__(self):
        return self.title

    def get_absolute_url(self) -> str:
        raise NotImplementedError

    def facet_codes(self) -> list[str]:
        """Every code it is found by, as "name:value", sorted and without repetition."""
        raise NotImplementedError

    def search_words(self) -> str:
        """Names a reader may type and that its own text does not hold."""
        raise NotImplementedError

    @transaction.atomic
    def refresh_listing(self) -> None:
        """Show in lists and search what is now saved, relations included; archived, it leaves them.

        Call it in the transaction that changed the row: readers see both at once. The stamp and the
        row that carries it are committed together, or readers would miss the row."""
        saved = type(self).objects.with_relations().get(pk=self.pk)
        self.facets, self.search_text = saved.facet_codes(), saved.search_words()
        self.stamp = Clock.tick(self.KIND)
        self.save(update_fields=["facets", "search_text", "stamp"])
        spelling.learn(self.full_text())

    def full_text(self) -> str:
        """All the words it is found by."""
        return " ".join(getattr(self, name) for name in (*self.LEAD_FIELDS, *self.BODY_FIELDS))
