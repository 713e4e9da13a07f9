"""The repeatable parts of a fiche, each in the order in which it was written."""

from typing import Self

from django.db import models

from aict.taxonomies.models import ActorType, Modality
from partnerships.models import Actor, Funding
from practices.models import Practice
from practices.sheets.models.sheet import Sheet


class SheetBlock(models.Model):
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        abstract = True
        ordering = ["order", "pk"]

    @classmethod
    def of(cls, told: dict) -> Self | None:
        """A row that is not saved, from what its author has told so far; None while the page it
        names is unknown."""
        needed = [f.name for f in cls._meta.fields if f.is_relation and not f.null]
        missing = [name for name in needed if name != "sheet" and not told.get(name)]
        known = {name: value for name, value in told.items() if value is not None}
        return None if missing else cls(**known)


def of_sheet(name: str) -> models.ForeignKey:
    return models.ForeignKey(Sheet, models.CASCADE, related_name=name)


class SheetFact(SheetBlock):
    """A figure or a fact: never without its source and its two dates."""

    sheet = of_sheet("facts")
    text = models.CharField("fait ou chiffre", max_length=300)
    when = models.CharField("date de la donnée", max_length=40)
    source = models.CharField("source", max_length=200)
    url = models.URLField("adresse de la source", blank=True)
    read_on = models.DateField("lu le")

    def __str__(self):
        return self.text


class SheetTool(SheetBlock):
    sheet = of_sheet("tools")
    name = models.CharField("outil", max_length=120)
    use = models.CharField("à quoi cela sert", max_length=300)
    cost = models.CharField("coût", max_length=120, blank=True)
    delay = models.CharField("délai", max_length=80, blank=True)
    modality = models.ForeignKey(
        Modality, models.PROTECT, null=True, blank=True, verbose_name="modalité d’action"
    )

    def __str__(self):
        return self.name


class SheetStep(SheetBlock):
    sheet = of_sheet("steps")
    title = models.CharField("étape", max_length=120)
    text = models.TextField("ce que l’on fait", max_length=600)
    duration = models.CharField("durée", max_length=60, blank=True)

    def __str__(self):
        return self.title


class SheetActor(SheetBlock):
    class Lead(models.TextChoices):
        RI = "ri", "Relations internationales"
        ECO = "eco", "Développement économique"
        BOTH = "ensemble", "Les deux ensemble"

    sheet = of_sheet("actors")
    name = models.CharField("acteur", max_length=200)
    actor = models.ForeignKey(Actor, models.SET_NULL, null=True, blank=True, related_name="+")
    actor_type = models.ForeignKey(
        ActorType, models.PROTECT, null=True, blank=True, verbose_name="type"
    )
    brings = models.CharField("ce qu’on lui demande", max_length=200)
    lead = models.CharField("qui l’appelle", max_length=10, choices=Lead.choices)

    def __str__(self):
        return self.name


class SheetLaw(SheetBlock):
    sheet = of_sheet("laws")
    reference = models.CharField("texte", max_length=120)
    says = models.CharField("ce qu’il dit", max_length=300)
    url = models.URLField("adresse", blank=True)

    def __str__(self):
        return self.reference


class SheetFunding(SheetBlock):
    sheet = of_sheet("funding_lines")
    source = models.CharField("financement", max_length=200)
    funding = models.ForeignKey(Funding, models.SET_NULL, null=True, blank=True, related_name="+")
    note = models.CharField("pour quoi", max_length=200, blank=True)

    def __str__(self):
        return self.source


class SheetExample(SheetBlock):
    """A practice that is quoted. Withdrawn, it stays here: the fiche says since when."""

    sheet = of_sheet("examples")
    practice = models.ForeignKey(Practice, models.CASCADE, related_name="+")
    note = models.CharField("ce que l’on y apprend", max_length=200)

    def __str__(self):
        return str(self.practice)


class SheetQuestion(SheetBlock):
    sheet = of_sheet("questions")
    question = models.CharField("question", max_length=200)
    answer = models.CharField("réponse courte", max_length=300)

    def __str__(self):
        return self.question


class SheetFaq(SheetBlock):
    sheet = of_sheet("faq")
    question = models.CharField("question", max_length=200)
    answer = models.TextField("réponse", max_length=600)

    def __str__(self):
        return self.question


class SheetTerm(SheetBlock):
    sheet = of_sheet("terms")
    term = models.CharField("mot", max_length=80)
    definition = models.CharField("définition", max_length=300)

    def __str__(self):
        return self.term


class SheetReference(SheetBlock):
    sheet = of_sheet("references")
    title = models.CharField("titre", max_length=200)
    note = models.CharField("ce que l’on y trouve", max_length=200, blank=True)
    url = models.URLField("adresse", blank=True)

    def __str__(self):
        return self.title


# Of the forms' repeatables, and of the sheet's own relations: the same names.
BLOCKS: dict[str, type[SheetBlock]] = {
    "facts": SheetFact,
    "tools": SheetTool,
    "steps": SheetStep,
    "actors": SheetActor,
    "laws": SheetLaw,
    "funding_lines": SheetFunding,
    "examples": SheetExample,
    "questions": SheetQuestion,
    "faq": SheetFaq,
    "terms": SheetTerm,
    "references": SheetReference,
}
