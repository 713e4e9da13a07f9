"""Documents and images of a contribution: its page, and each file as it is served."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ValidationError
from django.http import FileResponse, Http404
from django.shortcuts import redirect, render
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_http_methods, require_safe

from aict.moderation import attached, attachments, drafts
from aict.moderation.attachment_forms import DocumentForm, ImageForm
from aict.moderation.models import Attachment, Contribution
from aict.moderation.permissions import can_edit
from aict.moderation.preview_links import opens
from aict.moderation.readiness import Refused
from aict.moderation.views import pages
from aict.moderation.views.finding import for_editor

FORMS = {Attachment.Kind.DOCUMENT: DocumentForm, Attachment.Kind.IMAGE: ImageForm}


@require_http_methods(["GET", "POST"])
def files(request, token):
    """See what is joined to the text in hand, add a file, remove one."""
    contribution = Contribution.objects.get_or_404(token)
    _kind, contribution = for_editor(request.user, contribution.kind, str(token))
    try:
        if request.method == "POST" and "remove_file" in request.POST:
            return remove(request, contribution)
        if request.method == "POST":
            return add(request, contribution)
    except Refused as refused:
        return page(request, contribution, problem=str(refused), status=409)
    return page(request, contribution)


def add(request, contribution):
    kind = Attachment.Kind.IMAGE if "image" in request.POST else Attachment.Kind.DOCUMENT
    form = FORMS[kind](request.POST, request.FILES)
    if form.is_valid():
        told = form.cleaned_data
        sent = told.pop("file")
        try:
            given = attachments.Given(sent, sent.name, sent.size, **told)
            made = attachments.add(contribution, given, kind, request.user)
        except ValidationError as error:
            form.add_error("file", error)
        else:
            messages.success(request, f"« {made} » est ajouté.")
            return redirect("moderation:files", token=contribution.token)
    return page(request, contribution, status=422, **{kind.value: form})


def remove(request, contribution):
    attachments.remove(contribution, request.POST["remove_file"], request.user)
    messages.success(request, "Le fichier est retiré de ce texte.")
    return redirect("moderation:files", token=contribution.token)


def page(request, contribution, document=None, image=None, problem="", status=200):
    text = drafts.text_in_hand(contribution)
    kind = pages.KINDS[contribution.kind]
    context = {
        "contribution": contribution,
        "kind": kind,
        "parts": pages.outline(kind, contribution, None, text.data, on_files=True),
        "files": attached.of_text(contribution, text.data),
        "forms": [
            ("image", "Ajouter une image", image or ImageForm()),
            ("document", "Ajouter un document", document or DocumentForm()),
        ],
        "wrong": image or document,
        "problem": problem,
        "check_url": pages.check_address(kind, contribution),
    }
    return render(request, "moderation/files.html", context, status=status)


@login_not_required
@require_safe
def media(request, token, name):
    """The file itself, for whoever may read it; for others it does not exist."""
    found = Attachment.objects.select_related("contribution").filter(token=token).first()
    if not found or name != found.file_name:
        raise Http404("Ce fichier n’existe pas.")
    public = attachments.is_public(found)
    if not public and not may_see_unpublished(request, found):
        raise Http404("Ce fichier n’existe pas.")
    etag = f'"{found.token}"'
    return get_conditional_response(request, etag) or served(found, public, etag)


def may_see_unpublished(request, found: Attachment) -> bool:
    editing = request.user.is_authenticated and can_edit(request.user, found.contribution)
    return editing or opens(request.GET.get("apercu", ""), found.contribution)


def served(found: Attachment, public: bool, etag: str) -> FileResponse:
    try:
        content = found.file.open("rb")
    except FileNotFoundError as error:
        raise Http404("Ce fichier n’existe plus.") from error
    response = FileResponse(
        content,
        content_type=found.content_type,
        as_attachment=found.kind == Attachment.Kind.DOCUMENT,
        filename=found.file_name,
    )
    response["ETag"] = etag
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["Cache-Control"] = "public, max-age=600" if public else "private, no-cache"
    return response
