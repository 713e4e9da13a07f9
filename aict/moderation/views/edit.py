"""Writing: a new contribution, a part of one, autosave."""

from uuid import UUID, uuid4

from django.contrib import messages
from django.core.exceptions import BadRequest, PermissionDenied, ValidationError
from django.http import Http404, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from aict.moderation import drafts
from aict.moderation.binding import BoundPart, bind, check_storable, read
from aict.moderation.kinds import KINDS, Kind
from aict.moderation.permissions import can_edit
from aict.moderation.readiness import Refused
from aict.moderation.views import pages
from aict.moderation.views.finding import for_editor
from aict.moderation.wording import compared

NO_LONGER = (
    "Cette partie ne concerne plus ce texte : une autre réponse a changé entre-temps. Ce que vous "
    "avez écrit est gardé, et reviendra avec elle."
)


@require_http_methods(["GET", "POST"])
def propose(request, kind: str):
    """The first page of a new contribution. Nothing is stored before its author sends something."""
    found = startable(request.user, kind)
    part = found.parts[0]
    if request.method == "GET":
        bound = bind(part, found.prefill(pages.prefilled(request.user)))
        return pages.form(request, found, None, bound, token=uuid4())
    values = read(part, request.POST)
    token = token_of(request.POST)
    if problem := storable_problem(values):
        return pages.form(request, found, None, bind(part, values), token=token, problem=problem)
    contribution, created = drafts.start(found, token, values, request.user)
    if not can_edit(request.user, contribution):
        raise PermissionDenied
    if not created:
        return save_part(
            request,
            found,
            contribution,
            part,
            values,
            lock_no=drafts.text_in_hand(contribution).lock_no,
        )
    return after_saving(request, found, contribution, part, drafts.text_in_hand(contribution))


def startable(user, kind: str) -> Kind:
    if not KINDS[kind].may_start(user):
        raise PermissionDenied("La coordination seule commence un texte de cette nature.")
    return KINDS[kind]


@require_http_methods(["GET", "POST"])
def edit(request, kind: str, key: str, part: str | None = None):
    """One part of a contribution."""
    found, contribution = for_editor(request.user, kind, key)
    text = drafts.text_in_hand(contribution)
    wanted = found.part(part, text.data)
    if wanted is None and request.method == "POST":
        # Another hand changed the answer that this part depends on: what was written is kept.
        wanted = next((p for p in found.parts if p.slug == part), None)
    if wanted is None:
        raise Http404("Cette partie ne concerne pas ce texte.")
    if request.method == "GET":
        bound = bind(
            wanted, text.data, found.live_object(contribution), request.GET.get("ajouter", "")
        )
        return pages.form(
            request, found, contribution, bound, text=text, show="erreurs" in request.GET
        )
    values = read(wanted, request.POST)
    if problem := storable_problem(values):
        return refuse(request, found, contribution, bind(wanted, values), text, problem)
    return save_part(request, found, contribution, wanted, values, lock_of(request.POST))


def save_part(request, kind, contribution, part, values, lock_no):
    try:
        text = drafts.save(contribution, values, lock_no, request.user)
    except drafts.Stale as stale:
        return conflict(request, kind, contribution, part, values, stale)
    except Refused as refused:
        return refuse(request, kind, contribution, bind(part, values), None, str(refused), 409)
    contribution.refresh_from_db()
    return after_saving(request, kind, contribution, part, text)


def after_saving(request, kind, contribution, part, text):
    """Answer autosave, add or remove a row, go on, or show what is to be mended."""
    address = pages.edit_address(kind, contribution, part)
    if is_autosave(request):
        return JsonResponse(saved(contribution, text, address))
    if not part.applies(text.data):
        messages.warning(request, NO_LONGER)
        return redirect(pages.check_address(kind, contribution))
    if name := request.POST.get("add"):
        return redirect(f"{address}?ajouter={name}#{name}")
    if "remove" in request.POST:
        return redirect(address)
    if request.POST.get("action") == "save":
        messages.success(request, "Brouillon enregistré.")
        return redirect(address)
    if request.POST.get("action") == "previous":
        return redirect(pages.previous_address(kind, contribution, part, text.data))
    bound = bind(part, text.data, kind.live_object(contribution))
    if not bound.valid:
        return pages.form(request, kind, contribution, bound, text=text, show=True, status=422)
    return redirect(pages.next_address(kind, contribution, part, text.data))


def conflict(request, kind, contribution, part, values, stale):
    """409: both texts side by side; nothing is overwritten, nothing is lost."""
    message = "Quelqu’un d’autre a enregistré cette partie entre-temps."
    if is_autosave(request):
        return JsonResponse({"error": message, "conflict": True}, status=409)
    context = {
        "kind": kind,
        "contribution": contribution,
        "part": part,
        "current": stale.current,
        "hand": stale.hand,
        "rows": compared(kind, part, values, stale.current.data),
        "bound": bind(part, values).silent(),
        "address": pages.edit_address(kind, contribution, part),
    }
    return render(request, "moderation/conflict.html", context, status=409)


def refuse(request, kind, contribution, bound: BoundPart, text, problem: str, status: int = 400):
    if is_autosave(request):
        return JsonResponse({"error": problem}, status=status)
    text = text or drafts.text_in_hand(contribution)
    return pages.form(
        request, kind, contribution, bound.silent(), text=text, problem=problem, status=status
    )


def saved(contribution, text, address: str) -> dict:
    at = timezone.localtime(text.at)
    return {
        "message": f"Brouillon enregistré à {at:%H} h {at:%M}",
        "lock_no": text.lock_no,
        "address": address,
    }


def storable_problem(values: dict) -> str:
    try:
        check_storable(values)
    except ValidationError as error:
        return error.messages[0]
    return ""


def is_autosave(request) -> bool:
    return request.headers.get("X-Autosave") == "1"


def token_of(post) -> UUID:
    try:
        return UUID(post.get("token", ""))
    except ValueError as error:
        raise BadRequest("L’identifiant du brouillon est illisible. Rechargez la page.") from error


def lock_of(post) -> int:
    try:
        return int(post.get("lock_no", ""))
    except ValueError as error:
        raise BadRequest("Le formulaire reçu est incomplet. Rechargez la page.") from error
