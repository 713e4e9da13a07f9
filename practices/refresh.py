"""What lists and search read, recomputed for every practice when references changed under them."""

from django.db import transaction

from aict.listing.models import Clock
from aict.search import spelling
from practices.models import Practice
from practices.models.practice import KIND

CHUNK = 500


@transaction.atomic
def refresh_all() -> tuple[int, int]:
    """(practices that changed, spellings known). The order of stamps stays: nothing becomes news
    because a label was corrected. Every process reads labels and lists anew."""
    Clock.forget(KIND)  # first: it keeps publications waiting, or theirs would be overwritten
    changed = []
    practices = Practice.objects.with_relations().order_by("stamp")
    for practice in practices.iterator(chunk_size=CHUNK):
        facets, words = practice.facet_codes(), practice.search_words()
        if (facets, words) != (practice.facets, practice.search_text):
            practice.facets, practice.search_text = facets, words
            changed.append(practice)
    Practice.objects.bulk_update(changed, ["facets", "search_text"], batch_size=CHUNK)
    published = Practice.objects.published().iterator(chunk_size=CHUNK)
    return len(changed), spelling.relearn(practice.full_text() for practice in published)
