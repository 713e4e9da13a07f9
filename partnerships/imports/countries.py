"""Countries as lists of links name them: in French, in English, by code, and those that are no more."""

from aict.territories.models import Country
from aict.territories.names import normalise

SOVIET = "RU UA BY MD EE LV LT GE AM AZ KZ UZ TM KG TJ"
YUGOSLAV = "RS HR SI BA MK ME XK"
# Names that the reference lacks, and the countries of today where such a place may stand.
OTHERS = {
    "ivory coast": "CI",
    "czech republic": "CZ",
    "turkey": "TR",
    "people s republic of china": "CN",
    "republique populaire de chine": "CN",
    "united states of america": "US",
    "etats unis d amerique": "US",
    "republic of the congo": "CG",
    "democratic republic of the congo": "CD",
    "republic of ireland": "IE",
    "republic of korea": "KR",
    "republic of macedonia": "MK",
    "palestinian national authority": "PS",
    "palestinian territories": "PS",
    "state of palestine": "PS",
    "uk": "GB",
    "england": "GB",
    "scotland": "GB",
    "wales": "GB",
    "northern ireland": "GB",
    "irlande du nord": "GB",
    "great britain": "GB",
    "holland": "NL",
    "hollande": "NL",
    "kingdom of the netherlands": "NL",
    "cape verde": "CV",
    "east timor": "TL",
    "the gambia": "GM",
    "vatican": "VA",
    "birmanie": "MM",
    "burma": "MM",
    "swaziland": "SZ",
    "zaire": "CD",
    "haute volta": "BF",
    "upper volta": "BF",
    "dahomey": "BJ",
    "ceylan": "LK",
    "ceylon": "LK",
    "rhodesie": "ZW",
    "rhodesia": "ZW",
    "perse": "IR",
    "persia": "IR",
    "sahara espagnol": "EH",
    "allemagne de l est": "DE",
    "allemagne de l ouest": "DE",
    "republique democratique allemande": "DE",
    "republique federale d allemagne": "DE",
    "rda": "DE",
    "rfa": "DE",
    "gdr": "DE",
    "east germany": "DE",
    "west germany": "DE",
    "german democratic republic": "DE",
    "prusse": "DE PL",
    "prussia": "DE PL",
    "tchecoslovaquie": "CZ SK",
    "czechoslovakia": "CZ SK",
    "urss": SOVIET,
    "ussr": SOVIET,
    "union sovietique": SOVIET,
    "soviet union": SOVIET,
    "yougoslavie": YUGOSLAV,
    "yugoslavia": YUGOSLAV,
    "serbie et montenegro": "RS ME XK",
    "serbia and montenegro": "RS ME XK",
}

# Where lists and our table may put the same place under two countries: it takes a point to tell.
DISPUTED = {"IL": "PS SY", "MA": "EH", "RU": "UA", "RS": "XK", "CN": "TW"}


def country_names() -> dict[str, tuple[str, ...]]:
    """{normalised name: ISO codes}, read once for a file."""
    found = {name: tuple(codes.split()) for name, codes in OTHERS.items()}
    rows = Country.objects.values_list("code", "iso3", "name", "name_en", "other_names")
    for code, iso3, name, name_en, others in rows:
        for text in (code, iso3, name, name_en, *others):
            if text:
                found.setdefault(normalise(text), (code,))
    return found
