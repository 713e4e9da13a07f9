"""What elected officials come with, in their words, and what it means for our filters."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Concern:
    """`filters` are those of the lists; a row that carries one value of each answers."""

    slug: str
    words: Promise
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


CONCERNS = (
    Concern(
        "entreprises",
        _("Aider nos entreprises à vendre à l’étranger"),
        {"categorie": ("internationalisation",)},
    ),
    Concern(
        "investisseurs",
        _("Attirer des investisseurs"),
        {"modalite": ("accueil-investisseurs", "prospection-investisseurs", "marque-territoriale")},
    ),
    Concern(
        "visiteurs",
        _("Faire venir des visiteurs"),
        {"modalite": ("promotion-touristique", "grands-evenements", "liaisons")},
    ),
    Concern(
        "terroir",
        _("Faire connaître nos produits et notre cuisine"),
        {"theme": ("gastronomie-terroir",)},
    ),
    Concern(
        "emploi",
        _("Créer de l’emploi, former"),
        {"theme": ("inclusion-emploi", "formation-professionnelle")},
    ),
    Concern("solidaire", _("Soutenir l’économie sociale et solidaire"), {"theme": ("ess",)}),
    Concern(
        "jumelage",
        _("Donner un contenu économique à un jumelage"),
        {"categorie": ("cooperation",)},
    ),
    Concern("tout", _("Comprendre ce que font les autres")),
)
BY_SLUG = {concern.slug: concern for concern in CONCERNS}


@dataclass(frozen=True)
class Time:
    """How long somebody has, and how many briefs that makes."""

    slug: str
    words: Promise
    briefs: int


TIMES = (
    Time("2", _("Deux minutes"), 1),
    Time("10", _("Dix minutes"), 3),
    Time("30", _("Une demi-heure"), 6),
)
TIME = {time.slug: time for time in TIMES}
