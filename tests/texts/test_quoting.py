"""A quote is written by one person and approved by another."""

import pytest
from django.db import IntegrityError
from django.urls import reverse

from surveys.texts import hints, reading
from surveys.texts.models import Quote
from tests.people import factories
from tests.surveys import making as surveys
from tests.texts import making

pytestmark = pytest.mark.django_db
ORIGINAL = "À Valbrume, Mme Camille Exemple attend 12 agents : ecrire@valbrume.example."


@pytest.fixture
def first():
    return factories.coordinator()


@pytest.fixture
def second():
    return factories.coordinator()


def address(name: str, quote: Quote) -> str:
    return reverse(f"texts:{name}", args=[quote.survey.slug, quote.pk])


def proposed(client, by, text="Il faut des exemples.") -> Quote:
    response = making.written(ORIGINAL)
    client.force_login(by)
    args = [response.survey.slug, "words", making.token(response)]
    here = reverse("texts:propose", args=args)
    page = client.get(here).text
    assert "<mark" in page
    named = client.post(here, {"text": ORIGINAL, "version": 0})
    assert named.status_code == 422
    assert "contient encore un nom de personne et une adresse électronique" in named.text
    for _ in range(2):  # a double click
        client.post(here, {"text": text, "version": 0})
    return Quote.objects.get()


def test_two_people_make_a_quote(client, first, second):
    quote = proposed(client, first)
    assert quote.written_by == first
    assert client.post(address("quote", quote), {"valider": "1", "version": 1}).status_code == 403
    client.force_login(second)
    assert "Personne n’est reconnaissable" in client.get(address("quote", quote)).text
    client.post(address("quote", quote), {"valider": "1", "version": 1})
    quote.refresh_from_db()
    assert (quote.state, quote.checked_by) == ("approved", second)
    again = client.post(address("quote", quote), {"valider": "1", "version": 2})
    assert again.status_code == 409
    assert "elle est validée par" in again.text
    assert not reading.quotes(quote.survey).exists()
    quote.survey.state = "published"
    assert list(reading.quotes(quote.survey)) == [quote]


def test_a_quote_is_sent_back_and_written_again(client, first, second):
    quote = proposed(client, first)
    client.force_login(second)
    assert client.post(address("quote", quote), {"version": 1}).status_code == 409
    client.post(address("quote", quote), {"version": 1, "raison": "On reconnaît le lieu."})
    quote.refresh_from_db()
    assert (quote.state, quote.reason) == ("refused", "On reconnaît le lieu.")
    client.post(address("rewrite", quote), {"text": "Des exemples.", "version": quote.version})
    quote.refresh_from_db()
    assert (quote.state, quote.written_by, quote.checked_by) == ("proposed", second, None)
    stale = {"valider": "1", "version": quote.version}
    assert client.post(address("quote", quote), stale).status_code == 403
    client.force_login(first)
    late = client.post(address("rewrite", quote), {"text": "Autre.", "version": 1})
    assert late.status_code == 409
    assert "Autre." in late.text
    assert client.post(address("quote", quote), {"valider": "1", "version": 1}).status_code == 409
    client.post(address("quote", quote), stale)
    quote.refresh_from_db()
    assert quote.is_approved


def test_who_wrote_a_quote_may_take_it_away(client, first, second):
    quote = making.quote(
        surveys.survey(state="closed"), written_by=first, checked_by=second, state="approved"
    )
    client.force_login(first)
    client.post(address("quote", quote), {"version": 1, "raison": "On reconnaît le lieu."})
    quote.refresh_from_db()
    assert quote.state == "refused"


def test_the_database_wants_two_people(first):
    with pytest.raises(IntegrityError, match="quote_seen_by_two"):
        making.quote(surveys.survey(state="closed"), written_by=first, checked_by=first)


def test_an_odd_version_is_refused(client, first, second):
    quote = making.quote(surveys.survey(state="closed"), written_by=first)
    client.force_login(second)
    assert client.post(address("quote", quote), {"valider": 1, "version": "x"}).status_code == 409
    assert client.post(address("rewrite", quote), {"text": "", "version": "x"}).status_code == 422


def test_what_may_tell_somebody_is_marked():
    found = {part.text: part.why for part in hints.parts(ORIGINAL) if part.why}
    assert found["Valbrume"] == hints.KINDS["name"]
    assert found["Mme Camille Exemple"] == hints.KINDS["person"]
    assert found["ecrire@valbrume.example"] == hints.KINDS["mail"]
    assert "12 agents" in found
    assert "".join(part.text for part in hints.parts(ORIGINAL)) == ORIGINAL
    assert [p.text for p in hints.parts("Que Mme Alix Fictive vienne.") if p.why] == [
        "Mme Alix Fictive"
    ]
    assert hints.told("Moins de réunions. Plus de fiches.") == []
    assert hints.told("Appelez le 01 99 00 12 34, www.exemple.fr.") == [
        hints.KINDS["phone"],
        hints.KINDS["link"],
    ]
