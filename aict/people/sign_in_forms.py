"""allauth's forms in our words: labels instead of placeholders, codes that are easy to type."""

from allauth.account import forms as account
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp import forms as totp
from django.utils.translation import gettext_lazy as _

LABELS = {
    "email": _("Adresse électronique"),
    "login": _("Adresse électronique"),
    "code": _("Code"),
    "oldpassword": _("Mot de passe actuel"),
    "password1": _("Nouveau mot de passe"),
    "passwordless": _("Me connecter avec cette seule clé, sans mot de passe"),
}
NEW_PASSWORD = _("Douze caractères au moins. Une phrase se retient mieux qu’un mot compliqué.")
HELP = {
    "password1": NEW_PASSWORD,
    "passwordless": _("La clé demande alors votre empreinte, votre visage ou un code PIN."),
}


class Plain:
    """Relabels the fields of the form it is put before."""

    labels = LABELS

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            field.label = self.labels.get(name, field.label)
            field.help_text = HELP.get(name, field.help_text)
            if name == "code":
                field.widget.attrs |= {"autocapitalize": "characters", "spellcheck": "false"}


def plain(form, **labels):
    return type(form.__name__, (Plain, form), {"labels": LABELS | labels})


LoginForm = plain(account.LoginForm)
RequestLoginCodeForm = plain(account.RequestLoginCodeForm)
ConfirmLoginCodeForm = plain(account.ConfirmLoginCodeForm)
ConfirmEmailForm = plain(account.ConfirmEmailVerificationCodeForm)
ChangeEmailForm = plain(account.ChangeEmailForm)
AddEmailForm = plain(account.AddEmailForm, email=_("Nouvelle adresse électronique"))
ResetPasswordForm = plain(account.ResetPasswordForm)
ConfirmPasswordResetForm = plain(account.ConfirmPasswordResetCodeForm)
ResetPasswordKeyForm = plain(account.ResetPasswordKeyForm)
ChangePasswordForm = plain(account.ChangePasswordForm)
SetPasswordForm = plain(account.SetPasswordForm)
ReauthenticateForm = plain(account.ReauthenticateForm)
AuthenticateForm = plain(mfa.AuthenticateForm)
ReauthenticateCodeForm = plain(mfa.ReauthenticateForm)
ActivateTOTPForm = plain(totp.ActivateTOTPForm)
