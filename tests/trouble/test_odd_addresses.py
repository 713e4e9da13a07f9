"""Every address with every odd value: never an error of ours, and what is refused is refused in French."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.laws import access_world
from tests.laws.shared_world import BACKEND, arguments, browser, by_factory, cookies, fixtures
from tests.practices import factories as practices
from tests.practices import workflow
from tests.trouble.odd import EVERY, ODD, address, drawn, indecent, rows

MONTAGE = ("cout", "pays", "l0-montant", "l0-fait")
# What each address reads in its querystring; the others are asked all of these at once.
READ = {
    "practices:list": ["q", "page", "tri", "format", "categorie", "region"],
    "practices:feed": ["q", "categorie"],
    "api:practice-list": ["q", "page", "par_page", "tri", "annee"],
    "practices:resembling": ["titre", "sauf"],
    "partnerships:suggestions": ["type", "q"],
    "territories:suggestions": ["q", "scope"],
    "moderation:queue": ["q", "etat", "departement", "page"],
    "moderation:mine": ["page"],
    "moderation:versions": ["ancienne", "nouvelle"],
    "practices:edit_part": ["ajouter", "erreurs"],
    "moderation:media": ["apercu"],
    "people:people": ["q", "page"],
    "people:memberships": ["page"],
    "account_login": ["next"],
    "funding:list": ["statut"],
    "funding:calendar": ["statut"],
    "api:funding-list": ["statut"],
    "funding:montage": [*MONTAGE],
    "surveys:list": ["etat", "page"],
    "surveys:desk": ["etat", "page"],
    "surveys:questionnaire": ["ouverte"],
    "campaign:list": ["etat", "q", "page"],
    "intake:columns": ["sort", "page"],
    "texts:list": ["theme", "page"],
    "results:page": ["par"],
    "results:analysis": ["selon"],
    "results:respondents": ["page"],
    "followup:feed": ["besoin"],
    "followup:compare": ["par"],
}
EVERYTHING = sorted({name for names in READ.values() for name in names})
# With these said right, the odd one is reached.
COMPANY = {
    ("partnerships:suggestions", "q"): "&type=acteur",
    ("territories:suggestions", "q"): "&scope=tout",
    **{("funding:montage", name): "&l1-nom=A&l1-part=5" for name in MONTAGE[:1]},
    **{("funding:montage", name): "&cout=10&l0-nom=A" for name in MONTAGE[1:]},
}


def make_world():
    made = access_world.make_world()
    workflow.draft(made.officer)
    practices.practice()
    return made


lasting_world, world = fixtures(make_world)
__all__ = ["arguments", "cookies"]


def signed_in(cookies, role: str = "administrator"):
    return browser(cookies, role, raise_request_exception=False)


def querystrings(name: str, every: bool):
    """(what is odd, the querystring); all at once for an address that should read none of it."""
    values = list(ODD.values())
    for turn in range(2) if every else [len(name) % 2]:
        odd = values[turn:] + values[:turn]
        yield f"turn {turn}", "&".join(f"{p}={v}" for p, v in zip(EVERYTHING, odd, strict=False))
    for parameter in READ.get(name, ()):
        company = COMPANY.get((name, parameter), "")
        for label, odd in drawn(f"{name} {parameter}", ODD, every).items():
            yield f"{parameter}: {label}", f"{parameter}={odd}{company}"
        yield f"{parameter}: array", f"{parameter}[]=1&{parameter}[0]=1{company}"
        yield f"{parameter}: repeated", f"{parameter}=1&{parameter}=2{company}"
        yield f"{parameter}: hundredfold", "&".join([f"{parameter}=1"] * 100) + company


@EVERY
@pytest.mark.parametrize(("arguments", "name"), by_factory(rows()), indirect=["arguments"])
def test_an_odd_querystring_is_answered_or_refused_in_french(
    world, cookies, arguments, name, every
):
    own = name.startswith(("account", "people:leave"))
    client = signed_in(cookies, "officer" if own else "administrator")
    where = reverse(name, kwargs=arguments)
    found = [
        f"{label}: {wrong}"
        for label, query in querystrings(name, every)
        if (wrong := indecent(client.get(f"{where}?{query}")))
    ]
    assert found == []


def test_a_querystring_of_two_thousand_names(world, cookies):
    query = "&".join(f"nom{n}=1" for n in range(2_000))
    client = signed_in(cookies)
    for name in ("home", "practices:list", "moderation:queue", "api:practice-list"):
        assert indecent(client.get(f"{address(name, world)}?{query}")) == ""


ODD_PATHS = [
    f"/{form.format(odd)}"
    for odd in [*ODD.values(), "..", "%2e%2e%2f%2e%2e%2fetc%2fpasswd", "%2F", "a" * 300]
    if odd
    for form in (
        "{}",
        "pratiques/{}/",
        "pratiques/{}/brief.pdf",
        "pratiques/{}/modifier/",
        "pratiques/{}/verifier/",
        "contributions/{}/",
        "contributions/{}/versions/9999999999999999999999/reprendre/",
        "moderation/{}/",
        "medias/{}/a.pdf",
        "medias/6e9b1a3e-6a39-4f0e-9d38-0d2f6d6f6a11/{}",
        "apercu/{}/",
        "api/v1/pratiques/{}/",
        "api/v1/{}",
        "static/{}",
        "compte/territoires/{}/",
    )
]


def test_an_odd_path_is_refused_in_french(world, cookies):
    client = signed_in(cookies)
    found = [f"{path[:60]}: {wrong}" for path in ODD_PATHS if (wrong := indecent(client.get(path)))]
    assert found == []


def test_an_odd_header_changes_nothing(world, cookies, settings):
    settings.SESSION_ENGINE = "django.contrib.sessions.backends.db"
    client = Client(raise_request_exception=False)
    client.force_login(world.officer, BACKEND)
    for headers in (
        {"Accept-Language": "xx;q=9, %s" % ("a" * 9_000)},
        {"Accept": "application/x-%s" % ("b" * 300)},
        {"Cookie": "sessionid=%s; csrftoken=é; theme=<x>" % ("z" * 4_000)},
        {"If-None-Match": "\u00ff" * 50},
        {"If-Modified-Since": "hier"},
        {"Range": "bytes=9-1,-"},
        {"X-Autosave": "1"},
        {"HX-Request": "true", "HX-Current-URL": "http://[::"},
        {"X-Forwarded-For": "x, ::1, 999.1.1.1"},
        {"X-Forwarded-Host": "ailleurs.example"},
    ):
        for name in ("home", "practices:list", "practices:propose", "api:practice-list"):
            answer = client.get(address(name, world), headers=headers)
            assert indecent(answer) == "", (name, headers)
            assert b"ailleurs.example" not in answer.getvalue()
