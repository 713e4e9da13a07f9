"""Any other kind, today's and those to come: its title, a sentence, its address.

Nothing is taken from the contribution: some kinds never say where they come from."""

from functools import lru_cache

from django.apps import apps

from aict.listing.listed import Listed
from aict.moderation.kinds import KINDS
from practices.dossiers.told.words import Told

# Where a kind keeps the sentence that says what it is about, the first that it has.
SENTENCES = ("teaser", "subtitle", "summary", "intro")
LONGEST = 400


@lru_cache(maxsize=32)
def model_of(kind: str) -> type[Listed] | None:
    """The live rows of that kind."""
    listed = (model for model in apps.get_models() if issubclass(model, Listed))
    return next((model for model in listed if kind == model.KIND), None)


def others(kind: str, ids: list[int]) -> dict[int, Told]:
    model = model_of(kind)
    if model is None:
        return {}
    rows = model.objects.published().filter(contribution__in=ids).select_related("contribution")
    return {row.contribution_id: other(kind, row) for row in rows}


def other(kind: str, row: Listed) -> Told:
    sentence = next((text for name in SENTENCES if (text := getattr(row, name, ""))), "")
    shown = sentence if len(sentence) <= LONGEST else f"{sentence[:LONGEST].rsplit(' ', 1)[0]}…"
    return Told(
        noun=KINDS[kind].noun,
        category=getattr(row, "category", ""),
        title=row.title,
        url=row.get_absolute_url(),
        idea=shown,
        fictional=row.contribution.fictional,
    )
