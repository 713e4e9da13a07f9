"""A fiche as a document: sections made of plain blocks, which the PDF, the Word file and the plain
text each set in their own way."""

from collections.abc import Callable, Iterator

from django.conf import settings

from aict.listing.foot import Foot
from aict.ui.dates import long_date
from practices.sheets.reading import Page

Block = dict
Section = dict


def document_of(page: Page, foot: Foot) -> dict:
    """Texts, lists and dicts only. `sections` are {title, blocks}; a block says its `kind`: text,
    heading, points, steps, table, facts, answers, box."""
    sheet = page.sheet
    return {
        "title": sheet.title,
        "teaser": sheet.teaser,
        "category": sheet.category,
        "kicker": " · ".join([f"Fiche-repère n° {sheet.number}", *page.categories]),
        "version": f"Version {page.version} du {long_date(sheet.updated_at)}",
        "fictional": page.fictional,
        "quotes_fiction": page.quotes_fiction,
        "in_brief": list(sheet.in_brief),
        "sections": list(sections(page)),
        "citation": foot.citation,
        "address": foot.address,
        "licence": foot.licence,
    }


def sections(page: Page) -> Iterator[Section]:
    for section in page.sections:
        yield {"title": section["title"], "blocks": list(BLOCKS[section["anchor"]](page))}


def text(words: str) -> Iterator[Block]:
    if words:
        yield {"kind": "text", "text": words}


def titled(title: str, words: str) -> Iterator[Block]:
    if words:
        yield {"kind": "heading", "text": title}
        yield {"kind": "text", "text": words}


def table(headings: list[str], rows: list[list[str]]) -> Iterator[Block]:
    """Without the columns that nobody filled."""
    kept = [n for n, _heading in enumerate(headings) if any(row[n] for row in rows)]
    if rows:
        yield {
            "kind": "table",
            "headings": [headings[n] for n in kept],
            "rows": [[row[n] or "–" for n in kept] for row in rows],
        }


def definition(page: Page) -> Iterator[Block]:
    yield from text(page.sheet.definition)
    yield from titled("Pour quelle collectivité, à quel moment ?", page.sheet.for_whom)
    if page.levels:
        yield from text(f"Niveaux concernés : {', '.join(page.levels)}.")


def why(page: Page) -> Iterator[Block]:
    yield from text(page.sheet.why)
    if facts := page.rows["facts"]:
        items = [
            {
                "text": fact.text,
                "source": f"{fact.when}. Source : {fact.source}, lue le {long_date(fact.read_on)}.",
                "url": fact.url,
            }
            for fact in facts
        ]
        yield {"kind": "facts", "items": items}
    if goals := page.many["goals"]:
        named = ", ".join(f"{goal.slug} ({goal})" for goal in goals)
        yield from text(f"Objectifs de développement durable : {named}.")


def objectives(page: Page) -> Iterator[Block]:
    if page.sheet.objectives:
        yield {"kind": "points", "items": list(page.sheet.objectives)}


def tools(page: Page) -> Iterator[Block]:
    rows = [[tool.name, tool.use, tool.cost, tool.delay] for tool in page.rows["tools"]]
    yield from table(["Outil", "À quoi cela sert", "Coût", "Délai"], rows)


def method(page: Page) -> Iterator[Block]:
    if steps := page.rows["steps"]:
        items = [{"title": s.title, "note": s.duration, "text": s.text} for s in steps]
        yield {"kind": "steps", "items": items}


def actors(page: Page) -> Iterator[Block]:
    yield from titled("Ce que font les relations internationales", page.sheet.role_ri)
    yield from titled("Ce que fait le développement économique", page.sheet.role_eco)
    rows = [[a.name, a.brings, str(a.get_lead_display())] for a in page.rows["actors"]]
    yield from table(["Acteur", "Ce qu’on lui demande", "Qui l’appelle"], rows)


def legal(page: Page) -> Iterator[Block]:
    sheet = page.sheet
    checked = f"Vérifié le {long_date(sheet.legal_checked_on)}" if sheet.legal_checked_on else ""
    if sheet.legal:
        yield {"kind": "box", "note": checked, "text": sheet.legal}
    yield from titled("Points de vigilance", sheet.cautions)
    rows = [[law.reference, law.says] for law in page.rows["laws"]]
    yield from table(["Texte", "Ce qu’il dit"], rows)


def funding(page: Page) -> Iterator[Block]:
    rows = [[line.source, line.note, line.status] for line in page.rows["funding_lines"]]
    yield from table(["Financement", "Pour quoi", "Dépôt"], rows)


def examples(page: Page) -> Iterator[Block]:
    told = []
    for example in page.rows["examples"]:
        practice = example.practice
        if practice.archived_at:
            told.append(f"Exemple retiré du site le {long_date(practice.archived_at)}.")
            continue
        who = practice.territory or practice.territory_name
        fiction = " (exemple fictif)" if practice.contribution.fictional else ""
        link = address(practice.get_absolute_url())
        told.append(f"{practice.title}, {who}{fiction}. {example.note} {link}")
    if told:
        yield {"kind": "points", "items": told}


def indicators(page: Page) -> Iterator[Block]:
    rows = [[f"{i.label} ({i.unit})", i.method] for i in page.many["indicators"]]
    yield from table(["Indicateur", "Comment le relever"], rows)


def questions(page: Page) -> Iterator[Block]:
    yield from answers(page.rows["questions"])


def faq(page: Page) -> Iterator[Block]:
    yield from answers(page.rows["faq"])


def answers(rows: list) -> Iterator[Block]:
    if rows:
        items = [{"question": row.question, "answer": row.answer} for row in rows]
        yield {"kind": "answers", "items": items}


def terms(page: Page) -> Iterator[Block]:
    rows = [[term.term, term.definition] for term in page.rows["terms"]]
    yield from table(["Mot", "Définition"], rows)


def references(page: Page) -> Iterator[Block]:
    told = [" ".join(filter(None, [f"{r.title}.", r.note, r.url])) for r in page.rows["references"]]
    if told:
        yield {"kind": "points", "items": told}


def signatures(page: Page) -> Iterator[Block]:
    sheet = page.sheet
    told = [f"Écrite par : {', '.join(sheet.authors)}."]
    if sheet.reviewers:
        told.append(f"Relue par : {', '.join(sheet.reviewers)}.")
    told.append(f"Validée par : {sheet.validated_by}.")
    told.append(f"À revoir le {long_date(sheet.review_on)}.")
    yield {"kind": "points", "items": told}


def versions(page: Page) -> Iterator[Block]:
    last = len(page.versions) - 1
    rows = [
        [f"{v.number}, {long_date(v.at)}", v.note or ("Première publication" if n == last else "Mise à jour")]
        for n, v in enumerate(page.versions)
    ]  # fmt: skip
    yield from table(["Version", "Ce qui a changé"], rows)


def address(path: str) -> str:
    return f"{settings.SITE_URL}{path}" if path else ""


BLOCKS: dict[str, Callable[[Page], Iterator[Block]]] = {
    "definition": definition,
    "pourquoi": why,
    "objectifs": objectives,
    "outils": tools,
    "methode": method,
    "acteurs": actors,
    "juridique": legal,
    "financements": funding,
    "exemples": examples,
    "indicateurs": indicators,
    "questions": questions,
    "faq": faq,
    "mots": terms,
    "lectures": references,
    "signatures": signatures,
    "versions": versions,
}
