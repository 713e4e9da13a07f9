"""The next thing to do of a survey, from its draft to what was done of its answers."""

from datetime import timedelta

import pytest
from django.utils import timezone

from surveys import duties
from surveys.campaign.models import SurveyMailing
from surveys.followup.models import FollowUp
from tests.campaign.making import invitation
from tests.people import factories as people
from tests.results.publications import counted
from tests.surveys import making
from tests.texts.making import quote, written

pytestmark = pytest.mark.django_db


def plain(text: str) -> str:
    return text.replace("\xa0", " ").replace("\u202f", " ")


def label(survey) -> str:
    return duties.next_of(survey).label


def test_a_draft_is_corrected_then_sent_to_somebody_then_opened():
    survey = making.survey(closes_on=timezone.localdate() - timedelta(days=1))
    assert label(survey) == "Changer les réglages"
    survey.closes_on = None
    assert label(survey) == "Inviter"
    survey.open_link = True
    assert label(survey) == "Ouvrir l’enquête"
    survey.questionnaire["sections"][0]["questions"][0].pop("crossing")
    assert label(survey) == "Reprendre le questionnaire"


def test_an_open_survey_sends_then_waits_then_reminds_then_closes():
    survey = making.survey(state="open")
    assert label(survey) == ""
    guest = invitation(survey, sent=False)
    assert label(survey) == "Envoyer les invitations"
    survey.invitations.filter(pk=guest.pk).update(sent=True)
    SurveyMailing.objects.create(survey=survey, kind="invitation")
    assert label(survey) == "Suivre les réponses"
    survey.mailings.update(at=timezone.now() - timedelta(days=6))
    told = duties.next_of(survey)
    assert told.label == "Relancer"
    assert plain(told.text).startswith("1 personne invitée n’a pas répondu")
    assert "1ᵉʳ sur 3" in told.text
    survey.invitations.update(answered=True)
    assert label(survey) == ""
    survey.closes_on = timezone.localdate() - timedelta(days=1)
    assert label(survey) == "Clore l’enquête"


def test_a_closed_survey_is_sorted_read_again_computed_published():
    survey = written("Un texte.").survey
    told = duties.next_of(survey)
    assert told.label == "Importer des réponses"
    assert plain(told.text).startswith("1 réponse : il en faut 5")
    for _n in range(4):
        making.sent(survey, {"level": "o1"})
    assert label(survey) == "Lire et classer"
    survey.responses.filter(answers__has_key="words").delete()
    making.sent(survey, {"level": "o1"})
    quote(survey)
    assert label(survey) == "Relire"
    survey.quotes.all().delete()
    assert "ne sont pas calculés" in duties.next_of(survey).text


def test_tables_that_are_stale_are_computed_again(monkeypatch):
    monkeypatch.setattr(duties, "DUTIES", [d for d in duties.DUTIES if d[1] >= 40])
    survey = counted()
    assert label(survey) == "Préparer la publication"
    survey.responses.first().delete()
    assert "refaites-le" in duties.next_of(survey).text
    survey.releases.update(state="failed")
    assert "n’ont pas abouti" in duties.next_of(survey).text
    survey.releases.update(state="running")
    assert label(survey) == "Voir"


def test_a_published_survey_says_what_was_done():
    survey = making.survey(state="published")
    assert label(survey) == "Écrire une première suite"
    done = FollowUp.objects.create(survey=survey, text="Un guide.")
    assert label(survey) == "Relire les suites"
    FollowUp.objects.filter(pk=done.pk).update(state="published")
    assert label(survey) == "Ajouter une suite"


@pytest.mark.parametrize(
    ("days", "words"), [(0, "aujourd’hui"), (1, "demain"), (21, "dans 21 jours"), (-1, "passé")]
)
def test_the_deadline_is_counted(days, words):
    survey = making.survey(state="open", closes_on=timezone.localdate() + timedelta(days=days))
    assert plain(duties.deadline(survey)).endswith(f"{words}.")
    assert duties.deadline(making.survey(slug="close", state="closed")) == ""


@pytest.mark.parametrize("state", ["draft", "open", "closed", "published"])
def test_the_page_of_a_survey_begins_with_it(client, state):
    client.force_login(people.coordinator())
    survey = making.survey(state=state)
    page = client.get(f"/enquetes/gestion/{survey.slug}/").text
    found = duties.next_of(survey)
    assert 'class="desk-duty' in page
    assert found.address in page
