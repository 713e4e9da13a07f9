"""What lists and search read, recomputed for every row when references changed under them."""

from django.apps import apps
from django.db import transaction

from aict.listing.listed import Listed
from aict.listing.models import Clock
from aict.search import spelling

CHUNK = 500


def listed() -> list[type[Listed]]:
    """Every model of rows found in a list. In one order, so that two refreshes never wait for each other."""
    found = [model for model in apps.get_models() if issubclass(model, Listed)]
    return sorted(found, key=lambda model: model.KIND)


@transaction.atomic
def refresh_all() -> tuple[int, int]:
    """(rows that changed, spellings known). The order of stamps stays: nothing becomes news because
    a label was corrected. Every process reads labels and lists anew."""
    changed = sum(refresh(model) for model in listed())
    published = (
        row.full_text()
        for model in listed()
        for row in model.objects.published().iterator(chunk_size=CHUNK)
    )
    return changed, spelling.relearn(published)


def refresh(model: type[Listed]) -> int:
    """How many rows of `model` changed."""
    Clock.forget(model.KIND)  # first: it keeps publications waiting, or theirs would be overwritten
    changed = []
    for row in model.objects.with_relations().order_by("stamp").iterator(chunk_size=CHUNK):
        facets, words = row.facet_codes(), row.search_words()
        if (facets, words) != (row.facets, row.search_text):
            row.facets, row.search_text = facets, words
            changed.append(row)
    model.objects.bulk_update(changed, ["facets", "search_text"], batch_size=CHUNK)
    return len(changed)
