"""A partnership named in another text: the one we know, or a draft for those who named it."""

from uuid import NAMESPACE_URL, uuid5

from aict.moderation import drafts
from aict.moderation.kinds import KINDS
from aict.moderation.models import Contribution
from aict.territories.models import Territory
from partnerships.models import Partnership


def partnership_named(
    title: str,
    named_by: Contribution,
    french: list[Territory],
    foreign: list[Territory],
    category: str,
) -> Contribution:
    """The contribution of the partnership called `title`.

    Unknown, it becomes a draft of the team of `named_by`, with what their text says of it; another
    text of the same authority that names it joins that team."""
    known = Partnership.objects.published().filter(title__iexact=title)
    if found := known.select_related("contribution").first():
        return found.contribution
    kind = KINDS[Partnership.KIND]
    author = named_by.created_by or named_by.editors.first()
    owner = next((territory.key for territory in french), str(named_by.token))
    token = uuid5(NAMESPACE_URL, f"aict-eco:partenariat:{owner}:{title.casefold()}")
    answers = {
        "title": title,
        "french_parties": [territory.key for territory in french],
        "foreign_parties": [territory.key for territory in foreign],
        "categories": [category],
    }
    contribution, created = drafts.start(kind, token, answers, author)
    contribution.editors.add(*named_by.editors.all())
    if created and named_by.fictional:
        contribution.fictional = True
        contribution.save(update_fields=["fictional"])
    return contribution
