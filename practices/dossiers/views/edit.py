"""Writing a dossier: one page, one form, a lock number."""

import re

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from aict.moderation.views.edit import lock_of
from practices.dossiers import sharing, writing
from practices.dossiers.differences import differences
from practices.dossiers.forms import DossierForm, NoteForm, Notes
from practices.dossiers.models import Dossier
from practices.dossiers.page import page_of
from practices.dossiers.pdf import answer_pdf
from practices.dossiers.told import tell
from practices.dossiers.views.finding import written_by

GESTURE = re.compile(r"(up|down|remove)-(\d{1,9})")


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, token) -> HttpResponse:
    dossier = written_by(request.user, token)
    if request.method == "GET":
        return show(request, dossier, DossierForm(instance=dossier), note_forms(dossier))
    form, notes = DossierForm(request.POST, instance=dossier), note_forms(dossier, request.POST)
    lock_no, gesture = lock_of(request.POST), gesture_of(request.POST)
    if not all([form.is_valid(), *(note.is_valid() for note in notes)]):
        return show(request, dossier, form, notes, status=422)
    told = {note.item.pk: note.cleaned_data for note in notes}
    try:
        writing.save(dossier, form.cleaned_data, told, lock_no, request.user, gesture)
    except writing.Stale as stale:
        return conflict(request, stale.current, form.cleaned_data, told)
    if not gesture[0]:
        messages.success(request, "Dossier enregistré.")
    return redirect(dossier.get_absolute_url() + ("#pieces" if gesture[0] else ""))


def gesture_of(post) -> tuple[str, int]:
    """What button was pressed beside an item; ("", 0) for none."""
    asked = post.get("geste", "")
    found = GESTURE.fullmatch(asked)
    if asked and not found:
        raise BadRequest("Ce bouton n’existe pas. Rechargez la page.")
    return (found[1], int(found[2])) if found else ("", 0)


def note_forms(dossier: Dossier, data=None) -> Notes:
    """One for each item; an item added since the page was opened keeps its note."""
    items = dossier.items.select_related("contribution")
    sent = [i for i in items if data is None or f"i{i.pk}-note" in data]
    told = tell(item.contribution for item in sent)
    return Notes(
        NoteForm(data, instance=i, prefix=f"i{i.pk}", told=told.get(i.contribution_id))
        for i in sent
    )


def show(request, dossier: Dossier, form, notes, status: int = 200) -> HttpResponse:
    context = {
        # A refused form has written on the one it was given.
        "dossier": written_by(request.user, dossier.token) if form.is_bound else dossier,
        "form": form,
        "rows": [(note, note.told) for note in notes],
        "formsets": [notes],
        "lock_no": request.POST.get("lock_no", dossier.lock_no),
        "lacks": sharing.lacks(dossier, request.user) if status == 200 else [],
        "most": writing.MOST_ITEMS,
    }
    return render(request, "dossiers/edit.html", context, status=status)


def conflict(request, current: Dossier, text: dict, notes: dict[int, dict]) -> HttpResponse:
    """409: both texts side by side. The same text sent twice is no conflict."""
    rows = differences(current, text, notes)
    if not rows:
        return redirect(current)
    context = {
        "dossier": current,
        "rows": rows,
        "sent": [(name, value) for name, value in request.POST.items() if sendable(name)],
    }
    return render(request, "dossiers/conflict.html", context, status=409)


def sendable(name: str) -> bool:
    return name not in {"csrfmiddlewaretoken", "lock_no", "geste"}


@require_safe
def preview(request: HttpRequest, token) -> HttpResponse:
    """Exactly what a reader sees."""
    dossier = written_by(request.user, token)
    context = {"page": page_of(dossier), "dossier": dossier, "key": "", "counted": False}
    return render(request, "dossiers/shared.html", context)


@require_safe
def pdf(request: HttpRequest, token) -> HttpResponse:
    return answer_pdf(written_by(request.user, token))
