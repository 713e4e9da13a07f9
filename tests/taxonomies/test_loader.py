import shutil

import pytest

from aict.taxonomies import loader
from aict.taxonomies.models import Indicator, Modality, Offer, Sector, Theme

pytestmark = pytest.mark.django_db


def test_loading_twice_changes_nothing():
    loader.load()
    before = list(Modality.objects.values())
    loader.load()
    assert list(Modality.objects.values()) == before


def test_load_fills_lists_and_order():
    loader.load()
    assert Modality.objects.get(slug="salons").categories == ["internationalisation", "promotion"]
    assert "33210" in Sector.objects.get(slug="tourisme").cad_codes
    assert Indicator.objects.get(slug="contrats-signes").caveat
    assert Theme.objects.first().slug == "gastronomie-terroir"


def test_a_term_gone_is_retired_and_comes_back(tmp_path):
    loader.load()
    kept = Theme.objects.get(slug="ess").pk
    changed = shutil.copytree(loader.DATA, tmp_path / "data")
    lines = (changed / "themes.csv").read_text().splitlines()
    (changed / "themes.csv").write_text("\n".join(line for line in lines if "ess," not in line))

    loader.load(changed)
    assert Theme.objects.get(slug="ess").retired
    assert not Theme.objects.in_use().filter(slug="ess").exists()

    loader.load()
    assert Theme.objects.in_use().get(slug="ess").pk == kept


def test_a_label_put_right_reaches_the_same_row(tmp_path):
    loader.load()
    changed = shutil.copytree(loader.DATA, tmp_path / "data")
    text = (changed / "offers.csv").read_text().replace("Expertise,", "Expertises,")
    (changed / "offers.csv").write_text(text)
    loader.load(changed)
    assert Offer.objects.get(slug="expertise").label == "Expertises"
    assert Offer.objects.count() == len(loader.read(loader.DATA, "offers"))
