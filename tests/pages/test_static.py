"""What production serves under names that carry the content."""

import re

import pytest
from django.core.management import call_command
from django.test import override_settings


@pytest.fixture(scope="module")
def collected(tmp_path_factory):
    folder = tmp_path_factory.mktemp("static")
    storages = {"staticfiles": {"BACKEND": "aict.storage.StaticStorage"}}
    slow = "js css svg map png woff2 md txt json topo".split()
    with override_settings(
        STATIC_ROOT=folder, STORAGES=storages, WHITENOISE_SKIP_COMPRESS_EXTENSIONS=slow
    ):
        call_command("collectstatic", interactive=False, verbosity=0)
    return folder


def test_modules_import_one_another_under_these_names(collected):
    (app,) = collected.glob("js/app.????????????.js")
    imported = re.findall(r'import ?"(\./[^"]+)"', app.read_text())
    assert len(imported) > 5
    assert all((app.parent / name).exists() for name in imported)
    assert all(re.search(r"\.[0-9a-f]{12}\.js$", name) for name in imported)


def test_leaflet_is_served_from_here(collected):
    assert len(list(collected.glob("leaflet/leaflet.????????????.js"))) == 1
