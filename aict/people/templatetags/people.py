"""What account pages ask of settings."""

from allauth.account.utils import passthrough_next_redirect_url
from django import template
from django.conf import settings
from django.urls import reverse

from aict.people.demo import DEMO_ACCOUNTS, DEMO_PASSWORD

register = template.Library()


@register.simple_tag
def demo_accounts() -> list:
    """The public accounts of a demonstration; none elsewhere."""
    return DEMO_ACCOUNTS if settings.DEMO else []


@register.simple_tag
def demo_password() -> str:
    return DEMO_PASSWORD


@register.simple_tag
def contact_email() -> str:
    return settings.CONTACT_EMAIL


@register.simple_tag(takes_context=True)
def proconnect_url(context) -> str:
    """Where ProConnect starts, keeping the page to come back to; "" while it is not configured."""
    if "proconnect" not in settings.SOCIALACCOUNT_PROVIDERS:
        return ""
    return passthrough_next_redirect_url(context["request"], reverse("proconnect_login"), "next")


@register.simple_tag
def site_url() -> str:
    return settings.SITE_URL
