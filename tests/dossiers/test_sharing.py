"""Links: unguessable, cut at once, polite once over, told to nobody, counting nobody."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from aict.moderation.gate import apply
from practices.dossiers import keys, sharing
from practices.dossiers.models import DossierShare
from tests.dossiers import factories
from tests.people import factories as people
from tests.practices import factories as practices
from tests.practices import workflow

pytestmark = pytest.mark.django_db


def address(key: str) -> str:
    return reverse("shared_dossier", args=[key])


def plain(answer) -> str:
    text = answer.content.decode().split("<main")[1].split("</main")[0]
    return text.replace("\u202f", " ").replace("\xa0", " ")


def test_whoever_has_the_link_reads_without_account(client):
    _link, key = factories.shared()
    page = plain(client.get(address(key)))
    for words in (
        *("Ce qu’on vous demande de décider", "neuf entreprises au salon, pour 48 000 €"),
        *("Délégation au développement économique", "Qui appeler", 'href="tel:0400000000"'),
        "Neuf cheffes et chefs pour vendre un terroir.",
    ):
        assert words in page, words


def test_the_answer_is_neither_indexed_nor_kept_nor_told_to_other_sites(client):
    _link, key = factories.shared()
    for name in ("shared_dossier", "shared_dossier_pdf"):
        answer = client.get(reverse(name, args=[key]))
        assert answer["X-Robots-Tag"] == "noindex, nofollow"
        assert answer["Cache-Control"] == "private, no-store"
        assert answer["Referrer-Policy"] == "same-origin"
        assert not answer.cookies
    page = client.get(address(key)).content.decode()
    assert 'name="robots" content="noindex' in page
    assert "page-address" not in page  # the address is a key, and paper goes from hand to hand


def test_a_guessed_link_opens_nothing(client):
    factories.shared()
    for key in ("a" * 32, "a", "-" * 200, "0123456789abcdef"):
        for name in ("shared_dossier", "shared_dossier_pdf"):
            assert client.get(reverse(name, args=[key])).status_code == 404
        assert client.post(reverse("shared_dossier_opened", args=[key])).status_code == 404


def test_a_key_is_long_and_the_database_does_not_hold_it(settings):
    link, key = factories.shared()
    assert key.isalnum()
    assert len(key) * 5 >= 128
    with connection.cursor() as cursor:
        cursor.execute("SELECT row_to_json(s)::text FROM dossiers_dossiershare s")
        assert key not in cursor.fetchone()[0]
    assert keys.key_of(link.nonce, "another secret") != key
    assert str(link.dossier.token) not in address(key)


def test_after_a_change_of_secret_links_sent_still_open(client, settings):
    link, key = factories.shared()
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another-secret-of-this-test-long-enough-to-be-one"
    assert sharing.address(link).endswith(address(key))
    settings.SECRET_KEY_FALLBACKS = []
    assert sharing.address(link) == ""
    assert client.get(address(key)).status_code == 200


def test_a_revoked_link_says_so_and_nothing_else(client):
    link, key = factories.shared()
    officer = link.dossier.editors.get()
    client.force_login(officer, "django.contrib.auth.backends.ModelBackend")
    revoke = reverse("dossiers:revoke", args=[link.dossier.token, link.pk])
    for _twice in range(2):
        assert client.post(revoke).status_code == 302
    answer = Client().get(address(key))
    assert answer.status_code == 410
    assert "n’est plus partagé" in plain(answer)
    assert link.dossier.title not in answer.content.decode()
    assert answer["Cache-Control"] == "private, no-store"
    assert Client().get(reverse("shared_dossier_pdf", args=[key])).status_code == 410
    Client().post(reverse("shared_dossier_opened", args=[key]))
    assert DossierShare.objects.get().openings == 0


def test_a_link_opens_until_its_last_day_included(client):
    _link, key = factories.shared()
    today = timezone.localdate()
    for day, status in ((today, 200), (today - timedelta(days=1), 410)):
        DossierShare.objects.update(expires_on=day)
        assert client.get(address(key)).status_code == status


def test_another_link_of_the_same_dossier_stays_open(client):
    link, _key = factories.shared()
    other = sharing.share(link.dossier)
    sharing.revoke(link)
    kept = keys.shown_key(other.nonce, other.digest)
    assert client.get(address(kept)).status_code == 200


def test_a_deleted_dossier_opens_nothing(client):
    link, key = factories.shared()
    link.dossier.delete()
    assert client.get(address(key)).status_code == 404


def test_readings_are_counted_without_cookie_nor_name(client):
    link, key = factories.shared()
    page = client.get(address(key)).content.decode()
    assert reverse("shared_dossier_opened", args=[key]) in page
    answer = Client(enforce_csrf_checks=True).post(reverse("shared_dossier_opened", args=[key]))
    assert answer.status_code == 204
    assert not answer.cookies
    link.refresh_from_db()
    assert (link.openings, link.last_opened_on) == (1, timezone.localdate())


def test_an_editor_who_opens_her_link_is_not_counted(client):
    link, key = factories.shared()
    client.force_login(link.dossier.editors.get(), "django.contrib.auth.backends.ModelBackend")
    assert "data-opened" not in client.get(address(key)).content.decode()


def test_withdrawn_since_is_said(client):
    practice = workflow.published()
    dossier = factories.dossier(items=[practice.contribution])
    link = sharing.share(dossier)
    editor = practice.contribution.editors.get()
    apply(practice.contribution, "archive", editor, comment="Action terminée.")
    page = plain(client.get(address(keys.shown_key(link.nonce, link.digest))))
    assert "Retiré du site" in page
    assert practice.title in page
    assert practice.teaser not in page
    assert practice.get_absolute_url() not in page


def test_fictional_is_said(client):
    dossier = factories.dossier(items=[practices.practice(fictional=True).contribution])
    link = sharing.share(dossier)
    assert "fictif" in plain(client.get(address(keys.shown_key(link.nonce, link.digest))))


def test_nobody_is_named(client):
    link, key = factories.shared()
    officer = link.dossier.editors.get()
    page = client.get(address(key)).content.decode()
    assert officer.email not in page
    assert officer.name not in page


def test_what_must_be_written_before_sharing(client):
    officer = people.officer()
    client.force_login(officer, "django.contrib.auth.backends.ModelBackend")
    dossier = factories.dossier(officer, ask=" ")
    answer = client.post(reverse("dossiers:sharing", args=[dossier.token]), {"label": "Élu"})
    assert answer.status_code == 422
    assert "ce qui est à décider" in plain(answer)
    assert "au moins une page" in plain(answer)
    assert not dossier.shares.exists()


def test_only_a_confirmed_officer_shares(client):
    officer = people.officer(confirmed=False)
    dossier = factories.ready(officer)
    client.force_login(officer, "django.contrib.auth.backends.ModelBackend")
    answer = client.post(reverse("dossiers:sharing", args=[dossier.token]))
    assert answer.status_code == 422
    assert "attend d’être confirmée" in plain(answer)


def test_a_link_is_made_shown_and_labelled(client):
    dossier = factories.ready()
    client.force_login(dossier.editors.get(), "django.contrib.auth.backends.ModelBackend")
    url = reverse("dossiers:sharing", args=[dossier.token])
    past = timezone.localdate() - timedelta(days=1)
    assert client.post(url, {"expires_on": past}).status_code == 422
    assert client.post(url, {"expires_on": "demain"}).status_code == 422
    assert client.post(url, {"label": "Pour la vice-présidence"}).status_code == 302
    link = dossier.shares.get()
    page = plain(client.get(url))
    assert "Pour la vice-présidence" in page
    assert sharing.address(link) in page
