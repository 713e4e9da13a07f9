"""Every setting, read from the environment. `docs/DEPLOIEMENT.md` lists the variables."""

import secrets
import tempfile
from importlib.util import find_spec
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured
from environs import Env

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = BASE_DIR / "var"

env = Env()
DATABASE_URL = env.str("DATABASE_URL", "")
DEBUG = env.bool("DEBUG", not DATABASE_URL)
# Demonstration data are loaded and announced on every page that shows them.
DEMO = env.bool("DEMO", DEBUG)


def development_secret() -> str:
    """A key kept under var/, so that sessions survive a restart in development. Written whole or not at
    all: a full disk leaves no empty key behind."""
    path = VAR_DIR / "secret-key"
    if not path.exists() or not path.stat().st_size:
        path.parent.mkdir(exist_ok=True)
        descriptor, draft = tempfile.mkstemp(dir=path.parent)
        try:
            with open(descriptor, "w") as file:
                file.write(secrets.token_urlsafe(50))
            Path(draft).replace(path)
        finally:
            Path(draft).unlink(missing_ok=True)
    return path.read_text()


SECRET_KEY = env.str("SECRET_KEY", "") or (development_secret() if DEBUG else "")
if not SECRET_KEY:
    raise ImproperlyConfigured("SECRET_KEY est obligatoire quand DEBUG=False.")
if not DEBUG and not DATABASE_URL:
    raise ImproperlyConfigured("DATABASE_URL est obligatoire quand DEBUG=False.")

ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", ["*"] if DEBUG else [])
CSRF_TRUSTED_ORIGINS: list[str] = env.list("CSRF_TRUSTED_ORIGINS", [])
SITE_URL = env.str("SITE_URL", "http://127.0.0.1:8000")
SITE_NAME = "AICT éco"
PUBLISHER = env.str("PUBLISHER", "l’équipe AICT éco")
# Name and address of the host, as the law asks to publish them.
HOSTING = env.str("HOSTING", "Hébergeur à préciser (variable HOSTING).")
CONTACT_EMAIL = env.str("CONTACT_EMAIL", "contact@aict-eco.example")

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "csp",
    "django_filters",
    "django_htmx",
    "drf_spectacular",
    "lucide",
    "procrastinate.contrib.django",
    "rest_framework",
    "taggit",
    "aict.backup",
    "aict.ui",
    "aict.taxonomies",
    "aict.territories",
    "aict.people",
    "aict.moderation",
    "aict.search",
    "aict.listing",
    "aict.imports",
    "aict.links",
    "aict.alerts",
    "aict.dynamic",
    "partnerships",
    "surveys",
    "surveys.campaign",
    "surveys.intake",
    "surveys.texts",
    "surveys.results",
    "surveys.followup",
    "practices",
    "practices.sheets",
    "practices.publications",
    "practices.events",
    "practices.lessons",
    "practices.exchange",
    "practices.dossiers",
    "aict.pages",
    "aict.api",
    "aict.bench",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]

ROOT_URLCONF = "aict.urls"
WSGI_APPLICATION = "aict.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

EMBEDDED_PG_ROOT = VAR_DIR / "postgresql"
if DATABASE_URL:
    DATABASES = {"default": env.dj_db_url("DATABASE_URL")}
else:
    from aict import embedded_pg

    DATABASES = {
        "default": {
            "ENGINE": "aict.db.postgresql",
            "NAME": "aict",
            "USER": "aict",
            "HOST": str(embedded_pg.Server(EMBEDDED_PG_ROOT).socket_dir),
        }
    }
DATABASES["default"].setdefault("OPTIONS", {})
if env.bool("DATABASE_POOL", not DEBUG):
    DATABASES["default"]["OPTIONS"]["pool"] = {"min_size": 1, "max_size": 8}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache",
    }
}
SESSION_ENGINE = "django.contrib.sessions.backends.db"

AUTH_USER_MODEL = "people.User"
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ["email", "name"]},
    },
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "moderation:mine"
# How many proxies of ours stand in front: without it, every visitor would share one rate limit.
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXY_COUNT", 0)
ACCOUNT_ADAPTER = "aict.people.adapters.AccountAdapter"
ACCOUNT_FORMS = {
    "signup": "aict.people.forms.SignupForm",
    "login": "aict.people.sign_in_forms.LoginForm",
    "request_login_code": "aict.people.sign_in_forms.RequestLoginCodeForm",
    "confirm_login_code": "aict.people.sign_in_forms.ConfirmLoginCodeForm",
    "confirm_email_verification_code": "aict.people.sign_in_forms.ConfirmEmailForm",
    "change_email": "aict.people.sign_in_forms.ChangeEmailForm",
    "add_email": "aict.people.sign_in_forms.AddEmailForm",
    "reset_password": "aict.people.sign_in_forms.ResetPasswordForm",
    "confirm_password_reset_code": "aict.people.sign_in_forms.ConfirmPasswordResetForm",
    "reset_password_from_key": "aict.people.sign_in_forms.ResetPasswordKeyForm",
    "change_password": "aict.people.sign_in_forms.ChangePasswordForm",
    "set_password": "aict.people.sign_in_forms.SetPasswordForm",
    "reauthenticate": "aict.people.sign_in_forms.ReauthenticateForm",
}
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
# The password is optional: whoever has none signs in by code.
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1"]
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = f"[{SITE_NAME}] "
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 15 * 60
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_CHANGE = True
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = True
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 15 * 60
ACCOUNT_PASSWORD_RESET_BY_CODE_ENABLED = True
ACCOUNT_PASSWORD_RESET_BY_CODE_TIMEOUT = 15 * 60
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_FORMS = {
    "authenticate": "aict.people.sign_in_forms.AuthenticateForm",
    "reauthenticate": "aict.people.sign_in_forms.ReauthenticateCodeForm",
    "activate_totp": "aict.people.sign_in_forms.ActivateTOTPForm",
    "add_webauthn": "aict.people.key_forms.AddKeyForm",
    "edit_webauthn": "aict.people.key_forms.EditKeyForm",
}
MFA_TOTP_ISSUER = SITE_NAME
# Browsers accept keys on http://localhost only, never on a bare address such as 127.0.0.1.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = DEBUG
SOCIALACCOUNT_ADAPTER = "aict.people.adapters.SocialAccountAdapter"
# A plain link: form-action 'self' would stop a form that ends at the provider's.
SOCIALACCOUNT_LOGIN_ON_GET = True
SOCIALACCOUNT_PROVIDERS = {}
if env.str("PROCONNECT_CLIENT_ID", ""):
    SOCIALACCOUNT_PROVIDERS["proconnect"] = {
        "APP": {
            "name": "ProConnect",
            "client_id": env.str("PROCONNECT_CLIENT_ID"),
            "secret": env.str("PROCONNECT_CLIENT_SECRET"),
            "settings": {
                "server_url": env.str("PROCONNECT_SERVER_URL"),
                "scope": ["openid", "given_name", "usual_name", "email", "siret"],
                "auth_params": {"acr_values": "eidas1"},
            },
        }
    }

LANGUAGE_CODE = "fr"
LANGUAGES = [("fr", "Français"), ("en", "English")]
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "Europe/Paris"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
# Leaflet's files come inside a package whose application (tiles of other hosts) is not installed.
LEAFLET = Path(find_spec("leaflet").origin).parent / "static" / "leaflet"  # type: ignore[union-attr, arg-type]
STATICFILES_DIRS = [BASE_DIR / "static", ("leaflet", LEAFLET)]
MEDIA_ROOT = Path(env.str("MEDIA_ROOT", str(VAR_DIR / "medias")))
MEDIA_URL = "/medias/"
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
# Nothing we take weighs more (attachments 10 MB, spreadsheets to import 20 MB).
UPLOAD_MAX_SIZE = 25 * 1024 * 1024
FILE_UPLOAD_HANDLERS = [
    "aict.moderation.uploads.Bounded",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "aict.storage.StaticStorage"
    },
}

# smtp://user:password@host:587/?tls=True, console:// … or EMAIL_BACKEND for a provider of anymail,
# whose keys are in ANYMAIL as JSON. Without any, mails of development are read at
# /compte/courrier-local/, an address that production never has.
MAIL_CONFIGURED = bool(env.str("EMAIL_URL", "") or env.str("EMAIL_BACKEND", ""))
LOCAL_MAIL = DEBUG and not MAIL_CONFIGURED
LOCAL_MAIL_ROOT = VAR_DIR / "courrier"
MAIL = env.dj_email_url("EMAIL_URL", "console://")
EMAIL_BACKEND = env.str(
    "EMAIL_BACKEND", "aict.mailbox.Backend" if LOCAL_MAIL else MAIL["EMAIL_BACKEND"]
)
EMAIL_HOST, EMAIL_PORT = MAIL["EMAIL_HOST"] or "localhost", MAIL["EMAIL_PORT"] or 25
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = (
    MAIL["EMAIL_HOST_USER"] or "",
    MAIL["EMAIL_HOST_PASSWORD"] or "",
)
EMAIL_USE_TLS, EMAIL_USE_SSL = MAIL["EMAIL_USE_TLS"], MAIL["EMAIL_USE_SSL"]
EMAIL_TIMEOUT = 15
ANYMAIL = env.json("ANYMAIL", {})
if EMAIL_BACKEND.startswith("anymail."):
    INSTALLED_APPS.append("anymail")  # its checks; it loads a whole HTTP client
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", "AICT éco <ne-pas-repondre@aict-eco.example>")

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
    }
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
# Behind a reverse proxy that speaks HTTPS; HTTPS_ONLY=False serves a test or a bench without one.
HTTPS_ONLY = env.bool("HTTPS_ONLY", not DEBUG)
SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS_ONLY
SECURE_REDIRECT_EXEMPT = [r"^sante/$"]
SECURE_HSTS_SECONDS = env.int("HSTS_SECONDS", 30 * 24 * 3600) if HTTPS_ONLY else 0
# Other sites may live below our name: we promise nothing for them.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

REST_FRAMEWORK = {
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.AllowAny"],
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "DEFAULT_FILTER_BACKENDS": ["django_filters.rest_framework.DjangoFilterBackend"],
    "UNAUTHENTICATED_USER": None,
}
SPECTACULAR_SETTINGS = {
    "TITLE": "AICT éco",
    "DESCRIPTION": "Ce que font les collectivités françaises à l’international pour leur économie.",
    "VERSION": "1",
    "SERVE_INCLUDE_SCHEMA": False,
    "POSTPROCESSING_HOOKS": [
        "drf_spectacular.hooks.postprocess_schema_enums",
        "aict.api.schema.describe_filters",
    ],
}
