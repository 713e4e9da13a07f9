"""A coordinator brings a spreadsheet: she sees what would happen, says what words mean, then imports."""

from playwright.sync_api import expect
from procrastinate.contrib.django.models import ProcrastinateJob

from aict.imports.tasks import work_on_import
from aict.moderation.models import Contribution
from tests.people import factories as people
from tests.practices import spreadsheets
from tests.waiting import until


def work(page) -> None:
    until(page, ProcrastinateJob.objects.filter(task_name="imports.work", status="todo").exists)
    job = ProcrastinateJob.objects.get(task_name="imports.work", status="todo")
    ProcrastinateJob.objects.all().delete()
    work_on_import(**job.args)


def test_from_a_spreadsheet_to_drafts(page, live_server, sign_in, axe, transactional_db):
    spreadsheets.references()
    sign_in(people.coordinator())
    page.goto(f"{live_server.url}/pratiques/importer/")
    axe(page)
    page.get_by_label("Tableur", exact=True).set_input_files(spreadsheets.DIRTY)
    page.get_by_role("button", name="Lire les colonnes").click()
    expect(page.get_by_label("Champ pour « Intitulé »")).to_have_value("title")
    axe(page)
    page.get_by_label("Nature").select_option("Projet")
    page.get_by_role("button", name="Essayer sans rien créer").click()
    expect(page.get_by_text("En attente")).to_be_visible()
    axe(page)
    work(page)
    expect(page.get_by_role("heading", name="Voici ce que l’import ferait")).to_be_visible()
    axe(page)
    page.get_by_label("« promo »").select_option("Promotion du territoire")
    page.get_by_label("« Québec »").select_option("Ne pas reprendre")
    page.get_by_role("button", name="Enregistrer et réessayer").click()
    work(page)
    expect(page.get_by_role("heading", name="Des mots que le site")).to_have_count(0)
    page.get_by_role("button", name="Créer 5 brouillons").click()
    work(page)
    expect(page.get_by_role("heading", name="Import terminé")).to_be_visible()
    axe(page)
    page.get_by_role("link", name="Accompagner dix entreprises fictives").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Accompagner dix")
    assert Contribution.objects.count() == 5
