"""What two people wrote at once, side by side."""

from dataclasses import dataclass

from aict.ui.dates import long_date
from practices.dossiers.forms import DossierForm
from practices.dossiers.models import Dossier

ABOUT = {"note": "Pourquoi", "figure": "Chiffre à montrer"}


@dataclass(frozen=True)
class Difference:
    label: str
    theirs: str
    mine: str


def differences(current: Dossier, text: dict, notes: dict[int, dict]) -> list[Difference]:
    """Fields and notes whose words differ; an item taken out meanwhile has no note any more."""
    labels = DossierForm.base_fields
    found = [
        Difference(str(labels[name].label), words(getattr(current, name)), words(value))
        for name, value in text.items()
    ]
    for item in current.items.filter(pk__in=notes):
        for name, value in notes[item.pk].items():
            label = f"{ABOUT[name]} : {item.title}"
            found.append(Difference(label, getattr(item, name), value))
    return [row for row in found if row.theirs != row.mine]


def words(value) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else long_date(value)
