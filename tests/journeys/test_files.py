"""An officer joins an image and a document to her text, and takes one back."""

from playwright.sync_api import expect

from tests.moderation import samples
from tests.people import factories as people
from tests.practices import workflow


def test_join_and_take_back(page, live_server, sign_in, axe, transactional_db, troubles, tmp_path):
    officer = people.officer()
    draft = workflow.draft(officer)
    sign_in(officer)
    page.goto(f"{live_server.url}/pratiques/{draft.token}/modifier/moyens/")
    page.get_by_role("link", name="Pièces et images").click()
    axe(page)
    image = page.get_by_role("region", name="Ajouter une image")
    photograph = {"name": "salon.jpg", "mimeType": "image/jpeg", "buffer": samples.photograph()}
    image.get_by_label("Image").set_input_files(photograph)
    troubles.expect("status of 422")
    image.get_by_role("button", name="Ajouter").click()
    expect(page.get_by_role("alert").first).to_contain_text("Texte alternatif")
    axe(page)
    image.get_by_label("Image").set_input_files(photograph)
    image.get_by_label("Texte alternatif").fill("Le pavillon")
    image.get_by_label("Crédit").fill("Ville")
    image.get_by_role("button", name="Ajouter").click()
    shown = page.get_by_role("img", name="Le pavillon")
    expect(shown).to_be_visible()
    assert shown.evaluate("async image => (await image.decode(), image.naturalWidth)") == 1067
    document = page.get_by_role("region", name="Ajouter un document")
    heavy = tmp_path / "a.pdf"
    heavy.write_bytes(bytes(11 * 1024 * 1024))
    document.get_by_label("Document").set_input_files(heavy)
    expect(document.get_by_role("alert")).to_contain_text("dépasse 10 Mo")
    expect(document.get_by_role("button", name="Ajouter")).to_be_disabled()
    bilan = {"name": "bilan.pdf", "mimeType": "application/pdf", "buffer": samples.pdf()}
    document.get_by_label("Document").set_input_files(bilan)
    document.get_by_role("button", name="Ajouter").click()
    expect(page.get_by_role("link", name="bilan")).to_be_visible()
    axe(page)
    page.get_by_role("button", name="Retirer bilan").click()
    expect(page.get_by_role("link", name="bilan")).to_have_count(0)
    page.get_by_role("link", name="Continuer").click()
    expect(page.get_by_text("Pièces et images").last).to_be_visible()
