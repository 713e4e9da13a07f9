"""The repeatable parts of a practice, each in the order in which its author wrote them."""

from django.db import models

from aict.taxonomies.enums import Side
from aict.taxonomies.models import ActorType, Indicator, Service
from aict.territories.models import Country
from partnerships.models import Actor, Funding
from practices.models.practice import Practice


class Block(models.Model):
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        abstract = True
        ordering = ["order", "pk"]


class Objective(Block):
    practice = models.ForeignKey(Practice, models.CASCADE, related_name="objectives")
    text = models.CharField("objectif", max_length=250)

    def __str__(self):
        return self.text


class Step(Block):
    """What was done: a building block somebody else can reuse."""

    practice = models.ForeignKey(Practice, models.CASCADE, related_name="steps")
    title = models.CharField("étape", max_length=120)
    text = models.TextField("ce qui a été fait", max_length=600)
    date = models.CharField("quand", max_length=40, blank=True)
    conditions = models.TextField("conditions de réussite", max_length=300, blank=True)
    lessons = models.TextField("leçons", max_length=300, blank=True)

    def __str__(self):
        return self.title


class ServiceRole(Block):
    class Role(models.TextChoices):
        LEAD = "pilote", "Pilote"
        CONTRIBUTOR = "contributeur", "Contribue"
        INFORMED = "informe", "Est informé"

    practice = models.ForeignKey(Practice, models.CASCADE, related_name="services_involved")
    service = models.ForeignKey(Service, models.PROTECT)
    role = models.CharField("rôle", max_length=12, choices=Role.choices)

    def __str__(self):
        return f"{self.service} : {self.get_role_display()}"


class Partner(Block):
    practice = models.ForeignKey(Practice, models.CASCADE, related_name="partners")
    name = models.CharField("nom", max_length=200)
    actor = models.ForeignKey(Actor, models.SET_NULL, null=True, blank=True, related_name="+")
    actor_type = models.ForeignKey(ActorType, models.PROTECT, null=True, blank=True)
    side = models.CharField("de quel côté", max_length=6, choices=Side.choices)
    country = models.ForeignKey(Country, models.PROTECT, null=True, blank=True)
    role = models.CharField("rôle", max_length=150, blank=True)

    class Meta(Block.Meta):
        verbose_name = "partenaire cité par une pratique"
        verbose_name_plural = "partenaires cités par des pratiques"

    def __str__(self):
        return self.name


class FundingLine(Block):
    practice = models.ForeignKey(Practice, models.CASCADE, related_name="funding_lines")
    source = models.CharField("source", max_length=200)
    funding = models.ForeignKey(Funding, models.SET_NULL, null=True, blank=True, related_name="+")
    amount = models.PositiveBigIntegerField("montant (€)", null=True, blank=True)
    share = models.DecimalField("part (%)", max_digits=5, decimal_places=2, null=True, blank=True)

    def __str__(self):
        return self.source


class Result(Block):
    practice = models.ForeignKey(Practice, models.CASCADE, related_name="results")
    indicator = models.ForeignKey(Indicator, models.PROTECT, null=True, blank=True)
    label = models.CharField("indicateur", max_length=150)
    before = models.DecimalField("avant", max_digits=14, decimal_places=2, null=True, blank=True)
    after = models.DecimalField("après", max_digits=14, decimal_places=2)
    unit = models.CharField("unité", max_length=40, blank=True)
    date = models.CharField("date", max_length=40, blank=True)
    source = models.CharField("source", max_length=200, blank=True)

    def __str__(self):
        return self.label


class Axis(Block):
    practice = models.ForeignKey(Practice, models.CASCADE, related_name="axes")
    title = models.CharField("axe", max_length=150)
    text = models.TextField("contenu", max_length=600, blank=True)

    def __str__(self):
        return self.title


class TransferCondition(Block):
    """A condition a reader's own situation can be tested against."""

    class Variable(models.TextChoices):
        FTE = "etp", "Temps agent (ETP)"
        POPULATION = "population", "Population"
        AGREEMENT = "convention", "Partenaire conventionné"
        CHAMBER = "chambre", "Chambre consulaire impliquée"
        AGENCY = "agence", "Agence de développement"
        PORT = "port", "Port ou aéroport"
        BUDGET = "budget", "Budget annuel (€)"

    class Operator(models.TextChoices):
        AT_LEAST = "gte", "au moins"
        AT_MOST = "lte", "au plus"
        EQUALS = "eq", "est"

    practice = models.ForeignKey(Practice, models.CASCADE, related_name="transfer_conditions")
    variable = models.CharField("variable", max_length=20, choices=Variable.choices)
    operator = models.CharField("opérateur", max_length=5, choices=Operator.choices)
    value = models.CharField("valeur", max_length=60)

    def __str__(self):
        return f"{self.get_variable_display()} {self.get_operator_display()} {self.value}"
