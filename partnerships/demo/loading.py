"""The demonstration set of this room."""

import json
from collections.abc import Iterator
from pathlib import Path

from aict.listing.ordering import order_by_dates
from aict.moderation.demonstration import load_one, loaded
from partnerships.models import Partnership

FOLDER = Path(__file__).parent


def load(author, coordinator) -> Iterator[str]:
    """Load what is not there yet, yielding the key of each partnership loaded."""
    for item in json.loads((FOLDER / "partnerships.json").read_text()):
        if not loaded(item["key"]):
            load_one(Partnership.KIND, item, item["data"], author, coordinator)
            yield item["key"]
    order_by_dates(Partnership)
