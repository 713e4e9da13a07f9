"""allauth’s pages, at French addresses. A test holds this list to theirs."""

from allauth.account import views as account
from allauth.socialaccount import views as social
from django.contrib.auth.decorators import login_not_required
from django.urls import include, path
from django.utils.module_loading import import_string

from aict.people.views import proconnect


def second(name: str):
    """The view `name` of the second step, loaded when it is first asked for: keys weigh 12 MB."""

    def view(request, **kwargs):
        return import_string(f"allauth.mfa.{name}")(request, **kwargs)

    return view


second_factor = [
    path("", second("base.views.index"), name="mfa_index"),
    path("verifier/", login_not_required(second("base.views.authenticate")), name="mfa_authenticate"),
    path("confirmer/", second("base.views.reauthenticate"), name="mfa_reauthenticate"),
    path("application/activer/", second("totp.views.activate_totp"), name="mfa_activate_totp"),
    path("application/desactiver/", second("totp.views.deactivate_totp"), name="mfa_deactivate_totp"),
    path("codes-de-secours/", second("recovery_codes.views.view_recovery_codes"), name="mfa_view_recovery_codes"),
    path("codes-de-secours/generer/", second("recovery_codes.views.generate_recovery_codes"), name="mfa_generate_recovery_codes"),
    path("codes-de-secours/telecharger/", second("recovery_codes.views.download_recovery_codes"), name="mfa_download_recovery_codes"),
    path("cles/", second("webauthn.views.list_webauthn"), name="mfa_list_webauthn"),
    path("cles/ajouter/", second("webauthn.views.add_webauthn"), name="mfa_add_webauthn"),
    path("cles/connexion/", login_not_required(second("webauthn.views.login_webauthn")), name="mfa_login_webauthn"),
    path("cles/confirmer/", second("webauthn.views.reauthenticate_webauthn"), name="mfa_reauthenticate_webauthn"),
    path("cles/<int:pk>/renommer/", second("webauthn.views.edit_webauthn"), name="mfa_edit_webauthn"),
    path("cles/<int:pk>/retirer/", second("webauthn.views.remove_webauthn"), name="mfa_remove_webauthn"),
]  # fmt: skip

urlpatterns = [
    path("connexion/", account.login, name="account_login"),
    path("connexion/code/", account.request_login_code, name="account_request_login_code"),
    path("connexion/code/saisir/", account.confirm_login_code, name="account_confirm_login_code"),
    path("deconnexion/", account.logout, name="account_logout"),
    path("inactif/", account.account_inactive, name="account_inactive"),
    path("inscription/", account.signup, name="account_signup"),
    path("inscription/verifier/", account.email_verification_sent, name="account_email_verification_sent"),
    path("confirmer/", account.reauthenticate, name="account_reauthenticate"),
    path("adresse/", account.email, name="account_email"),
    path("mot-de-passe/", account.password_change, name="account_change_password"),
    path("mot-de-passe/choisir/", account.password_set, name="account_set_password"),
    path("mot-de-passe/oublie/", account.password_reset, name="account_reset_password"),
    path("mot-de-passe/oublie/code/", account.confirm_password_reset_code, name="account_confirm_password_reset_code"),
    path("mot-de-passe/oublie/nouveau/", account.complete_password_reset, name="account_complete_password_reset"),
    path("mot-de-passe/oublie/fait/", account.password_reset_from_key_done, name="account_password_reset_completed"),
    path("deux-etapes/", include(second_factor)),
    path("proconnect/", proconnect.login, name="proconnect_login"),
    path("proconnect/retour/", proconnect.callback, name="proconnect_callback"),
    path("proconnect/lien/", social.connections, name="socialaccount_connections"),
    path("proconnect/inscription/", social.signup, name="socialaccount_signup"),
    path("proconnect/annule/", social.login_cancelled, name="socialaccount_login_cancelled"),
    path("proconnect/erreur/", login_not_required(social.login_error), name="socialaccount_login_error"),
]  # fmt: skip
