"""One page for an elected official: what it is, what it cost, what it brought here, who to call."""

from django.utils.translation import gettext_lazy as _

from aict.taxonomies import enums
from practices import reading
from practices.comparable import comparable
from practices.models import Practice

CALLS = {
    enums.ContactMode.RELAY: _("le service « %(service)s », par le relais de la plateforme"),
    enums.ContactMode.PUBLIC: _("le service « %(service)s » de la collectivité"),
    enums.ContactMode.COORDINATION: _(
        "la coordination de la dynamique thématique, qui vous orientera"
    ),
}
PROOF = {
    0: _("Ces chiffres sont déclarés par la collectivité, sans pièce à l’appui."),
    1: _("Ces chiffres sont suivis par la collectivité elle-même."),
    2: _("Ces chiffres s’appuient sur des documents joints."),
    3: _("Ces effets ont été évalués par un tiers."),
}


def brief_of(practice: Practice) -> dict:
    """The brief in words; a block without a word is empty and is not shown."""
    source = reading.of_live(practice)
    cost = reading.cost_of(source)
    owner = practice.territory.name if practice.territory else practice.territory_name
    return {
        "title": practice.title,
        "owner": owner,
        "kicker": reading.kicker(source),
        "category": practice.category,
        "idea": practice.teaser,
        "summary": practice.summary,
        "figures": [figure for figure in reading.figures(source) if figure != cost][:3],
        "cost": f"{cost[0]} {cost[1]}" if cost else "",
        "benefit": practice.benefit,
        "difficulty": practice.difficulties,
        "peers": peers(practice),
        "call": CALLS[enums.ContactMode(practice.contact_mode)] % {"service": practice.service},
        "proof": str(PROOF[practice.evidence]),
        "fictional": practice.contribution.fictional,
    }


def peers(practice: Practice) -> list[dict]:
    """Who like us did it: name, title, address."""
    return [
        {
            "name": other.territory.name if other.territory else other.territory_name,
            "title": other.title,
            "url": other.get_absolute_url(),
            "fictional": other.contribution.fictional,
        }
        for other in (row["practice"] for row in comparable(practice))
    ]
