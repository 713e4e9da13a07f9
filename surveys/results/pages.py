"""The pages of results, the same for readers and for the preview: (request, edition, …) → answer."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from aict.listing.presentation import refused
from aict.listing.selection import BadParameterError
from surveys.questionnaire.structure import Question
from surveys.results import beside, reading, wording
from surveys.results.edition import WAYS, Edition
from surveys.results.kept import kept
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
    body = kept(("whole", *edition.key), lambda: whole_body(edition))
    around = [show(edition.survey) for show in beside.AFTER]
    context = {"survey": edition.survey, "edition": edition, "body": body, "around": around}
    return fresh(render(request, "results/results.html", context))


def whole_body(edition: Edition) -> str:
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
    return render_to_string("results/parts/whole.html", context)


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
    asked = asked_of(edition, question)
    try:
        way = way_of(request)
    except BadParameterError as error:
        return refused(request, error)
    body = kept(
        ("question", question, way, *edition.key), lambda: question_body(edition, asked, way)
    )
    context = {"survey": edition.survey, "edition": edition, "question": asked, "body": body}
    return fresh(render(request, "results/question.html", context))


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
        "unpublished": WORDS[way] if way and not by else "",
        "why": why_not(edition, asked, way) if way and not by else "",
        "svg": f"{address}.svg{query}",
        "png": f"{address}.png{query}",
        "csv": f"{address}.csv{query}",
        "previous": edition.questions[place - 1] if place else None,
        "following": next(iter(edition.questions[place + 1 :]), None),
    }
    return render_to_string("results/parts/question.html", context)


def why_not(edition: Edition, asked: Question, way: str) -> str:
    by = edition.ways.get(way)
    told = reading.why(edition.release, asked.id, by.id) if by else ""
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
