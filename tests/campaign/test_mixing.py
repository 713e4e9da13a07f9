"""What the tables themselves tell, read as somebody who holds the database would."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from surveys import gate, mixing
from surveys.campaign.models import Invitation
from surveys.campaign.tasks import each_night
from surveys.models import Mode, Response, SurveyEntry
from tests.campaign.making import invitation
from tests.people import factories as people
from tests.surveys import making

PEOPLE = 25
# Pairs an invitation with the response written just after it.
PAIRS = """
WITH i AS (SELECT email, row_number() OVER (ORDER BY xmin::text::bigint) AS n FROM campaign_invitation),
     r AS (SELECT id, row_number() OVER (ORDER BY xmin::text::bigint) AS n FROM surveys_response)
SELECT email, r.id FROM i JOIN r USING (n)
"""


def read(sql: str) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchall()


def numbers(table: str) -> set[str]:
    return {row[0] for row in read(f"SELECT DISTINCT xmin::text FROM {table}")}


def places(table: str) -> list:
    return [row[0] for row in read(f"SELECT id FROM {table} ORDER BY ctid")]


def answered(survey) -> list[tuple]:
    """(e-mail, response) in the order in which they came: two transactions each."""
    guests = [invitation(survey) for _ in range(PEOPLE)]
    found = []
    for guest in guests:
        Invitation.objects.filter(pk=guest.pk, started=False).update(started=True)
        found.append((guest.email, making.sent(survey, {"level": "o1", "words": "a" * 5}).pk))
    return found


@pytest.mark.django_db(transaction=True)
def test_transaction_numbers_join_until_rows_are_mixed():
    survey = making.survey(state="open")
    truth = answered(survey)
    assert set(read(PAIRS)) == set(truth)

    assert mixing.mix(survey) == 3 * PEOPLE

    tables = ("campaign_invitation", "surveys_response", "surveys_codedresponse")
    assert len(set.union(*(numbers(table) for table in tables))) == 1
    assert len(set(read(PAIRS)) & set(truth)) < PEOPLE / 2
    assert mixing.is_mixed(survey)


@pytest.mark.django_db(transaction=True)
def test_places_on_the_disk_do_not_follow_the_order_of_answering():
    survey = making.survey(state="open")
    truth = answered(survey)
    came = {pk: place for place, (_email, pk) in enumerate(truth)}
    assert places("surveys_response") == [pk for _email, pk in truth]
    read("SELECT setseed(0.25)::text")
    mixing.mix(survey)
    ranks = [came[pk] for pk in places("surveys_response")]
    # Spearman’s coefficient: 1 when the order is kept, -1 when it is reversed.
    gap = sum((rank - place) ** 2 for place, rank in enumerate(ranks))
    assert abs(1 - 6 * gap / (PEOPLE * (PEOPLE**2 - 1))) < 0.5
    order = [email for email, _pk in truth]
    emails = read("SELECT email FROM campaign_invitation ORDER BY ctid")
    assert [row[0] for row in emails] != order


@pytest.mark.django_db
def test_mixing_changes_no_word_and_spares_other_surveys():
    survey, other = making.survey(state="open"), making.survey(state="open", slug="autre")
    kept = making.sent(survey, {"level": "o2", "words": "É" * 3000}, key_hash=b"k" * 32)
    making.sent(other, {"level": "o1"})
    before = Response.objects.values().get(pk=kept.pk), kept.coded.codes
    assert mixing.mix(survey) == 2
    assert (Response.objects.values().get(pk=kept.pk), kept.coded.codes) == before
    assert Response.objects.get(pk=kept.pk).coded.codes == before[1]


@pytest.mark.django_db
def test_closing_asks_for_it():
    survey = making.survey(state="open")
    gate.apply(survey, "close", people.coordinator())
    assert ProcrastinateJob.objects.filter(task_name="campaign.mix").count() == 1


def closed_days_ago(survey, days: int) -> None:
    SurveyEntry.objects.create(
        survey=survey,
        transition="close",
        source="open",
        target="closed",
        at=timezone.now() - timedelta(days=days),
    )


@pytest.mark.django_db
@pytest.mark.parametrize(("days", "kept"), [((29,), 2), ((31,), 1), ((31, 5), 2)])
def test_the_night_erases_what_was_never_sent(days, kept):
    survey = making.survey(state="closed")
    making.sent(survey, {"level": "o1"})
    Response.objects.create(survey=survey, draft={"level": "o1"})
    for ago in days:
        closed_days_ago(survey, ago)
    each_night()
    assert Response.objects.count() == kept


@pytest.mark.django_db
def test_addresses_are_forgotten_a_year_after_the_closing():
    old, new = making.survey(state="closed"), making.survey(state="closed", slug="autre")
    gone, kept = invitation(old, answered=True), invitation(new)
    closed_days_ago(old, 366)
    closed_days_ago(new, 360)
    each_night()
    gone.refresh_from_db()
    kept.refresh_from_db()
    assert (gone.email, gone.answered) == ("", True)
    assert kept.email


@pytest.mark.django_db
def test_an_anonymous_invitation_knows_no_response():
    survey = making.survey(state="open")
    guest = invitation(survey)
    with pytest.raises(IntegrityError, match="knows no response"):
        Invitation.objects.filter(pk=guest.pk).update(response=making.sent(survey, {"level": "o1"}))


@pytest.mark.django_db
def test_a_named_invitation_keeps_its_response():
    survey = making.survey(state="open", mode=Mode.NAMED)
    response = making.sent(survey, {"level": "o1"})
    assert invitation(survey, response=response).response == response
    mixing.mix(survey)
    assert response.invitation.email


def test_an_address_is_invited_once(db):
    survey = making.survey()
    invitation(survey, email="a@b.example")
    with pytest.raises(IntegrityError, match="invitation_once_per_survey"):
        invitation(survey, email="A@B.example")
