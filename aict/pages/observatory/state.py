"""Everything the observatory shows for a selection of practices."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext as _

from aict.listing import selection
from aict.listing.page import read_page
from aict.pages.observatory import coverage, tables
from aict.pages.observatory.tables import Counted, Table
from aict.territories.scenes import FRANCE, WORLD, Scene
from partnerships.map.drawing import Drawing, drawn, shade
from practices.listing import PRACTICES
from practices.models import Practice

MOST_COUNTRIES, MOST_MODALITIES = 15, 12


@dataclass(frozen=True)
class State:
    selection: selection.Selection
    counted: Counted
    practices: QuerySet

    @property
    def version(self) -> tuple:
        """What tells this state from another: the rows of the list, the territories, what is asked."""
        seen = self.counted.snapshot
        asked = self.selection.query()
        return "observatory", seen.epoch, seen.stamp, coverage.territories(), asked

    def tables(self) -> dict[str, Table]:
        """By the word that names each one in addresses."""
        counted, words = self.counted, PRACTICES.labels()
        made = [
            tables.simple(counted, "categories", _("Par catégorie"), _("Catégorie"), "categorie", words["categorie"]),
            tables.crossed(counted, "modalites", _("Par modalité d’action"), _("Modalité d’action"), "modalite", words["modalite"]),
            tables.crossed(counted, "niveaux", _("Par niveau de collectivité"), _("Niveau"), "niveau", words["niveau"]),
            tables.crossed(counted, "groupes", _("Par groupe de pays"), _("Groupe de pays"), "groupe", words["groupe"]),
            tables.simple(counted, "pays", _("Pays partenaires"), _("Pays"), "pays", words["pays"], 400),
            tables.simple(counted, "odd", _("Par objectif de développement durable"), _("Objectif"), "odd", words["odd"], 17),
            tables.simple(counted, "preuves", _("Comment on le sait"), _("Niveau de preuve"), "preuve", words["preuve"]),
            tables.simple(counted, "regions", _("Par région"), _("Région"), "region", words["region"], 40),
            tables.simple(counted, "departements", _("Par département"), _("Département"), "departement", words["departement"], 120),
        ]  # fmt: skip
        return {table.slug: table for table in made}

    def covered(self) -> list[coverage.Covered]:
        return coverage.by_level(self.practices)

    def limits(self) -> list[str]:
        return coverage.limits(self.counted, self.practices)

    def map_of(self, scene: Scene) -> Drawing:
        """Départements, or countries, darker where more practices are known."""
        found = self.counted.values("departement" if scene is FRANCE else "pays")
        shades = [(code, shade(n)) for code, n in sorted(found.items()) if n and drawn(code, scene)]
        return Drawing(scene, shades, [], [], scene is FRANCE, BOXES[scene.name], 0)


BOXES = {WORLD.name: "700 180 9300 4480", FRANCE.name: FRANCE.box}


def state_of(data: QueryDict) -> State:
    """What the querystring of the list of practices selects. Raises BadParameterError."""
    asked = selection.read(PRACTICES, data)
    page = read_page(PRACTICES, selection.Selection(asked.q, asked.values))
    rows = PRACTICES.narrow(Practice.objects.published(), asked.values, page.answer.node)

    def address(filters: Mapping[str, str]) -> str:
        kept = [(name, value) for name, value in asked.pairs() if name not in filters]
        return f"/pratiques/?{urlencode([*kept, *filters.items()])}"

    return State(asked, Counted(page.snapshot, page.found, address), rows)


CHOICES = ("categorie", "nature", "region", "annee")


def choices(asked: selection.Selection, counted: Counted) -> list[dict]:
    """The filters offered on the page: only values that a practice carries."""
    snapshot, found = counted.snapshot, []
    for name in CHOICES:
        words = PRACTICES.labels()[name]
        used = {v for v, bits in snapshot.bits.get(name, {}).items() if bits & snapshot.alive}
        options = [(value, label) for value, label in words.items() if value in used]
        chosen = asked.values.get(name, ("",))[0]
        found.append(
            {
                "name": name,
                "title": PRACTICES.facet(name).title,
                "options": options,
                "chosen": chosen,
            }
        )
    return found
