"""Asking for an alert and confirming it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.cache import cache
from django.core.signing import BadSignature, SignatureExpired
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from aict.alerts import signed, subjects, subscribing
from aict.alerts.forms import AskForm, LinkForm
from aict.alerts.models import Reader, Subscription
from aict.alerts.telling import tell_manage
from aict.listing.page import read_page
from aict.listing.presentation import refused
from aict.listing.registry import SECTIONS, sections
from aict.listing.selection import BadParameterError
from aict.people.limits import limited
from aict.ui.numbers import count

RATE = "20/h/ip"
# Mails that strangers may have sent to one address, whatever they ask and from wherever.
RATE_TO = "10/d/key"
# Seconds before the same address is sent its link again.
LINK_AGAIN = 600


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def home(request: HttpRequest) -> HttpResponse:
    """What can be asked; and the link that manages one's alerts, sent to who has some."""
    form = LinkForm(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        if answer := limited(request, "alertes", RATE):
            return answer
        if form.is_valid():
            email = form.cleaned_data["email"]
            if answer := limited(request, "alertes-adresse", RATE_TO, email.lower()):
                return answer
            if not form.cleaned_data["website"]:
                send_link(email)
            return redirect("alerts:sent")
    status = 422 if form.is_bound else 200
    context = {"form": form, "sections": sections()}
    return render(request, "alerts/home.html", context, status=status)


def send_link(email: str) -> None:
    """Nothing leaves for an address that has no confirmed alert; nothing tells which."""
    address = email.strip().lower()
    known = Reader.objects.filter(Q(email=address) | Q(user__email=address, user__is_active=True))
    reader = known.filter(subscriptions__confirmed_at__isnull=False).first()
    if reader and cache.add(f"alerts.link.{reader.pk}", True, LINK_AGAIN):
        tell_manage(reader)


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def create(request: HttpRequest) -> HttpResponse:
    """Save what the querystring asks. The same answer whether the address is known or not."""
    try:
        subject = subjects.read(request.GET)
    except BadParameterError as error:
        return refused(request, error)
    if subject is None:
        return redirect("alerts:home")
    known, page = request.user.is_authenticated, subject.contribution is not None
    data = request.POST if request.method == "POST" else None
    form = AskForm(data, known=known, page=page)
    if request.method == "POST":
        if answer := limited(request, "alertes", RATE):
            return answer
        if form.is_valid():
            return asked(request, subject, form.cleaned_data)
    context = {"form": form, **said(subject)}
    return render(request, "alerts/create.html", context, status=422 if form.is_bound else 200)


def asked(request: HttpRequest, subject: subjects.Subject, told: dict) -> HttpResponse:
    rhythm = told.get("rhythm", "")
    if not request.user.is_authenticated:
        if answer := limited(request, "alertes-adresse", RATE_TO, told["email"].lower()):
            return answer
        if not told["website"]:
            subscribing.ask(told["email"], subject, rhythm)
        return redirect("alerts:sent")
    if subscribing.subscribe(request.user, subject, rhythm):
        messages.success(request, _("C’est noté : votre alerte est en place."))
    else:
        most = count(subscribing.MOST, _("alerte"))
        messages.error(request, _("Vous avez déjà %s : supprimez-en une d’abord.") % most)
    return redirect("alerts:mine")


def said(subject: subjects.Subject) -> dict:
    """What the page says of the alert: in words, where it comes from, how much answers today."""
    today = ""
    if subject.section:
        section = SECTIONS[subject.section]
        page = read_page(section.listing, subjects.selected(subject))
        today = count(page.total, section.noun)
    return {
        "title": subjects.title(subject),
        "page": subject.contribution is not None,
        "area": subjects.area_name(subject.territory) if subject.territory else "",
        "place": subject.territory,
        "need": subject.need,
        "fictional": bool(subject.contribution and subject.contribution.fictional),
        "today": today,
        "back": subjects.address(subject),
    }


@login_not_required
@require_safe
def sent(request: HttpRequest) -> HttpResponse:
    return render(request, "alerts/sent.html", {"days": signed.DAYS})


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: HttpRequest, key: str) -> HttpResponse:
    """One button: a mail program that follows links confirms nothing."""
    try:
        pk = signed.confirmed_pk(key)
    except SignatureExpired:
        pk = 0
    except BadSignature as error:
        raise Http404(_("Ce lien n’est pas valable.")) from error
    alert = Subscription.objects.with_subjects().filter(pk=pk).first()
    if alert is None:
        return render(request, "alerts/expired.html", {"days": signed.DAYS}, status=410)
    if request.method == "POST":
        subscribing.start(alert)
        messages.success(request, _("Votre alerte est en place."))
        return redirect("alerts:manage", signed.manage_key(alert.reader))
    return render(request, "alerts/confirm.html", {"alert": alert, "title": subjects.title(alert)})
