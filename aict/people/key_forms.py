"""The forms of passkeys, apart: what reads keys weighs 12 MB, loaded by whoever signs in first."""

from allauth.mfa.webauthn import forms as key
from django.utils.translation import gettext_lazy as _

from aict.people.sign_in_forms import plain

NAME = _("Nom de la clé")

AddKeyForm = plain(key.AddWebAuthnForm, name=NAME)
EditKeyForm = plain(key.EditWebAuthnForm, name=NAME)
