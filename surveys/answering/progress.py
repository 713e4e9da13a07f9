"""Where the respondent stands, and where each button leads."""

from django.http import Http404
from django.urls import reverse

from surveys.answering.asking import shown
from surveys.answering.checking import missing
from surveys.models import Response, Survey
from surveys.questionnaire.conditions import Answers, answered
from surveys.questionnaire.structure import Questionnaire, Section

TO_SECTION = "etape-"


def section_or_404(form: Questionnaire, id: str) -> Section:
    if found := next((section for section in form.sections if section.id == id), None):
        return found
    raise Http404


def where_to(survey: Survey, form: Questionnaire, section: Section, go: str, answers: Answers):
    """(section to remember, address) that the button `go` leads to."""
    ids = [one.id for one in form.sections]
    place = ids.index(section.id)
    # Pages that earlier answers emptied are passed over.
    full = [bool(shown(form, one, answers)) for one in form.sections]
    if go.removeprefix(TO_SECTION) in ids and go.startswith(TO_SECTION):
        target = go.removeprefix(TO_SECTION)
    elif go == "previous":
        target = next((ids[n] for n in range(place - 1, -1, -1) if full[n]), section.id)
    elif go == "summary":
        target = ""
    else:
        target = next((ids[n] for n in range(place + 1, len(ids)) if full[n]), "")
    if target:
        return target, reverse("surveys:section", args=[survey.slug, target])
    return section.id, reverse("surveys:summary", args=[survey.slug])


def address_of(survey: Survey, response: Response) -> str:
    """Where to go on: the page that was left, the response itself once it was sent."""
    sections = [section.id for section in survey.form.sections]
    if not survey.is_open or response.answers is not None:
        return reverse("surveys:mine", args=[survey.slug])
    place = response.place if response.place in sections else sections[0]
    return reverse("surveys:section", args=[survey.slug, place])


def steps(form: Questionnaire, current: str, answers: Answers) -> list[dict]:
    """Every page, in order: its number, whether it is done, whether it is this one."""
    lacks = missing(form, answers)
    return [
        {
            "number": number,
            "id": section.id,
            "title": section.title,
            "current": section.id == current,
            "done": any(answered(q, answers.get(q.id)) for q in section.questions)
            and not any(q.id in lacks for q in section.questions),
        }
        for number, section in enumerate(form.sections, 1)
    ]
