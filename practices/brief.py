"""One page for an elected official: what it is, what it cost, what it brought here, who to call."""

from dataclasses import asdict, dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from aict.taxonomies import enums
from practices import reading
from practices.comparable import comparable
from practices.models import Practice
from practices.reading.figures import cost_in_words, result_figures

CALLS = {
    enums.ContactMode.RELAY: gettext_lazy(
        "%(owner)s, service « %(service)s », par le relais de la plateforme"
    ),
    enums.ContactMode.PUBLIC: gettext_lazy("%(owner)s, service « %(service)s »"),
    enums.ContactMode.COORDINATION: gettext_lazy(
        "la coordination de la dynamique thématique, qui vous orientera vers %(owner)s"
    ),
}
PROOF = {
    0: gettext_lazy("Déclaré par la collectivité, sans pièce à l’appui."),
    1: gettext_lazy("Chiffres suivis par la collectivité elle-même."),
    2: gettext_lazy("Chiffres appuyés sur des documents."),
    3: gettext_lazy("Effets évalués par un tiers."),
}
MOST_FIGURES = 3


@dataclass(frozen=True)
class Brief:
    """The brief in words; what is empty is not shown."""

    category: str
    category_label: str
    kicker: str
    fictional: bool
    title: str
    idea: str
    figures: list[tuple[str, str]]
    benefit: str
    cost: str
    summary: str
    difficulty_title: str
    difficulty: str
    peers: list[dict]
    call: str
    proof: str

    def as_json(self) -> dict:
        return asdict(self)


def brief_of(practice: Practice) -> Brief:
    source = reading.of_live(practice)
    page = reading.page_of(source)
    owner = page.owner
    call = CALLS[enums.ContactMode(practice.contact_mode)] % {
        "owner": owner,
        "service": practice.service,
    }
    return Brief(
        category=practice.category,
        category_label=practice.get_category_display(),
        kicker=" · ".join(filter(None, [page.nature, owner, page.period])),
        fictional=practice.contribution.fictional,
        title=practice.title,
        idea=practice.teaser,
        figures=result_figures(source)[:MOST_FIGURES],
        benefit=practice.benefit,
        cost=cost_in_words(source),
        summary=practice.summary,
        difficulty_title=_("Ce que nous ne referions pas")
        if practice.not_again
        else _("Ce qui a été difficile"),
        difficulty=practice.not_again or practice.difficulties,
        peers=peers(practice),
        call=str(call)[:1].upper() + str(call)[1:],
        proof=str(PROOF[practice.evidence]),
    )


def peers(practice: Practice) -> list[dict]:
    """Who like us did it: name, title, address."""
    return [
        {
            "name": str(row.practice.territory or row.practice.territory_name)
            + (f" ({_('fictif')})" if row.practice.contribution.fictional else ""),
            "title": row.practice.title,
            "url": row.practice.get_absolute_url(),
        }
        for row in comparable(practice)
    ]
