"""Links of the tests. The dirty file, data/liens-sales.csv, is in Windows-1252 with semicolons: repeated
pairs, two French sides, countries that are no more, a former commune, English names, namesakes."""

from pathlib import Path

from aict.imports.models import ImportRow, ImportRun
from aict.territories.models import Territory
from partnerships.imports import running
from tests.people import factories as people

DIRTY = Path(__file__).parent / "data" / "liens-sales.csv"
HEADINGS = ("commune", "département", "ville partenaire", "pays")
COUNTRIES = {
    "GB": ("Royaume-Uni", ["United Kingdom"], ["ocde"]),
    "DE": ("Allemagne", ["Germany"], ["ue", "ocde"]),
    "CZ": ("Tchéquie", ["Czechia"], ["ue", "ocde"]),
    "SK": ("Slovaquie", [], ["ue"]),
    "SZ": ("Eswatini", ["Swaziland"], ["apd"]),
    "ML": ("Mali", [], ["apd"]),
}
# code: name, département, population, point, other names
COMMUNES = {
    "38185": ("Grenoble", "38", 156_140, (45.18, 5.72), []),
    "59183": ("Dunkerque", "59", 86_263, (51.03, 2.38), ["Dunkirk"]),
    "91228": ("Évry-Courcouronnes", "91", 66_919, (48.62, 2.43), []),
    "89162": ("Évry", "89", 402, (48.31, 3.27), []),
    "93070": ("Saint-Ouen-sur-Seine", "93", 53_615, (48.91, 2.33), ["Saint-Ouen"]),
    "41226": ("Saint-Ouen", "41", 3_041, (47.81, 1.08), []),
    "80711": ("Saint-Ouen", "80", 1_772, (50.04, 2.12), []),
    "44213": ("Loireauxence", "44", 7_587, (47.43, -1.03), []),
}
# GeoNames identifier: name, country, population, point, other names
TOWNS = {
    "2640729": ("Oxford", "GB", 171_380, (51.752, -1.258), []),
    "2844588": ("Rostock", "DE", 198_293, (54.089, 12.140), []),
    "2951825": ("Bayreuth", "DE", 73_065, (49.948, 11.578), []),
    "3078610": ("Brno", "CZ", 369_559, (49.195, 16.608), []),
    "934985": ("Mbabane", "SZ", 76_218, (-26.317, 31.133), []),
    "2638671": ("Salford", "GB", 72_750, (53.488, -2.290), []),
    "2907911": ("Heidelberg", "DE", 143_345, (49.408, 8.691), []),
    "2900001": ("Neustadt", "DE", 5_000, (50.0, 9.0), []),
    "2900002": ("Neustadt", "DE", 6_000, (53.0, 11.0), []),
}  # fmt: skip


def references() -> None:
    """What the dirty file names."""
    for code, (name, others, groups) in COUNTRIES.items():
        people.country(code, name, other_names=others, groups=groups, name_en=(others or [""])[0])
    france = people.country()
    for number in sorted({row[1] for row in COMMUNES.values()}):
        people.territory("departement", number, f"Département {number}")
    for code, (name, inside, population, point, others) in COMMUNES.items():
        departement = Territory.objects.get(key=f"departement-{inside}")
        place("commune", code, name, france, population, point, others, departement=departement)
    for code, (name, country, population, point, others) in TOWNS.items():
        abroad = people.country(country)
        place("etranger", code, name, abroad, population, point, others, kind="ville")
    people.territory(
        "commune",
        "44213D",
        "Varades",
        kind="deleguee",
        is_authority=False,
        valid_to="2016-01-01",
        successor=Territory.objects.get(key="commune-44213"),
    )


def place(level, code, name, country, population, point, others, **more) -> None:
    latitude, longitude = point
    people.territory(
        level,
        code,
        name,
        country=country,
        population=population,
        weight=population,
        latitude=latitude,
        longitude=longitude,
        other_names=others,
        **more,
    )


def csv_of(*rows, headings=HEADINGS) -> bytes:
    return "\n".join(";".join(str(cell) for cell in row) for row in (headings, *rows)).encode()


def imported(content: bytes, by=None, store=True, name="liens.csv", source="Essai") -> ImportRun:
    run = ImportRun.objects.create(
        kind=running.KIND,
        state=ImportRun.State.IMPORTING,
        file_name=name,
        source=source,
        by=by,
    )
    running.carry_out(run, content, store)
    run.refresh_from_db()
    return run


def row(run: ImportRun, number: int) -> ImportRow:
    return run.rows.get(number=number)


def fates(run: ImportRun) -> dict[int, str]:
    return dict(run.rows.values_list("number", "status"))
