"""The whole page of a practice: its parts in reading order, each left out when nobody told it."""

from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from aict.moderation.models import Attachment
from aict.taxonomies import enums
from aict.ui.dates import long_date, month_year
from aict.ui.numbers import money_exact, number
from practices.models import Practice, ServiceRole, TransferCondition
from practices.reading.figures import Funding, Outcome, figures, funding, results
from practices.reading.places import SideTold, owner, sides
from practices.reading.source import Source


@dataclass(frozen=True)
class Section:
    """A part of the page: its title, its anchor, and the template that shows it."""

    title: str
    anchor: str
    template: str


@dataclass(frozen=True)
class Decision:
    """How a strategy was decided: label, words; then its axes and the way it is held."""

    facts: list[tuple[str, str]]
    axes: list[dict]
    texts: list[tuple[str, str]]


@dataclass(frozen=True)
class Page:
    """Everything templates/practices/parts/ shows."""

    category: str
    nature: str
    level: str
    owner: str
    owner_url: str
    title: str
    teaser: str
    period: str
    figures: list[tuple[str, str]]
    summary: str
    benefit: str
    lead_image: Attachment | None
    images: list[Attachment]
    documents: list[Attachment]
    context: str
    objectives: list[str]
    decision: Decision
    steps: list[dict]
    sides: list[SideTold]
    results: list[Outcome]
    with_before: bool
    funding: Funding
    difficulties: str
    not_again: str
    transfer: list[tuple[str, str, str]]
    conditions: list[str]
    competence: str
    services: list[tuple[str, str]]
    partnership: tuple[str, str]
    filing: list[tuple[str, list[tuple[str, str]]]]
    related_title: str
    related: list[Practice]
    sections: list[Section] = field(default_factory=list)


def page_of(source: Source) -> Page:
    strategy = source["nature"] == enums.Nature.STRATEGY
    territory = source["territory"]
    page = Page(
        category=source["category"],
        nature=str(enums.Nature(source["nature"]).label) if source["nature"] else "",
        level=str(territory.nature) if territory else "",
        owner=owner(source),
        owner_url=territory.get_absolute_url() if territory else "",
        title=source["title"],
        teaser=source["teaser"],
        period=period(source),
        figures=figures(source),
        summary=source["summary"],
        benefit=source["benefit"],
        **files(source),
        context=source["context"],
        objectives=[row["text"] for row in source.block("objectives")],
        decision=decision(source),
        steps=source.block("steps"),
        sides=sides(source),
        results=results(source),
        with_before=any(row.get("before") is not None for row in source.block("results")),
        funding=funding(source),
        difficulties=source["difficulties"],
        not_again=source["not_again"],
        transfer=transfer(source),
        conditions=conditions(source),
        competence=source["competence_basis"],
        services=services(source),
        partnership=within(source),
        filing=filing(source),
        related_title=_("Ces projets la mettent en œuvre")
        if strategy
        else _("La stratégie suivie"),
        related=source.many("carried_out_by" if strategy else "carries_out"),
    )
    page.sections.extend(sections(page))
    return page


def files(source: Source) -> dict:
    """The first image leads the page; the others, then the documents, have their own parts."""
    images = [f for f in source.files if f.kind == Attachment.Kind.IMAGE]
    return {
        "lead_image": images[0] if images else None,
        "images": images[1:],
        "documents": [f for f in source.files if f.kind == Attachment.Kind.DOCUMENT],
    }


def sections(page: Page) -> list[Section]:
    """Those that hold something, in reading order."""
    decided = page.decision.facts or page.decision.axes or page.decision.texts
    parts = (
        (page.summary or page.benefit, _("L’essentiel"), "essentiel", "essentials"),
        (page.context or page.objectives, _("D’où vient la demande"), "demande", "demand"),
        (decided, _("La stratégie"), "strategie", "strategy"),
        (page.related, page.related_title, "liens", "related"),
        (page.steps, _("Ce qui a été fait"), "etapes", "steps"),
        (page.images, _("En images"), "images", "images"),
        (page.sides, _("Ici et là-bas"), "ici-la-bas", "sides"),
        (page.results, _("Résultats"), "resultats", "results"),
        (page.funding.lines, _("Financement"), "financement", "funding"),
        (page.difficulties or page.not_again, _("Difficultés"), "difficultes", "difficulties"),
        (page.transfer or page.conditions, _("Pour transposer"), "transposer", "transfer"),
        (page.documents, _("Documents"), "documents", "documents"),
    )
    return [
        Section(title, anchor, f"practices/parts/{template}.html")
        for holds, title, anchor, template in parts
        if holds
    ]


def within(source: Source) -> tuple[str, str]:
    """(title, address) of the partnership it happens in; no address while that one is not on line."""
    named = source["partnership"]
    row = getattr(named, "partnership", None) if getattr(named, "live", False) else None
    return str(named), row.get_absolute_url() if row else ""


def period(source: Source) -> str:
    """« En cours, depuis octobre 2023 », « 2022–2027 »."""
    status = str(enums.Status(source["status"]).label) if source["status"] else ""
    return ", ".join(filter(None, [status, dates(source)]))


def dates(source: Source) -> str:
    start, end = source["date_start"], source["date_end"]
    if source["period_start"]:
        return "–".join(str(y) for y in (source["period_start"], source["period_end"]) if y)
    if start and end:
        return _("de %(start)s à %(end)s") % {"start": month_year(start), "end": month_year(end)}
    return _("depuis %s") % month_year(start) if start else ""


def decision(source: Source) -> Decision:
    if source["nature"] != enums.Nature.STRATEGY:
        return Decision([], [], [])
    vote = [source["deliberation_reference"]]
    if source["deliberation_date"]:
        vote.append(_("du %s") % long_date(source["deliberation_date"]))
    told = [(_("Délibération"), " ".join(filter(None, vote))), (_("Période"), dates(source))]
    texts = (
        (_("Gouvernance"), "governance"),
        (_("Moyens"), "means"),
        (_("Évaluation"), "evaluation"),
    )
    return Decision(
        [fact for fact in told if fact[1]],
        source.block("axes"),
        [(title, source[name]) for title, name in texts if source[name]],
    )


def transfer(source: Source) -> list[tuple[str, str, str]]:
    """(icon, title, words) of the three columns that say something."""
    columns = (
        ("key-round", _("Indispensable"), "transfer_essential"),
        ("sliders-horizontal", _("À adapter"), "transfer_adapt"),
        ("map-pin", _("Propre à nous"), "transfer_specific"),
    )
    return [(icon, title, source[name]) for icon, title, name in columns if source[name]]


def conditions(source: Source) -> list[str]:
    """« Population : au moins 20 000 habitants », « Chambre consulaire impliquée : oui »."""
    return [condition(row) for row in source.block("transfer_conditions")]


def condition(row: dict) -> str:
    variable = TransferCondition.Variable(row["variable"])
    operator = TransferCondition.Operator(row["operator"])
    name, value = str(variable.label).partition(" (")[0], measured(variable, row["value"])
    compared = "" if operator == TransferCondition.Operator.EQUALS else f"{operator.label} "
    return f"{name} : {compared}{value}"


def measured(variable: TransferCondition.Variable, value: str) -> str:
    """A typed number as French reads it, with its unit; other words unchanged."""
    try:
        exact = Decimal(value.replace(",", ".").replace(" ", "").replace("\u202f", ""))
        if not exact.is_finite():
            return value
        match variable:
            case TransferCondition.Variable.BUDGET:
                return money_exact(exact)
            case TransferCondition.Variable.POPULATION:
                return _("%s habitants") % number(exact)
            case TransferCondition.Variable.FTE:
                return _("%s équivalent temps plein") % number(exact, 2)
        return number(exact, 2)
    except InvalidOperation:
        return value


def services(source: Source) -> list[tuple[str, str]]:
    """(role, services) in the order pilot, contributor, informed; then the delegation."""
    told = []
    for role in ServiceRole.Role:
        named = [str(r["service"]) for r in source.block("services_involved") if r["role"] == role]
        if named:
            told.append((str(role.label), ", ".join(named)))
    if source["service"] and ServiceRole.Role.LEAD.label not in dict(told):
        told.insert(0, (str(ServiceRole.Role.LEAD.label), str(source["service"])))
    if source["elected"]:
        told.append((_("Délégation"), source["elected"]))
    return told


def filing(source: Source) -> list[tuple[str, list[tuple[str, str]]]]:
    """(label, [(words, querystring of the list that holds its like)])."""
    names = (
        (_("Modalités d’action"), "modalities", "modalite"),
        (_("Thèmes"), "themes", "theme"),
        (_("Secteurs"), "sectors", "secteur"),
        (_("Objectifs de développement durable"), "goals", "odd"),
    )
    told = [
        (label, [(str(term), urlencode({parameter: term.slug})) for term in source.many(name)])
        for label, name, parameter in names
    ]
    words = source["keywords"]
    keywords = [(word, urlencode({"q": word})) for word in words] if words else []
    return [(label, terms) for label, terms in [*told, (_("Mots-clés"), keywords)] if terms]
