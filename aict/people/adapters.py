"""Where allauth meets our people: mails that fail, pages one lands on, ProConnect's names."""

from smtplib import SMTPException

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.userkit import filter_users_by_email
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.contrib import messages
from django.shortcuts import render
from django.urls import reverse
from django.utils.crypto import get_random_string
from django.utils.translation import gettext as _

from aict.people import memberships


class AccountAdapter(DefaultAccountAdapter):
    def get_signup_redirect_url(self, request):
        return reverse("people:account")

    def get_password_change_redirect_url(self, request):
        return reverse("people:account")

    def confirm_email(self, request, email_address):
        """Coordinators hear of a declared membership once its address is verified."""
        confirmed = super().confirm_email(request, email_address)
        if confirmed:
            memberships.announce(email_address.user)
        return confirmed

    def send_mail(self, template_prefix, email, context):
        try:
            super().send_mail(template_prefix, email, context)
        except (OSError, SMTPException):
            messages.error(
                self.request,
                _(
                    "Le message n’a pas pu partir : notre messagerie ne répond pas. Réessayez dans quelques minutes."
                ),
            )


class SocialAccountAdapter(DefaultSocialAccountAdapter):
    def generate_state_param(self, state):
        return get_random_string(43)

    def populate_user(self, request, sociallogin, data):
        user = super().populate_user(request, sociallogin, data)
        user.name = (data.get("name") or "")[:120]
        return user

    def pre_social_login(self, request, sociallogin):
        """An address that already has an account is never taken over: its owner signs in first,
        then links ProConnect herself."""
        if sociallogin.is_existing or sociallogin.state.get("process") == "connect":
            return
        email = sociallogin.user.email
        if email and filter_users_by_email(email):
            page = render(request, "socialaccount/email_taken.html", {"email": email}, status=409)
            raise ImmediateHttpResponse(page)
