"""The addresses that every kind of listed row has: written, checked, previewed, told, reported."""

from django.urls import URLPattern, path

from aict.listing import page_views
from aict.listing.listed import Listed
from aict.moderation.views import edit, mine


def writing_routes(model: type[Listed]) -> list[URLPattern]:
    """Proposing a row and changing it; keys are tokens of drafts or public slugs."""
    kind = {"kind": model.KIND}
    return [
        path("proposer/", edit.propose, kind, name="propose"),
        path("<str:key>/modifier/", edit.edit, kind, name="edit"),
        path("<str:key>/modifier/<slug:part>/", edit.edit, kind, name="edit_part"),
        path("<str:key>/verifier/", mine.check, kind, name="check"),
        path("<str:key>/apercu/", mine.preview, kind, name="preview"),
        path("<slug:slug>/versions/", page_views.history, {"model": model}, name="versions"),
        path("<slug:slug>/signaler/", page_views.report, {"model": model}, name="report"),
    ]
