"""Production's settings, with addresses that serve as limits, and static files as they are."""

from aict.settings import *  # noqa: F403
from aict.settings import STORAGES

ROOT_URLCONF = "aict.bench.urls"
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
