"""A fiche-repère as moderation knows it: written by coordinators, read by two people before it is on
line, open to the proposals of any officer afterwards."""

from django.db.models import Max

from aict.listing import publication
from aict.listing.models import Clock
from aict.moderation.binding import BoundPart
from aict.moderation.kinds import Part
from aict.moderation.models import Contribution
from partnerships.models import Actor, Funding
from practices.sheets.forms import parts as forms
from practices.sheets.forms import rows
from practices.sheets.models import BLOCKS, Sheet
from practices.sheets.reading import preview_of

RESERVED = {"proposer", "exemples-possibles", "flux"}
PARTS = [
    Part(
        "identite",
        "L’identité",
        "De quoi parle la fiche, et où la ranger.",
        forms.IdentityForm,
        {},
    ),
    Part(
        "en-bref",
        "En bref",
        "Ce que retient qui ne lit que trois lignes.",
        forms.BriefForm,
        {},
        required=True,
    ),
    Part(
        "definition",
        "La définition",
        "De quoi parle-t-on, pour qui, à quel moment.",
        forms.DefinitionForm,
        {},
        required=True,
    ),
    Part(
        "pourquoi",
        "Pourquoi s’en saisir",
        "Les enjeux, et des faits sourcés et datés.",
        forms.WhyForm,
        {"facts": rows.FactRows},
        required=True,
    ),
    Part(
        "objectifs",
        "Les objectifs",
        "Ce qu’une collectivité peut raisonnablement viser.",
        forms.ObjectivesForm,
        {},
        required=True,
    ),
    Part(
        "outils",
        "Les outils",
        "Ce que l’on peut faire, ce que cela coûte, le temps qu’il faut.",
        forms.BareForm,
        {"tools": rows.ToolRows},
        required=True,
    ),
    Part(
        "methode",
        "La méthode",
        "Par quoi commencer, et la suite.",
        forms.BareForm,
        {"steps": rows.StepRows},
        required=True,
    ),
    Part(
        "acteurs",
        "Les acteurs",
        "Qui appeler, et qui appelle : relations internationales ou développement économique.",
        forms.ActorsForm,
        {"actors": rows.ActorRows},
        required=True,
    ),
    Part(
        "juridique",
        "Le cadre juridique",
        "Ce que le droit permet, à la date où il a été relu.",
        forms.LegalForm,
        {"laws": rows.LawRows},
        required=True,
    ),
    Part(
        "financements",
        "Les financements",
        "Ce qui peut payer, par des liens vers le répertoire.",
        forms.BareForm,
        {"funding_lines": rows.FundingRows},
    ),
    Part(
        "exemples",
        "Les exemples",
        "Des pratiques publiées : la fiche suit ce qu’elles deviennent.",
        forms.BareForm,
        {"examples": rows.ExampleRows},
    ),
    Part(
        "indicateurs",
        "Les indicateurs",
        "Comment savoir si cela a servi.",
        forms.IndicatorsForm,
        {},
    ),
    Part(
        "questions",
        "Les questions de l’élu·e",
        "Celles que l’on posera, et des réponses qui tiennent en trois phrases.",
        forms.BareForm,
        {"questions": rows.QuestionRows},
    ),
    Part(
        "approfondir",
        "Pour approfondir",
        "Questions fréquentes, mots à connaître, lectures.",
        forms.BareForm,
        {"faq": rows.FaqRows, "terms": rows.TermRows, "references": rows.ReferenceRows},
    ),
    Part(
        "signatures",
        "Les signatures",
        "Qui a écrit, relu, validé, et quand la fiche sera revue.",
        forms.SigningForm,
        {},
        required=True,
    ),
]


def publish(contribution: Contribution, parts: list[BoundPart], now) -> Sheet:
    """Save the live fiche and all that hangs on it, from valid bound parts."""
    sheet = publication.saved_row(
        Sheet, contribution, parts, now, RESERVED, number=number_of(contribution)
    )
    publication.save_blocks(sheet, parts, BLOCKS, "sheet")
    publication.link_by_name(sheet.actors.all(), "name", "actor", Actor)
    publication.link_by_name(sheet.funding_lines.all(), "source", "funding", Funding)
    publication.copy_to_contribution(contribution, parts, ("title",), sheet)
    contribution.category = sheet.categories[0]
    contribution.review_on = sheet.review_on
    sheet.refresh_listing()
    return sheet


def number_of(contribution: Contribution) -> int:
    """Its own for ever, or the next one."""
    # Two fiches first published together must not take the same number.
    Clock.tick(Sheet.KIND, 0)
    if known := Sheet.objects.filter(contribution=contribution).first():
        return known.number
    return (Sheet.objects.aggregate(last=Max("number"))["last"] or 0) + 1


SHEET = publication.listed_kind(
    Sheet,
    label="une fiche-repère",
    parts=PARTS,
    publish=publish,
    preview_template="sheets/preview.html",
    preview=preview_of,
    namespace="sheets",
    prefill=lambda known: {},
    may_start=lambda user: user.is_coordinator,
    open_to_proposals=True,
    second_reader=True,
)
