"""What the web server runs. Everything is imported before its workers fork, so that they share it."""

import gc
import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "aict.settings")

application = get_wsgi_application()
get_resolver().reverse_dict  # noqa: B018 - reads every address, hence every view
gc.freeze()
