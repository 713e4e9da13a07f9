"""Surveys that the addresses of survey_access.py need: from a World to the address's arguments."""

from django.core.files.base import ContentFile

from surveys.campaign import signed
from surveys.models import Respondent
from surveys.results.models import EarlierPoll
from tests.campaign.making import invitation
from tests.followup.making import follow_up, need
from tests.intake.files import run_of, text
from tests.results import publications
from tests.surveys import making
from tests.texts import making as words


def survey_draft(world) -> dict:
    return {"slug": making.survey().slug}


def open_survey(world) -> dict:
    return {"slug": making.survey(state="open").slug}


def opening(world) -> dict:
    return survey_draft(world) | {"transition": "open"}


def published_survey(world) -> dict:
    return {"slug": making.survey(state="published").slug}


def follow_up_draft(world) -> dict:
    row = follow_up()
    return {"slug": row.survey.slug, "pk": row.pk}


def need_page(world) -> dict:
    return {"slug": need().slug}


def answerable(world) -> dict:
    return {"slug": making.survey(state="open", open_link=True).slug}


def answerable_section(world) -> dict:
    return answerable(world) | {"section": "un"}


def survey_section(world) -> dict:
    return survey_draft(world) | {"section": "un"}


def survey_question(world) -> dict:
    return survey_draft(world) | {"question": "several"}


def answers_checked(world) -> dict:
    content = text([["level", "size"], ["o1", "o2"]])
    run = run_of(making.survey(state="open"), content)
    run.state = run.State.CHECKED
    run.file.save("essai.csv", ContentFile(content))
    return {"token": run.token}


def answers_file(world) -> dict:
    return {"slug": making.survey(state="closed").slug, "form": "large"}


def invited(world) -> dict:
    row = invitation(making.survey(state="open"))
    return {"slug": row.survey.slug, "pk": row.pk}


def reminding(world) -> dict:
    return survey_draft(world) | {"kind": "rappel"}


def invitation_link(world) -> dict:
    row = invitation(making.survey(state="open"))
    return {"slug": row.survey.slug, "token": signed.token_of(row)}


def stop_link(world) -> dict:
    row = invitation(making.survey(state="open"))
    return {"slug": row.survey.slug, "token": signed.token_of(row, signed.STOP)}


def published_results(world) -> dict:
    return {"slug": publications.published(20).slug}


def published_question(world) -> dict:
    return published_results(world) | {"question": "grid"}


def counted_results(world) -> dict:
    return {"slug": publications.counted(20).slug}


def counted_question(world) -> dict:
    return counted_results(world) | {"question": "grid"}


def analysed(world) -> dict:
    return {"slug": making.survey(state="closed").slug}


def analysed_question(world) -> dict:
    return analysed(world) | {"question": "level"}


def named_survey(world) -> dict:
    return {"slug": making.survey(state="closed", mode="nominative").slug}


def named_answers(world) -> dict:
    survey = making.survey(state="closed", mode="nominative")
    one = Respondent.objects.create(response=making.sent(survey, {"level": "o1"}))
    return {"slug": survey.slug, "pk": one.pk}


def text_read(world) -> dict:
    return {"slug": words.written("Un mot.").survey.slug}


def text_question(world) -> dict:
    return text_read(world) | {"question": "words"}


def text_token(world) -> dict:
    response = words.written("Un mot.")
    return {"slug": response.survey.slug, "question": "words", "token": words.token(response)}


def text_theme(world) -> dict:
    theme = words.theme(words.written("Un mot.").survey)
    return {"slug": theme.survey.slug, "question": "words", "pk": theme.pk}


def text_quote(world) -> dict:
    quote = words.quote(words.written("Un mot.").survey)
    return {"slug": quote.survey.slug, "pk": quote.pk}


def two_waves(world) -> dict:
    making.survey(slug="avant", state="published")
    return analysed(world) | {"other": "avant", "question": "level"}


def earlier_poll(world) -> dict:
    survey = making.survey(state="closed")
    poll = EarlierPoll.objects.create(survey=survey, title="Avant", year=2019, source="Lettre")
    return {"slug": survey.slug, "pk": poll.pk}
