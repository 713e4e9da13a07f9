"""A practice's public page: full or nearly empty, former addresses, withdrawn, reports, versions."""

import pytest
from django.core import mail
from django.urls import reverse

from aict.moderation import drafts
from aict.moderation.gate import apply
from aict.moderation.models import Contribution
from practices import tasks
from practices.models import Practice, Report
from tests.people import factories as people
from tests.practices import workflow

pytestmark = pytest.mark.django_db


def text(answer) -> str:
    return answer.content.decode().replace("\u202f", " ").replace("\xa0", " ")


def test_a_full_case_shows_all_that_was_told(client):
    practice = workflow.published(data=workflow.full())
    page = text(client.get(practice.get_absolute_url()))
    for words in (
        *("D’où vient la demande", "deux salons sans suite", "Trouver des acheteurs"),
        *("Partir", "Cinq jours sur place", "Un interprète", "Dire non", "mars 2023"),
        *("contrats signés", "enquête à six mois", "48 k€", "0,4 ETP", "Documenté"),
        *(
            "Plan de financement",
            "62,5 %",
            "Deux entreprises ont renoncé",
            "Partir sans interprète",
        ),
        *("Indispensable", "Temps agent (ETP) : au moins 0,3", "Délégation à l’économie"),
        *("Licence Ouverte 2.0", "Citer cette page", "Signaler une erreur", "Maroc"),
    ):
        assert words in page, words


def test_what_was_not_told_leaves_no_empty_block(client):
    page = text(client.get(workflow.published().get_absolute_url()))
    for words in ("Difficultés", "Résultats", "Financement", "Pour transposer", "La stratégie"):
        assert f"<h2>{words}</h2>" not in page, words
    assert "Trois contrats signés" in page


def test_the_preview_is_the_page(client):
    contribution = workflow.draft(data=workflow.full(title=""))
    client.force_login(contribution.editors.get(), "django.contrib.auth.backends.ModelBackend")
    page = text(client.get(reverse("practices:preview", args=[contribution.token])))
    assert "Cinq jours sur place" in page
    assert "48 k€" in page
    assert "n’est pas publiée" in page


def test_markup_typed_by_people_stays_text(client):
    attack = "<script>alert(1)</script><img src=x onerror=alert(1)>"
    told = workflow.full(
        title=attack[:100],
        teaser=attack,
        context=attack,
        steps=[{"title": attack, "text": attack}],
        partners=[{"name": attack, "side": "ici", "role": attack}],
        results=[{"label": attack, "after": "1", "unit": "u", "source": attack}],
        funding_lines=[{"source": attack, "amount": "10"}],
        keywords=attack,
    )
    practice = workflow.published(data=told)
    for url in (practice.get_absolute_url(), reverse("practices:brief", args=[practice.slug])):
        page = client.get(url).content.decode()
        assert "<script>alert" not in page
        assert "<img src=x" not in page
        assert "&lt;script&gt;" in page


def test_a_change_shows_on_the_next_request(client):
    practice = workflow.published()
    assert "Trois contrats" in text(client.get(practice.get_absolute_url()))
    contribution = practice.contribution
    author = contribution.editors.get()
    drafts.save(contribution, {"benefit": "Neuf contrats."}, 1, author)
    apply(contribution, "submit", author, note="Chiffres de 2026.")
    apply(contribution, "accept", people.coordinator())
    assert "Neuf contrats." in text(client.get(practice.get_absolute_url()))
    versions = text(client.get(reverse("practices:versions", args=[practice.slug])))
    assert "Chiffres de 2026." in versions
    assert "Première publication" in versions


def test_a_comparable_practice_published_later_appears(client):
    first = workflow.published()
    assert "Collectivités comparables" not in text(client.get(first.get_absolute_url()))
    other = workflow.published(title="Ouvrir un bureau commun")
    page = text(client.get(first.get_absolute_url()))
    assert other.get_absolute_url() in page
    assert "même niveau de collectivité" in page


def test_a_visit_costs_one_query_once_the_page_is_kept(client, django_assert_num_queries):
    practice = workflow.published(data=workflow.full())
    client.get(practice.get_absolute_url())
    with django_assert_num_queries(1):
        client.get(practice.get_absolute_url())


@pytest.mark.parametrize("count", [1, 3])
def test_making_the_page_costs_the_same_whatever_it_holds(client, count, django_assert_num_queries):
    steps = [{"title": f"Étape {n}", "text": "…"} for n in range(count)]
    partners = [{"name": f"P{n}", "side": "ici", "country": "FR"} for n in range(count)]
    practice = workflow.published(data=workflow.full(steps=steps, partners=partners))
    with django_assert_num_queries(23):
        client.get(practice.get_absolute_url())


def test_a_former_address_redirects_for_ever(client):
    practice = workflow.published()
    old = practice.get_absolute_url()
    author = practice.contribution.editors.get()
    drafts.save(practice.contribution, {"title": "Un tout autre titre"}, 1, author)
    apply(practice.contribution, "submit", author)
    apply(practice.contribution, "accept", people.coordinator())
    answer = client.get(old)
    assert (answer.status_code, answer.url) == (301, "/pratiques/un-tout-autre-titre/")


def test_a_withdrawn_practice_says_so_and_shows_nothing(client):
    contribution = workflow.archived(title="Un secret retiré")
    practice = Practice.objects.get(contribution=contribution)
    answer = client.get(practice.get_absolute_url())
    assert answer.status_code == 410
    assert "secret" not in text(answer).split("<main")[1].split("</main")[0]
    for name in ("brief", "brief_pdf", "versions", "report"):
        assert client.get(reverse(f"practices:{name}", args=[practice.slug])).status_code == 404


def test_fictional_is_written_on_each_page(client):
    practice = workflow.published()
    Contribution.objects.update(fictional=True)
    practice.refresh_listing()
    for url in (
        practice.get_absolute_url(),
        *(reverse(f"practices:{n}", args=[practice.slug]) for n in ("brief", "versions", "report")),
    ):
        assert "fictif" in text(client.get(url)).split("<main")[1].split("</main")[0], url


def test_an_error_is_reported_and_told_to_those_concerned(client):
    practice = workflow.published()
    url = reverse("practices:report", args=[practice.slug])
    post = {"reason": "inexact", "message": "Le chiffre date de 2021."}
    assert client.post(url, post).status_code == 302
    assert tasks.tell_report(Report.objects.get().pk) == len(mail.outbox) > 0
    assert "2021" in mail.outbox[0].body


@pytest.mark.parametrize(
    ("post", "status"),
    [
        ({}, 422),
        ({"reason": "zzz", "message": "x"}, 422),
        ({"reason": "autre", "message": "x\x00y"}, 422),
        ({"reason": "autre", "message": "x" * 5000}, 422),
        ({"reason": "autre", "message": "robot", "website": "http://x"}, 302),
    ],
)
def test_bad_reports_are_refused_or_dropped(client, post, status):
    practice = workflow.published()
    answer = client.post(reverse("practices:report", args=[practice.slug]), post)
    assert answer.status_code == status
    assert not Report.objects.exists()
