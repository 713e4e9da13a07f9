"""Values nobody should send, as they travel in an address; and what a decent refusal looks like."""

import json
import re
from zlib import crc32

import pytest
from django.urls import reverse

from surveys.answering.device import cookie_name
from surveys.answering.keys import new_key
from surveys.answering.starting import begin
from surveys.models import Survey
from tests.laws.all_access import FACTORIES, ROWS

ODD = {
    "nothing": "",
    "NUL": "%00",
    "NUL inside": "sa%00lon",
    "ten kilobytes": "x" * 10_000,
    "many words": "+".join(f"mot{n}" for n in range(40)),
    "lone surrogate": "%ED%A0%80",
    "not UTF-8": "%FF%FE",
    "bare percent": "%",
    "negative": "-1",
    "huge": "9" * 40,
    "infinite": "1e999",
    "digits of elsewhere": "%D9%A3",
    "superscript": "%C2%B2",
    "right to left": "%E2%80%AE%D7%A9%D7%9C",
    "zero width": "%E2%80%8B",
    "control": "%02q%03",
    "line break": "a%0D%0ASet-Cookie:+x",
    "SQL": "%27%20OR%201%3D1%3B--",
    "LIKE": "%25_%5C",
    "HTML": "%3Cscript%3Ealert(1)%3C/script%3E",
    "template": "%7B%7Bsettings.SECRET_KEY%7D%7D",
    "tsquery": "%22a%20%26%20!%20(%20%7C%20-%22",
    "emoji": "%F0%9F%A7%80",
}
# Sent to each address each time; of the rest, a share that its name draws. `make verify` sends all.
ALWAYS = {"nothing", "NUL", "NUL everywhere", "not UTF-8", "HTML"}
SHARE = 4
EVERY = pytest.mark.parametrize(
    "every", [False, pytest.param(True, marks=pytest.mark.slow)], ids=["some", "all"]
)
ENGLISH = re.compile(
    r"\b(Invalid|not found|Not Found|Bad Request|does not|This field|Forbidden|required)\b"
)


def drawn(name: str, odd: dict, every: bool) -> dict:
    """What of `odd` is sent to that address."""
    mine = set(list(odd)[crc32(name.encode()) % SHARE :: SHARE])
    return {label: one for label, one in odd.items() if every or label in ALWAYS | mine}


def rows() -> dict[str, str]:
    """{address's name: its factory}, each once, whatever the method."""
    return {key.split()[-1]: factory for key, (factory, _) in ROWS.items() if not key.endswith("*")}


def address(name: str, world) -> str:
    factory = rows()[name]
    return reverse(name, kwargs=FACTORIES[factory](world) if factory else {})


def who_reaches(name: str) -> str:
    """The role whose request goes the furthest: the form itself, rather than a refusal at its door."""
    _, told = ROWS.get(f"POST {name}") or ROWS[name]
    return "coordinator" if told.split()[1:2] == ["403"] else "officer"


def begun_everywhere() -> dict[str, str]:
    """Cookies of a device that has begun to answer every open survey."""
    keys = {survey: new_key() for survey in Survey.objects.filter(state="open", open_link=True)}
    for survey, key in keys.items():
        begin(survey, key)
    return {cookie_name(survey): key for survey, key in keys.items()}


def indecent(response) -> str:
    """What is wrong with this answer to an odd request; "" when it is decent."""
    if response.status_code >= 500:
        return f"{response.status_code}"
    body, kind = response.getvalue(), response.get("Content-Type", "")
    if b"<script>alert(1)" in body and "json" not in kind:
        return "the HTML sent comes back alive"
    if response.status_code < 400 or not body:
        return ""
    text = body.decode()
    if "json" in kind:
        told = json.dumps(json.loads(text), ensure_ascii=False)
    elif "text/plain" in kind:
        told = text
    elif 'lang="fr"' in text and "<h1" in text:
        told = text.split("<main", 1)[1]
    else:
        return f"{response.status_code} without a French page: {text[:80]!r}"
    words = re.sub(r"<[^>]*>", " ", told)
    return f"{response.status_code} in English" if ENGLISH.search(words) else ""
