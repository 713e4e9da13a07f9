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
    heading, points, entries, steps, table, facts, answers, box."""
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


def table(headings: dict[str, int], rows: list[list[str]], links=()) -> Iterator[Block]:
    """Without the columns that nobody filled. `headings` say how wide each is, `links` where the
    first cell of each row leads."""
    titles = list(headings)
    kept = [n for n, _title in enumerate(titles) if any(row[n] for row in rows)]
    if rows:
        yield {
            "kind": "table",
            "headings": [titles[n] for n in kept],
            "widths": [headings[titles[n]] for n in kept],
            "rows": [[row[n] or "–" for n in kept] for row in rows],
            "links": list(links) or [""] * len(rows),
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
    yield from table({"Outil": 3, "À quoi cela sert": 6, "Coût": 3, "Délai": 2}, rows)


def method(page: Page) -> Iterator[Block]:
    if steps := page.rows["steps"]:
        items = [{"title": s.title, "note": s.duration, "text": s.text} for s in steps]
        yield {"kind": "steps", "items": items}


def actors(page: Page) -> Iterator[Block]:
    yield from titled("Ce que font les relations internationales", page.sheet.role_ri)
    yield from titled("Ce que fait le développement économique", page.sheet.role_eco)
    rows = [[a.name, a.brings, str(a.get_lead_display())] for a in page.rows["actors"]]
    links = [address(actor.link) for actor in page.rows["actors"]]
    yield from table({"Acteur": 4, "Ce qu’on lui demande": 7, "Qui l’appelle": 3}, rows, links)


def legal(page: Page) -> Iterator[Block]:
    sheet = page.sheet
    checked = f"Vérifié le {long_date(sheet.legal_checked_on)}" if sheet.legal_checked_on else ""
    if sheet.legal:
        yield {"kind": "box", "note": checked, "text": sheet.legal}
    yield from titled("Points de vigilance", sheet.cautions)
    rows = [[law.reference, law.says] for law in page.rows["laws"]]
    yield from table({"Texte": 3, "Ce qu’il dit": 6}, rows, [law.url for law in page.rows["laws"]])


def funding(page: Page) -> Iterator[Block]:
    lines = page.rows["funding_lines"]
    rows = [[line.source, line.note, line.status] for line in lines]
    links = [address(line.link) for line in lines]
    yield from table({"Financement": 5, "Pour quoi": 6, "Dépôt": 3}, rows, links)


def examples(page: Page) -> Iterator[Block]:
    yield from entries([example_told(row) for row in page.rows["examples"]])


def example_told(example) -> dict:
    practice = example.practice
    if practice.archived_at:
        gone = f"Exemple retiré du site le {long_date(practice.archived_at)}."
        return {"title": "", "text": gone, "url": ""}
    link = address(practice.get_absolute_url())
    return {"title": practice.title, "text": f"{who(practice)} {example.note}", "url": link}


def who(practice) -> str:
    fiction = " (exemple fictif)" if practice.contribution.fictional else ""
    return f"{practice.territory or practice.territory_name}{fiction}."


def entries(items: list[dict]) -> Iterator[Block]:
    """Titles that lead somewhere, each with a few words."""
    if items:
        yield {"kind": "entries", "items": items}


def indicators(page: Page) -> Iterator[Block]:
    rows = [[f"{i.label} ({i.unit})", i.method] for i in page.many["indicators"]]
    yield from table({"Indicateur": 1, "Comment le relever": 2}, rows)


def questions(page: Page) -> Iterator[Block]:
    yield from answers(page.rows["questions"])


def faq(page: Page) -> Iterator[Block]:
    yield from answers(page.rows["faq"])


def answers(rows: list) -> Iterator[Block]:
    if rows:
        items = [{"question": row.question, "answer": row.answer} for row in rows]
        yield {"kind": "answers", "items": items}


def terms(page: Page) -> Iterator[Block]:
    if rows := page.rows["terms"]:
        items = [{"question": row.term, "answer": row.definition} for row in rows]
        yield {"kind": "answers", "items": items}


def references(page: Page) -> Iterator[Block]:
    rows = page.rows["references"]
    yield from entries([{"title": r.title, "text": r.note, "url": r.url} for r in rows])


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
        [str(v.number), long_date(v.at), v.note or ("Première publication" if n == last else "Mise à jour")]
        for n, v in enumerate(page.versions)
    ]  # fmt: skip
    yield from table({"Version": 1, "Date": 2, "Ce qui a changé": 7}, rows)


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
