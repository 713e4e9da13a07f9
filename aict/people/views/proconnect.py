"""To ProConnect and back. Neither address exists while it is not configured."""

from allauth.socialaccount.models import SocialApp
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache


@never_cache
@login_not_required
def login(request: HttpRequest) -> HttpResponse:
    return answer("OAuth2LoginView", request)


@never_cache
@login_not_required
def callback(request: HttpRequest) -> HttpResponse:
    return answer("OAuth2CallbackView", request)


def answer(view: str, request: HttpRequest) -> HttpResponse:
    # Loaded here: what speaks to a provider weighs 10 MB, and most sites have none.
    from allauth.socialaccount.providers.oauth2 import views

    from aict.people.proconnect import Adapter

    try:
        return getattr(views, view).adapter_view(Adapter)(request)
    except SocialApp.DoesNotExist as error:
        raise Http404 from error
