"""The pages of results, the same for readers and for the preview: (request, edition, …) → answer."""

from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.html import escape, format_html_join

from aict.listing.presentation import refused
from aict.listing.selection import BadParameterError
from aict.ui import remembered
from aict.ui.kept import pieces
from aict.ui.typography import french
from surveys.questionnaire.structure import Question
from surveys.results import beside, reading, wording
from surveys.results.edition import WAYS, Edition
from surveys.results.waves.comparing import LIMITS
from surveys.results.waves.public import waves

WORDS = {
    "niveau": "type de collectivité",
    "taille": "taille",
    "region": "région",
    "service": "service",
}


def base_of(edition: Edition) -> str:
    """Where the pages of this edition stand."""
    slug = edition.survey.slug
    return (
        f"/enquetes/gestion/{slug}/publication/apercu/"
        if edition.preview
        else f"/enquetes/{slug}/resultats/"
    )


def whole(request: HttpRequest, edition: Edition) -> HttpResponse:
    """Everything that is published, the key chart first."""
    survey = edition.survey
    title, robots, body, taking = pieces(("results", *edition.version), lambda: whole_made(edition))
    holes = {
        "title": title,
        "summary": escape(french(survey.summary)),
        "robots": robots,
        "body": body,
        "around": format_html_join("", "{}", ((show(survey),) for show in beside.AFTER)),
        "taking": taking,
    }
    return fresh(remembered.page(request, "results/results.html", holes, below="/enquetes/"))


def whole_made(edition: Edition) -> list[str]:
    """Title, what is said to robots, body, what may be taken away."""
    key = edition.key_question
    context = {
        **shared(edition),
        "key": figure(edition, key) if key else None,
        "sections": sections(edition, key),
        "facts": wording.facts(edition),
        "remembered": wording.remembered(edition),
        "computed_on": wording.computed_on(edition),
        "quotes": beside.quotes(edition.survey),
        "themes": beside.themes(edition.survey),
        "waves": waves(edition),
        "limits": LIMITS,
    }
    return [
        escape(french(edition.survey.title)),
        *above(edition, render_to_string("results/parts/whole.html", context)),
        render_to_string("results/parts/taking.html", shared(edition)),
    ]


def above(edition: Edition, body: str) -> tuple[str, str]:
    """What is said to robots, and `body` under the banner of the preview."""
    if not edition.preview:
        return "", body
    banner = render_to_string("results/parts/preview_banner.html", {"survey": edition.survey})
    return '<meta name="robots" content="noindex">', banner + body


def shared(edition: Edition) -> dict:
    return {
        "survey": edition.survey,
        "form": edition.form,
        "edition": edition,
        "base": base_of(edition),
        "self_chosen": wording.SELF_CHOSEN,
    }


def sections(edition: Edition, key: Question | None) -> list[dict]:
    """Each section that has something to show, with its figures; the key question is only named."""
    shown = {question.id for question in edition.questions}
    return [
        {
            "id": section.id,
            "title": section.title,
            "figures": [
                figure(edition, question) | {"first": question == key}
                for question in section.questions
                if question.id in shown
            ],
        }
        for section in edition.form.sections
        if shown & {question.id for question in section.questions}
    ]


def figure(edition: Edition, question: Question) -> dict:
    """A chart with what stands around it; `ways` are (words, address) of its comparisons."""
    address = base_of(edition) + question.id
    return {
        "question": question,
        "chart": edition.charts[question.id],
        "comment": edition.comment(question.id),
        "ways": [(WORDS[name], f"{address}/?par={name}") for name in edition.ways_of(question.id)],
        "address": f"{address}/",
        "needs": needs_of(edition, question),
        "svg": f"{address}.svg",
        "png": f"{address}.png",
        "csv": f"{address}.csv",
    }


def needs_of(edition: Edition, question: Question) -> list[tuple[str, str]]:
    """(words, address) of the needs that the last chart about them names: where they are answered."""
    rows = [row for row in question.rows if row.need]
    beside_another = question.against and edition.tables(question.against)
    return [(row.label, f"/besoins/{row.need}/") for row in rows] if beside_another else []


def question(request: HttpRequest, edition: Edition, question: str) -> HttpResponse:
    """One question, over all responses or compared (`par`)."""
    try:
        way = way_of(request)
    except BadParameterError as error:
        return refused(request, error)
    version = "question", question, way, *edition.version
    names = "title", "label", "robots", "body"
    made = pieces(version, lambda: question_made(edition, asked_of(edition, question), way))
    holes = dict(zip(names, made, strict=True))
    return fresh(remembered.page(request, "results/question.html", holes, below="/enquetes/"))


def question_made(edition: Edition, asked: Question, way: str) -> list[str]:
    """Title, label, what is said to robots, body."""
    words = (asked.short or asked.label, asked.label)
    body = question_body(edition, asked, way)
    return [*(escape(french(text)) for text in words), *above(edition, body)]


def question_body(edition: Edition, asked: Question, way: str) -> str:
    ways = edition.ways_of(asked.id)
    by = ways.get(way)
    place = edition.questions.index(asked)
    address = base_of(edition) + asked.id
    query = f"?par={way}" if by else ""
    context = {
        **shared(edition),
        "question": asked,
        "chart": edition.chart(asked, by.id if by else ""),
        "comment": edition.comment(asked.id),
        "ways": [(name, WORDS[name]) for name in ways],
        "way": way if by else "",
        "closed": closed(edition, asked),
        "unpublished": WORDS[way] if way and not by else "",
        "why": why_not(edition, asked, way) if way and not by else "",
        "svg": f"{address}.svg{query}",
        "png": f"{address}.png{query}",
        "csv": f"{address}.csv{query}",
        "previous": edition.questions[place - 1] if place else None,
        "following": next(iter(edition.questions[place + 1 :]), None),
    }
    return render_to_string("results/parts/question.html", context)


def closed(edition: Edition, asked: Question) -> list[tuple[str, list[str]]]:
    """(why, ways): comparisons that readers could ask for, and that are not published of this question."""
    found: dict[str, list[str]] = {}
    for name, by in edition.ways.items():
        if by != asked and name not in edition.ways_of(asked.id):
            told = reading.why_crossed(edition.release, asked.id, by.id)
            found.setdefault(told, []).append(f"par {WORDS[name]}")
    return [(why, ways) for why, ways in found.items() if why]


def why_not(edition: Edition, asked: Question, way: str) -> str:
    by = edition.ways.get(way)
    told = reading.why_crossed(edition.release, asked.id, by.id) if by else ""
    return told and f"{told[0].upper()}{told[1:]}."


def asked_of(edition: Edition, id: str) -> Question:
    found = edition.question(id)
    if found is None:
        raise Http404("Cette question n’est pas publiée.")
    return found


def way_of(request: HttpRequest) -> str:
    """ "" or a name of WAYS. Raises BadParameterError."""
    way = request.GET.get("par", "")
    if way and way not in WAYS.values():
        raise BadParameterError("par", "Cette comparaison n’existe pas.")
    return way


def fresh(response: HttpResponse) -> HttpResponse:
    """What is withdrawn must not linger in a cache."""
    response["Cache-Control"] = "no-cache"
    return response
