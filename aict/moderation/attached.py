"""The files that a text names, read: its tokens, its files, its words."""

from aict.moderation.models import Attachment, Contribution

KEY = "attachments"


def named_in(data: dict) -> list[str]:
    """The tokens that a text names, in its author's order."""
    named = data.get(KEY, [])
    return [str(token) for token in named] if isinstance(named, list) else []


def of_text(contribution: Contribution, data: dict) -> list[Attachment]:
    """The files that a text names, in its author's order."""
    rows = {str(a.token): a for a in contribution.attachments.all()} if named_in(data) else {}
    return [rows[token] for token in named_in(data) if token in rows]


def in_words(data: dict) -> str:
    """The titles of the files that a text names, one a line; with what an image shows."""
    rows = {str(a.token): a for a in Attachment.objects.filter(token__in=named_in(data))}
    found = [rows[token] for token in named_in(data) if token in rows]
    return "\n".join(f"{a.name} : {a.alt} ({a.credit})" if a.alt else a.name for a in found)
