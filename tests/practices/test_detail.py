"""A practice's public page: full or nearly empty, former addresses, withdrawn, reports, versions."""

import io
from datetime import date

import pytest
from django.core import mail
from django.urls import reverse

from aict.listing import tasks
from aict.listing.models import Report
from aict.moderation import attachments, drafts
from aict.moderation.gate import apply
from aict.moderation.models import Attachment, Contribution
from practices.models import Practice
from tests.moderation import samples
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
        *(
            "contrats signés",
            "enquête à six mois",
            "48 k€",
            "0,4 équivalent temps plein",
            "Documenté",
        ),
        *(
            "Plan de financement",
            "62,5 %",
            "48 000 €",
            "Deux entreprises ont renoncé",
            "Partir sans interprète",
        ),
        *(
            "Indispensable",
            "Temps agent : au moins 0,3 équivalent temps plein",
            "Délégation à l’économie",
        ),
        *("Licence Ouverte 2.0", "version du", "Signaler une erreur", "Maroc"),
    ):
        assert words in page, words


def test_what_was_not_told_leaves_no_empty_block(client):
    page = text(client.get(workflow.published().get_absolute_url()))
    for words in (
        *("Difficultés", "Résultats", "Financement", "Pour transposer", "La stratégie"),
        *("Ce qui a été fait", "D’où vient la demande", "Documents", "En images"),
    ):
        assert f"<h2>{words}</h2>" not in page, words
    assert "Trois contrats signés" in page
    assert "<h3></h3>" not in page
    assert "Leçon" not in page


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
    people.territory("metropole", "243500139", "Rennes Métropole")
    other = workflow.published(title="Ouvrir un bureau commun", territory="metropole-243500139")
    page = text(client.get(first.get_absolute_url()))
    assert other.get_absolute_url() in page
    assert "Même niveau de collectivité, même catégorie" in page


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
    with django_assert_num_queries(31):
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


@pytest.mark.parametrize("field", ["verified_on", "review_months", "fictional"])
def test_what_review_does_not_touch_shows_at_once_too(client, field):
    practice = workflow.published()
    url = practice.get_absolute_url()
    before = client.get(url).content
    value = {"verified_on": date(2020, 2, 1), "review_months": 24, "fictional": True}[field]
    Contribution.objects.filter(practice=practice).update(**{field: value})
    assert client.get(url).content != before


def test_a_stale_page_says_so(client):
    practice = workflow.published()
    assert "À vérifier" not in text(client.get(practice.get_absolute_url()))
    Contribution.objects.update(verified_on=date(2020, 2, 1))
    page = text(client.get(practice.get_absolute_url()))
    assert "À vérifier" in page
    assert "Vérifié le 1er février 2020 par son équipe, rappel tous les 12 mois" in page


def test_files_of_the_accepted_text_are_shown_with_their_words(client):
    contribution = workflow.draft()
    author = contribution.editors.get()
    image = attachments.Given(
        io.BytesIO(samples.photograph()), "salon.jpg", 10_000, "Le pavillon", "Un stand", "Ville"
    )
    attachments.add(contribution, image, Attachment.Kind.IMAGE, author)
    bilan = attachments.Given(io.BytesIO(samples.pdf()), "bilan.pdf", 900, "Bilan 2024")
    attachments.add(contribution, bilan, Attachment.Kind.DOCUMENT, author)
    client.force_login(author, "django.contrib.auth.backends.ModelBackend")
    preview = text(client.get(reverse("practices:preview", args=[contribution.token])))
    client.logout()
    contribution.refresh_from_db()
    apply(contribution, "submit", author)
    apply(contribution, "accept", people.coordinator())
    page = text(client.get(Practice.objects.get().get_absolute_url()))
    for shown in (preview, page):
        assert 'alt="Un stand"' in shown
        assert "© Ville" in shown
        assert "Bilan 2024" in shown
    assert "?apercu=" in preview
    assert "?apercu=" not in page
    assert 'property="og:image"' in page


def test_a_strategy_shows_its_decision_and_its_projects_and_a_project_its_strategy(client):
    project = workflow.published(title="Ouvrir un bureau commun")
    told = {
        "nature": "strategie",
        "deliberation_reference": "2022-87",
        "deliberation_date": "2022-06-24",
        "period_start": "2022",
        "period_end": "2027",
        "axes": [{"title": "Un seul appel", "text": "Un jury."}],
        "governance": "Une assemblée annuelle.",
        "carried_out_by": [project.slug],
    }
    strategy = workflow.published(data=workflow.answers(**told))
    page = text(client.get(strategy.get_absolute_url()))
    for words in ("2022-87 du 24 juin 2022", "2022–2027", "Un seul appel", "Une assemblée"):
        assert words in page, words
    assert project.get_absolute_url() in page
    assert strategy.get_absolute_url() in text(client.get(project.get_absolute_url()))


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


def test_ten_megabytes_are_refused_and_nothing_is_stored(client):
    practice = workflow.published()
    post = {"reason": "autre", "message": "x" * 10_000_000}
    answer = client.post(reverse("practices:report", args=[practice.slug]), post)
    assert answer.status_code in {400, 413, 422}
    assert not Report.objects.exists()


def test_reports_in_a_row_are_slowed_down(client):
    practice = workflow.published()
    url = reverse("practices:report", args=[practice.slug])
    post = {"reason": "autre", "message": "encore"}
    answers = [client.post(url, post).status_code for _ in range(11)]
    assert answers[0] == 302
    assert answers[-1] == 429
    assert Report.objects.count() == 10
