"""Columns that say who answered, or when: what an anonymous survey never keeps."""

import re
from collections.abc import Sequence

from aict.territories.names import normalise

DAY = "date ou heure"
# Reason, then words that a heading holds.
HEADINGS: dict[str, str] = {
    "adresse électronique": "email mail courriel emailaddress e_mail",
    "nom": "nom prenom name firstname lastname fullname username signature participant interlocuteur submitted utilisateur login contact",
    "téléphone": "tel telephone phone phonenumber portable mobile",
    "adresse du réseau": "ip ipaddr ipaddress adresseip",
    "numéro de la réponse": "id uuid instanceid identifiant responseid reponseid seed index token jeton cle key refurl referrer",
    "appareil": "deviceid simserial subscriberid imei useragent navigateur",
    DAY: "date heure horodateur horodatage timestamp datestamp startdate submitdate submission start end debut fin interviewtime today",
    "collectivité": "collectivite commune ville organisme structure employeur siren siret insee cp postal adresse departement organisation mairie etablissement",
    "fonction": "fonction poste metier titre",
    "position": "geolocation gps latitude longitude",
}  # fmt: skip
WORDS = {word: reason for reason, words in HEADINGS.items() for word in words.split()}
TIMER = re.compile(r"(?:\w*time\d*|e mail|mail|ip address)$")
EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
PHONE = re.compile(r"(?<!\d)(?:\+33|0033|0)[\s.-]?[1-9](?:[\s.-]?\d{2}){4}(?!\d)")
PERSON = re.compile(r"\b(?:M\.|Mr|Mme|Mlle|Monsieur|Madame|Dr)\s+[A-ZÀ-Ý]\w+")
CELLS = {
    "adresse électronique": EMAIL,
    "téléphone": PHONE,
    "adresse du réseau": re.compile(r"\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f]{1,4}(?::[0-9a-f]{0,4}){3,7}"),
    "numéro de la réponse": re.compile(r"(?:uuid:)?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}", re.I),
    DAY: re.compile(r"(?:\d{4}-\d\d-\d\d|\d\d/\d\d/\d{4})(?:[ T]\d{1,2}[:h]\d\d.*)?"),
}  # fmt: skip
SAID = {"une adresse électronique": EMAIL, "un numéro de téléphone": PHONE, "un nom": PERSON}


def by_heading(heading: str) -> str:
    """Why a column of that name tells who answered; "" when its name says nothing of the sort."""
    plain = normalise(heading)
    if TIMER.match(plain):
        return DAY if "time" in plain else WORDS["mail" if "mail" in plain else "ip"]
    return next((WORDS[word] for word in plain.split() if word in WORDS), "")


def by_cells(cells: Sequence[str]) -> str:
    """The same from what the column holds: most of its cells are addresses, numbers, dates."""
    filled = [cell.strip() for cell in cells if cell.strip()]
    if not filled:
        return ""
    for reason, pattern in CELLS.items():
        if sum(bool(pattern.fullmatch(cell)) for cell in filled) * 2 > len(filled):
            return reason
    return ""


def named_in(text: str) -> list[str]:
    """What a free text holds that tells of somebody: « une adresse électronique » …"""
    return [words for words, pattern in SAID.items() if pattern.search(text)]
