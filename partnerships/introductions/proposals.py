"""Who could answer a need, and why, in words: never a score."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from aict.moderation.models import Contribution
from aict.territories.models import Territory
from partnerships.introductions.targets import reachable_actors, reachable_peers
from partnerships.models.actor import Actor
from partnerships.models.introduction import Intent, Introduction
from partnerships.models.partnership import Partnership

# What an actor must bring for that intent.
WANTED_OFFERS = {
    Intent.FUNDING: {"financement"},
    Intent.ABROAD: {"mise-en-reseau", "prospection", "hebergement-delegation"},
    Intent.SUPPORT: {"expertise", "formation", "etude"},
    Intent.ACTOR: {"prospection", "mise-en-reseau"},
}
MOST, LOOKED_AT = 8, 300


@dataclass
class Proposal:
    """One possible target: `value` is what the form sends, `reasons` are sentences."""

    value: str
    name: str
    detail: str
    url: str = ""
    reasons: list[str] = field(default_factory=list)
    weight: int = 0


def codes_of(need: Introduction) -> dict[str, set[str]]:
    """The facet codes that a good answer shares with the need."""
    return {
        "pays": {f"pays:{country.code}" for country in need.countries.all()},
        "secteur": {f"secteur:{need.sector.slug}"},
        "categorie": {f"categorie:{need.category}"},
    }


def actors(need: Introduction, excluded: Iterable[int] = ()) -> list[Proposal]:
    """Actors that share at least the country or the sector with the need, the closest first."""
    codes = codes_of(need)
    wanted = {f"apport:{slug}" for slug in WANTED_OFFERS.get(Intent(need.intent), ())}
    kind = {f"type:{need.actor_type.slug}"} if need.actor_type else set()
    search = sorted(codes["pays"] | codes["secteur"] | kind or codes["categorie"])
    rows = reachable_actors().filter(facets__overlap=search).exclude(pk__in=list(excluded))
    rows = rows.select_related("actor_type", "country", "contribution").order_by("-stamp")[
        :LOOKED_AT
    ]
    names = {f"pays:{country.code}": country.name for country in need.countries.all()}
    found = []
    for row in rows:
        has = set(row.facets)
        shared = [
            *(
                f"intervient dans le pays visé : {names[code]}"
                for code in sorted(codes["pays"] & has)
            ),
            *([f"travaille dans ce secteur : {need.sector}"] if codes["secteur"] & has else []),
            *([f"couvre : {need.get_category_display()}"] if codes["categorie"] & has else []),
            *([f"est du type recherché : {row.actor_type}"] if kind & has else []),
            *(["peut apporter ce que vous cherchez"] if wanted & has else []),
        ]
        weight = 3 * len(codes["pays"] & has) + 2 * len((codes["secteur"] | kind | wanted) & has)
        found.append(proposal_of(row, shared, weight + len(codes["categorie"] & has)))
    return sorted(found, key=lambda p: -p.weight)[:MOST]


def proposal_of(actor: Actor, reasons: list[str], weight: int = 0) -> Proposal:
    told = ", ".join(str(part) for part in (actor.actor_type, actor.country) if part)
    detail = told + invented(actor.contribution)
    return Proposal(
        f"acteur:{actor.pk}",
        actor.name_and_acronym,
        detail,
        actor.get_absolute_url(),
        reasons,
        weight,
    )


def peers_by_partnership(need: Introduction) -> Iterator[tuple[Territory, str, int]]:
    """(territory, reason, weight): French parties of partnerships close to the need."""
    codes = codes_of(need)
    search = sorted(codes["pays"] or codes["secteur"])
    rows = Partnership.objects.published().filter(facets__overlap=search).order_by("-stamp")
    french = Territory.objects.french()
    links = Partnership.parties.through.objects.filter(
        partnership__in=list(rows.values_list("pk", flat=True)[:LOOKED_AT]),
        territory__in=reachable_peers() & french,
    ).select_related("territory", "partnership__contribution")
    for link in links.order_by("-partnership__stamp"):
        shared = 1 + len((codes["secteur"] | codes["categorie"]) & set(link.partnership.facets))
        reason = f"mène le partenariat « {link.partnership.title} »"
        yield link.territory, reason + invented(link.partnership.contribution), shared


def invented(contribution: Contribution) -> str:
    """Said of what was made for the demonstration."""
    return " (exemple fictif)" if contribution.fictional else ""


def peers(need: Introduction, sources: Iterable[tuple[Territory, str, int]]) -> list[Proposal]:
    """Territories with what each has done, the closest first; never one's own."""
    found: dict[int, Proposal] = {}
    for territory, reason, weight in sources:
        if territory.pk == need.territory_id:
            continue
        known = found.setdefault(territory.pk, proposal_of_peer(territory))
        known.weight += weight
        if reason not in known.reasons and len(known.reasons) < 3:
            known.reasons.append(reason)
    return sorted(found.values(), key=lambda p: -p.weight)[:MOST]


def proposal_of_peer(territory: Territory) -> Proposal:
    return Proposal(
        f"territoire:{territory.key}", territory.name, str(territory.get_level_display())
    )
