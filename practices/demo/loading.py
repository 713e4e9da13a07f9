"""The demonstration set goes through the real forms and the real gate, marked fictional."""

import json
from collections.abc import Iterator
from pathlib import Path

from aict.listing.ordering import order_by_dates
from aict.moderation.demonstration import load_one, loaded, token_of
from practices.models import Practice

FOLDER = Path(__file__).parent


def items() -> list[dict]:
    """Every demonstration practice; those others point to come first."""
    found = [
        item for path in sorted(FOLDER.glob("*.json")) for item in json.loads(path.read_text())
    ]
    return sorted(found, key=lambda item: bool(item["data"].get("carried_out_by")))


def load(author, coordinator) -> Iterator[str]:
    """Load what is not there yet, yielding the key of each practice loaded."""
    for item in items():
        if not loaded(item["key"]):
            data = as_answers(item["data"])
            load_one(Practice.KIND, item, data, author, coordinator)
            yield item["key"]
    order_by_dates(Practice)


def as_answers(data: dict) -> dict:
    """The file's data as the forms' own values."""
    answers = {name: value for name, value in data.items() if value not in (None, "", [])}
    answers["goals"] = answers.pop("sdgs", [])
    answers["keywords"] = ", ".join(answers.get("keywords", []))
    projects = [token_of(key) for key in answers.get("carried_out_by", [])]
    answers["carried_out_by"] = list(
        Practice.objects.filter(contribution__token__in=projects).values_list("slug", flat=True)
    )
    return answers
