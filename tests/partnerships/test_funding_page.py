"""A funding line's own page, how it is published, and the first set."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from aict.links.places import everywhere
from aict.moderation.gate import apply
from aict.moderation.kinds import KINDS
from aict.moderation.models import Contribution
from aict.moderation.readiness import NotReady
from partnerships.funding import loading
from partnerships.funding.status import Status
from partnerships.models import Funding
from practices.models import FundingLine
from tests.partnerships import factories, funding
from tests.people import factories as people
from tests.practices import factories as practices

pytestmark = pytest.mark.django_db


def page(client, row, **more):
    return client.get(row.get_absolute_url(), **more)


def test_the_page_says_figures_with_their_source_and_date(client):
    row = funding.published(
        rate_max="50", figures_source="Règlement d’essai", figures_on="2026-03-01"
    )
    text = page(client, row).text
    assert "50\u202f% au plus" in text
    assert "Règlement d’essai, relevé le 1er\u00a0mars 2026" in text


def test_a_figure_without_source_is_refused():
    with pytest.raises(NotReady, match="sa source et sa date"):
        funding.published(rate_max="50")


def test_a_closing_before_the_opening_is_refused():
    with pytest.raises(NotReady, match="après l’ouverture"):
        funding.published(date_open="2026-05-02", date_close="2026-05-01")


def test_prerequisites_are_one_a_line():
    row = funding.published(prerequisites="  Un accord signé\n\nUn bilan \n")
    assert row.prerequisites == ["Un accord signé", "Un bilan"]


def test_what_was_not_verified_says_so(client):
    assert "Ni ses dates ni ses montants" in page(client, factories.funding(verified=False)).text
    assert "Ni ses dates ni ses montants" not in page(client, factories.funding()).text


def test_the_page_shows_the_practices_that_used_it(client):
    row = factories.funding(title="Fonds des rives")
    used = practices.practice(title="Vendre ensemble à Fès")
    hidden = practices.practice(title="Retirée", archived=True)
    for practice in (used, hidden):
        FundingLine.objects.create(practice=practice, source="Fonds", funding=row, amount=5_000)
    text = page(client, row).text
    assert "Vendre ensemble à Fès" in text
    assert "Retirée" not in text


def test_pages_of_invented_lines_say_so(client):
    assert "Exemple fictif" in page(client, factories.funding(fictional=True)).text


def test_former_and_withdrawn_addresses(client):
    row = funding.published()
    old = row.get_absolute_url()
    by = people.coordinator()
    from aict.moderation import drafts

    lock = drafts.text_in_hand(row.contribution).lock_no
    drafts.save(row.contribution, {"title": "Fonds des trois rives"}, lock, by)
    apply(row.contribution, "publish", by)
    moved = client.get(old)
    assert (moved.status_code, moved["Location"]) == (301, "/financements/fonds-des-trois-rives/")
    apply(row.contribution, "archive", by, comment="Supprimé.")
    assert client.get("/financements/fonds-des-trois-rives/").status_code == 410
    assert client.get("/financements/inconnu/").status_code == 404


def test_officers_propose_and_coordinators_publish():
    contribution = funding.draft()
    with pytest.raises(PermissionDenied):
        apply(contribution, "publish", contribution.editors.get())
    apply(contribution, "submit", contribution.editors.get())
    apply(contribution, "accept", people.coordinator())
    assert Funding.objects.published().get().title == "Fonds des deux rives"


def test_the_preview_shows_a_draft(client):
    author = people.officer()
    client.force_login(author, "django.contrib.auth.backends.ModelBackend")
    token = funding.draft(author, date_close="2099-01-01", zone="pays signataires").token
    text = client.get(reverse("funding:preview", args=[token])).text
    assert "Fonds des deux rives" in text
    assert "pays signataires" in text


@pytest.fixture
def references(db):
    from aict.taxonomies import loader

    loader.load()
    for code in ("DE", "MA", "TN", "SN"):
        people.country(code, code, groups=["ue" if code == "DE" else "apd"])


def test_the_first_set_is_to_be_verified_and_tells_no_figure(references):
    assert loading.load_reference() == 20
    rows = Funding.objects.published().select_related("contribution")
    today = timezone.localdate()
    assert {row.contribution.verified_on for row in rows} == {None}
    assert {row.status(today) for row in rows} == {Status.UNKNOWN}
    assert all(row.amount_max is row.rate_max is row.own_share_min is None for row in rows)
    assert all(row.info_url.startswith("https://") and row.bodies for row in rows)


def test_loading_again_writes_over_nothing(references):
    loading.load_reference()
    row = Funding.objects.get(slug="urbact-iv")
    by = people.coordinator()
    from aict.moderation import drafts

    drafts.save(row.contribution, {"teaser": "Relu."}, 1, by)
    apply(row.contribution, "publish", by)
    assert loading.load_reference() == 0
    row.refresh_from_db()
    assert row.teaser == "Relu."


def test_the_demonstration_lives_with_every_status(references):
    today = timezone.localdate()
    assert len(list(loading.load(today=today))) == 7
    rows = Funding.objects.filter(contribution__fictional=True)
    assert {row.status(today) for row in rows} == set(Status) - {Status.UNKNOWN}
    later = today + timedelta(days=90)
    assert list(loading.load(today=later)) == []
    rows = Funding.objects.filter(contribution__fictional=True)
    assert {row.status(later) for row in rows} == set(Status) - {Status.UNKNOWN}
    assert Funding.objects.get(slug__startswith="passerelles").combines_with.count() == 1


def test_the_kind_is_direct():
    assert KINDS["funding"].direct
    assert not Contribution.objects.exists()


def test_its_links_are_checked_but_not_those_of_invented_lines():
    real = factories.funding(info_url="https://exemple.fr/a", apply_url="https://exemple.fr/b")
    factories.funding(info_url="https://exemple.fr/c", fictional=True)
    found = {place.url for place in everywhere() if place.url}
    assert found == {"https://exemple.fr/a", "https://exemple.fr/b"}
    assert {place.page for place in everywhere() if place.url} == {real.get_absolute_url()}


def test_a_practice_leads_to_the_lines_that_paid_it(client):
    row = factories.funding(title="Fonds des rives")
    practice = practices.practice()
    FundingLine.objects.create(practice=practice, source="Fonds des rives", funding=row, amount=5)
    FundingLine.objects.create(practice=practice, source="Mécène", amount=5, order=1)
    text = page(client, practice).text
    assert f'<a href="{row.get_absolute_url()}">Fonds des rives</a>' in text
    assert f"/financements/montage/depuis/{practice.slug}/" in text


def test_coordinators_confirm_and_edit_from_the_page(client):
    row = factories.funding(verified=False)
    assert "toujours exact" not in page(client, row).text
    client.force_login(people.coordinator(), "django.contrib.auth.backends.ModelBackend")
    assert "Modifier cette ligne" in page(client, row).text
    address = reverse("moderation:stamp", args=[row.contribution.token])
    assert client.post(address, {"retour": "1"})["Location"] == row.get_absolute_url()
    assert "Ni ses dates ni ses montants" not in page(client, row).text
    assert "Vérifié le" in client.get("/financements/").text
