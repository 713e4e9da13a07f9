"""Production's settings, stricter: see tests/strict/."""

import os

os.environ.setdefault("DEBUG", "True")
os.environ.setdefault("SECRET_KEY", "tests")

from aict.settings import *  # noqa: F403
from aict.settings import BASE_DIR, DATABASES, INSTALLED_APPS, MIDDLEWARE, TEMPLATES
from tests.strict.templates import Undefined

INSTALLED_APPS = [*INSTALLED_APPS, "zeal"]
MIDDLEWARE = ["tests.strict.reads.refuse_writes", "zeal.middleware.zeal_middleware", *MIDDLEWARE]
ZEAL_RAISE = True
# Libraries fetch the signed-in person again; such a second reading is theirs to spare.
ZEAL_ALLOWLIST = [
    {"model": "people.User", "field": "get()"},
    {"model": "sessions.Session", "field": "get()"},
    {"model": "account.EmailAddress", "field": "get()"},
    # Two texts compared are two forms bound: each looks its own references up.
    {"model": "territories.Territory", "field": "get()"},
    {"model": "taxonomies.Service", "field": "get()"},
    {"model": "taxonomies.ActorType", "field": "get()"},
    {"model": "territories.Country", "field": "get()"},
]
TEMPLATES[0]["OPTIONS"]["string_if_invalid"] = Undefined(BASE_DIR)

# Rate limits and counters start anew with each test, and stay in this process.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# Static files straight from their folders: nothing is collected before tests.
WHITENOISE_AUTOREFRESH = WHITENOISE_USE_FINDERS = True
# No test pulls the plug on this server: a commit need not wait for the disk.
DATABASES["default"]["OPTIONS"]["options"] = "-c synchronous_commit=off"
