"""ProConnect, the State's sign-in for public servants: OpenID Connect whose userinfo is a signed JWT."""

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.helpers import render_authentication_error
from allauth.socialaccount.providers.oauth2.client import OAuth2Client, OAuth2Error
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from allauth.utils import build_absolute_uri
from django.urls import reverse
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.http import urlencode
from requests import RequestException

from aict.people import signed

KEPT = ("sub", "email", "siret", "idp_id")


def nonce_of(state: str) -> str:
    """Derived from the single-use state of this session, so nothing more is stored."""
    return salted_hmac("aict.people.proconnect", state, algorithm="sha256").hexdigest()


class Client(OAuth2Client):
    def get_redirect_url(self, authorization_url, scope, extra_params):
        extra_params = {**extra_params, "nonce": nonce_of(self.state)}
        return super().get_redirect_url(authorization_url, scope, extra_params)


class Adapter(OpenIDConnectOAuth2Adapter):
    client_class = Client

    def __init__(self, request):
        super().__init__(request, Provider.id)

    @property
    def openid_config(self):
        try:
            return super().openid_config
        except RequestException as error:
            page = render_authentication_error(self.request, self.get_provider(), exception=error)
            raise ImmediateHttpResponse(page) from error

    def get_callback_url(self, request, app):
        return build_absolute_uri(request, reverse("proconnect_callback"))

    def complete_login(self, request, app, token, response):
        """Identity and userinfo: both signed by the provider, for us; the first for this sign-in."""
        with get_adapter().get_requests_session() as session:
            keys = session.get(self.openid_config["jwks_uri"]).json()
            bearer = {"Authorization": f"Bearer {token.token}"}
            userinfo = session.get(self.profile_url, headers=bearer)
        userinfo.raise_for_status()
        whose = (keys, app.client_id, self.openid_config["issuer"])
        try:
            identity = signed.claims(response.get("id_token"), *whose, "exp", "nonce")
            person = signed.claims(userinfo.text, *whose)
        except signed.UnsignedError as error:
            raise OAuth2Error from error
        expected = {"nonce": nonce_of(request.GET["state"]), "sub": person["sub"]}
        if any(not constant_time_compare(identity[key], expected[key]) for key in expected):
            raise OAuth2Error("nonce or sub")
        return self.get_provider().sociallogin_from_response(request, person)


class Provider(OpenIDConnectProvider):
    id = "proconnect"
    name = "ProConnect"
    supports_token_authentication = False

    def get_oauth2_adapter(self, request):
        return Adapter(request)

    def get_login_url(self, request, **kwargs):
        return f"{reverse('proconnect_login')}?{urlencode(kwargs)}"

    # What a link carries never changes what is asked of the provider.
    def get_auth_params_from_request(self, request, action):
        return self.get_auth_params()

    def get_scope_from_request(self, request):
        return self.get_scope()

    def extract_common_fields(self, data):
        name = f"{data.get('given_name', '')} {data.get('usual_name', '')}".strip()
        return {"email": data.get("email"), "name": name}

    def extract_extra_data(self, data):
        return {key: data[key] for key in KEPT if key in data}
