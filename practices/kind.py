"""A practice as moderation knows it: its parts, how it goes on line and off."""

from aict.listing.publication import listed_kind
from aict.moderation.kinds import Part
from aict.taxonomies.enums import Category, Nature
from aict.taxonomies.models import Service
from aict.territories.models import Territory
from practices import publication
from practices.forms import express, full, rows
from practices.models import Practice


def is_project(data: dict) -> bool:
    return data.get("nature") != Nature.STRATEGY


def is_strategy(data: dict) -> bool:
    return data.get("nature") == Nature.STRATEGY


def is_cooperation(data: dict) -> bool:
    return data.get("category") == Category.COOPERATION


def is_not_cooperation(data: dict) -> bool:
    return not is_cooperation(data)


PARTS = [
    Part(
        "essentiel",
        "L’essentiel",
        "Treize questions, un quart d’heure. Le reste pourra venir plus tard.",
        express.EssentialsForm,
        {},
    ),
    Part(
        "cooperation",
        "Les trois marques d’une coopération",
        "Une coopération se reconnaît à trois marques : un partenariat qui dure, des bénéfices pour "
        "chaque territoire, des acteurs économiques de chaque côté. Sans elles, l’action relève "
        "plutôt de l’internationalisation ou de la promotion.",
        full.CooperationForm,
        {"partners": rows.CooperationPartnerRows},
        is_cooperation,
        required=True,
    ),
    Part(
        "recit",
        "Le récit",
        "D’où vient la demande, ce qui a été fait, étape par étape.",
        full.StoryForm,
        {"objectives": rows.ObjectiveRows, "steps": rows.StepRows},
        is_project,
    ),
    Part(
        "strategie",
        "La stratégie",
        "La délibération, la période, les axes et la façon de les tenir.",
        full.StrategyForm,
        {"objectives": rows.ObjectiveRows, "axes": rows.AxisRows},
        is_strategy,
    ),
    Part(
        "services",
        "Les services",
        "Qui pilote, qui contribue, qui est informé.",
        full.ServicesForm,
        {"services_involved": rows.ServiceRoleRows},
    ),
    Part(
        "partenaires",
        "Les partenaires",
        "Qui a agi, ici et là-bas, et qui en bénéficie.",
        full.PartnersForm,
        {"partners": rows.PartnerRows},
        is_not_cooperation,
    ),
    Part(
        "moyens",
        "Les moyens",
        "Ce que cela coûte, en euros et en temps.",
        full.MeansForm,
        {"funding_lines": rows.FundingLineRows},
    ),
    Part(
        "effets",
        "Les effets",
        "Ce qui a changé, comment on le sait, et ce qui a coincé.",
        full.EffectsForm,
        {"results": rows.ResultRows},
    ),
    Part(
        "transposer",
        "Pour transposer",
        "Ce qu’une autre collectivité doit savoir avant de s’y mettre.",
        full.TransferForm,
        {"transfer_conditions": rows.TransferConditionRows},
    ),
    Part("classement", "Le classement", "Pour être trouvé par qui cherche.", full.FilingForm, {}),
    Part(
        "publication",
        "La publication",
        "Licence, rappel de mise à jour, contact.",
        full.PublicationForm,
        {},
    ),
]


def headline(data: dict) -> dict:
    category = data.get("category")
    return {
        "title": str(data.get("title") or "")[:200],
        "category": category if category in Category.values else "",
        "territory": Territory.objects.filter(key=str(data.get("territory") or "")[:41]).first(),
        "service": Service.objects.filter(slug=str(data.get("service") or "")[:60]).first(),
    }


PRACTICE = listed_kind(
    Practice,
    label="une pratique",
    parts=PARTS,
    publish=publication.publish,
    headline=headline,
    preview_template="practices/preview.html",
    preview=publication.preview,
    resembling=publication.resembling,
    namespace="practices",
    order=0,
)
