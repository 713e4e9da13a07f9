"""The statements of loader.py."""

INCOMING_COUNTRIES = """
CREATE TEMPORARY TABLE incoming (
  code text, iso3 text, name text, name_en text, other_names text, continent text, region text,
  latitude float, longitude float, population bigint, groups text
) ON COMMIT DROP"""

PUT_COUNTRIES = """
INSERT INTO territories_country AS t
  (code, iso3, name, name_en, other_names, continent, region, latitude, longitude, population, groups)
SELECT code, iso3, name, name_en, coalesce(string_to_array(other_names, '|'), '{}'),
  coalesce(continent, ''), coalesce(region, ''), latitude, longitude, population,
  coalesce(string_to_array(groups, ' '), '{}')
FROM incoming
ON CONFLICT (code) DO UPDATE SET iso3 = excluded.iso3, name = excluded.name,
  name_en = excluded.name_en, other_names = excluded.other_names, continent = excluded.continent,
  region = excluded.region, latitude = excluded.latitude, longitude = excluded.longitude,
  population = excluded.population, groups = excluded.groups
WHERE t IS DISTINCT FROM excluded"""

# Columns that a file lacks keep their default: foreign rows say neither level nor status.
INCOMING = """
CREATE TEMPORARY TABLE incoming (
  level text DEFAULT 'etranger', code text, kind text, name text, other_names text, siren text,
  country text DEFAULT 'FR', departement text, region text, epci text, ept text,
  population integer, weight integer, latitude float, longitude float,
  approximate boolean DEFAULT false, valid_to date, successor text,
  is_authority boolean DEFAULT true, carried_by text, acts_as text, search text,
  key text GENERATED ALWAYS AS (level || '-' || code) STORED,
  wave text GENERATED ALWAYS AS (
    CASE WHEN valid_to IS NOT NULL THEN 'ended' WHEN level = 'etranger' THEN kind ELSE level END
  ) STORED
) ON COMMIT DROP"""

# Parents before children: each statement looks its parents up by key.
WAVES = (
    *("region", "departement", "metropole", "statut-particulier", "epci", "commune"),
    *("ville", "ended"),
)
PARENTS = ("departement", "region", "epci", "ept", "successor")
VALUES = {
    "kind": "coalesce(i.kind, '')",
    "name": "i.name",
    "other_names": "coalesce(string_to_array(i.other_names, '|'), '{}')",
    "siren": "coalesce(i.siren, '')",
    "country_id": "i.country",
    "population": "i.population",
    "weight": "coalesce(i.weight, i.population, 0)",
    "latitude": "i.latitude",
    "longitude": "i.longitude",
    "approximate": "coalesce(i.approximate, false)",
    "is_authority": "i.is_authority",
    "acts_as": "coalesce(string_to_array(i.acts_as, ' '), '{}')",
    "search_name": "split_part(i.search, '|', 1)",
    "search_text": "' ' || replace(i.search, '|', ' | ') || ' |'",
    **{f"{name}_id": f"p_{name}.id" for name in PARENTS},
}


def put_statement() -> str:
    """Made of the names above alone. Inserts one wave, or updates its rows that differ. An end once known keeps its day; a row that
    comes back is current again."""
    mine, new = (", ".join(f"{table}.{name}" for name in VALUES) for table in ("t", "excluded"))
    parents = " ".join(
        f"LEFT JOIN territories_territory p_{name} ON p_{name}.key = i.{name}" for name in PARENTS
    )
    return f"""
INSERT INTO territories_territory AS t (level, code, valid_from, valid_to, {", ".join(VALUES)})
SELECT i.level, i.code, CASE WHEN i.valid_to IS NULL THEN %(since)s::date END, i.valid_to,
  {", ".join(VALUES.values())}
FROM incoming i {parents} WHERE i.wave = %(wave)s
ON CONFLICT (key) DO UPDATE SET {", ".join(f"{name} = excluded.{name}" for name in VALUES)},
  valid_to = CASE WHEN excluded.valid_to IS NOT NULL THEN coalesce(t.valid_to, excluded.valid_to) END
WHERE ({mine}, t.valid_to IS NULL) IS DISTINCT FROM ({new}, excluded.valid_to IS NULL)"""  # noqa: S608


PUT = put_statement()
# Areas come before the authority that carries them.
HAND_OVER = """
UPDATE territories_territory t SET carried_by_id = c.id
FROM incoming i LEFT JOIN territories_territory c ON c.key = i.carried_by
WHERE t.key = i.key AND t.level <> 'etranger' AND t.carried_by_id IS DISTINCT FROM c.id"""

END_MISSING = """
UPDATE territories_territory t SET valid_to = %s
WHERE t.valid_to IS NULL AND t.level <> 'etranger'
  AND NOT EXISTS (SELECT FROM incoming i WHERE i.key = t.key)"""

INDEXES = """
SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index
WHERE indrelid = 'territories_territory'::regclass AND NOT indisunique"""
CHECKS = """
SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint
WHERE conrelid = 'territories_territory'::regclass AND contype IN ('f', 'c')"""
