"""What the holder of a link reads, without account."""

from functools import wraps

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from aict.people.limits import limited
from practices.dossiers import sharing
from practices.dossiers.models import DossierShare
from practices.dossiers.page import page_of
from practices.dossiers.pdf import answer_pdf


def by_link(view):
    """The view, given the link of its address: 404 for none, 410 once it is over. Nothing of it is
    indexed, kept by a proxy, or told to other sites."""

    @wraps(view)
    def guarded(request: HttpRequest, key: str) -> HttpResponse:
        link = sharing.find(key)
        if link is None:
            raise Http404("Ce lien n’ouvre rien : vérifiez qu’il a été copié en entier.")
        over = link.over(timezone.localdate())
        answer = render(request, "dossiers/over.html", status=410) if over else view(request, link)
        answer["X-Robots-Tag"] = "noindex, nofollow"
        answer["Cache-Control"] = "private, no-store"
        answer["Referrer-Policy"] = "same-origin"
        return answer

    return guarded


@login_not_required
@require_safe
@by_link
def shared(request: HttpRequest, link: DossierShare) -> HttpResponse:
    """Two minutes on a phone."""
    dossier, user = link.dossier, request.user
    context = {
        "page": page_of(dossier),
        "dossier": dossier,
        "key": request.resolver_match.kwargs["key"],
        "counted": not (user.is_authenticated and dossier.editors.contains(user)),
    }
    return render(request, "dossiers/shared.html", context)


@login_not_required
@require_safe
@by_link
def shared_pdf(request: HttpRequest, link: DossierShare) -> HttpResponse:
    return answer_pdf(link.dossier)


@login_not_required
@csrf_exempt  # sent by the reader's browser, which has no cookie of ours; it only adds one
@require_POST
@by_link
def opened(request: HttpRequest, link: DossierShare) -> HttpResponse:
    """One more reading. Programs that follow the links of mails do not come here."""
    if refused := limited(request, "dossier-lecture", "30/m"):
        return refused
    sharing.count_opening(link)
    return HttpResponse(status=204)
