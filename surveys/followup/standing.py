"""Where the follow-ups of a survey stand, for its coordinators and for its readers."""

from collections.abc import Iterable

from django.template.loader import render_to_string

from aict.ui.numbers import count
from surveys.duties import Duty, at
from surveys.followup.models import FollowUp
from surveys.models import State, Survey
from surveys.steps import Step


def told(survey: Survey) -> str:
    on_line = survey.follow_ups.filter(state=FollowUp.State.PUBLISHED).count()
    return count(on_line, "suite en ligne", "suites en ligne")


STEP = Step(
    "Dire ce que vous avez fait des réponses",
    "followup:board",
    frozenset({State.CLOSED, State.PUBLISHED}),
    90,
    told,
    "Quelques phrases, un lien : elles paraissent avec les résultats et sur la page du besoin.",
)


def tell(survey: Survey) -> Duty:
    """What is done of the answers: drafts first, then the first one, then the next."""
    drafts = survey.follow_ups.filter(state=FollowUp.State.DRAFT).count()
    on_line = survey.follow_ups.filter(state=FollowUp.State.PUBLISHED).count()
    board = at("followup:board", survey)
    if drafts:
        told = count(
            drafts, "suite écrite n’est pas en ligne", "suites écrites ne sont pas en ligne"
        )
        return Duty(f"{told} : publiez ce qui est prêt.", "Relire les suites", board)
    if not on_line:
        return Duty(
            "Les résultats sont en ligne. Dites ce que vous en faites : c’est ce qui donne envie de répondre encore.",
            "Écrire une première suite",
            at("followup:add", survey),
        )
    return Duty(
        f"Les résultats sont en ligne, avec {count(on_line, 'suite')}. Revenez dire ce qui aura avancé.",
        "Ajouter une suite",
        at("followup:add", survey),
    )


def shown(found: Iterable[FollowUp], heading: str = "h2") -> str:
    """The follow-ups as a page shows them; nothing when there is none."""
    rows = list(found)
    if not rows:
        return ""
    return render_to_string("followup/shown.html", {"rows": rows, "heading": heading})


def of_survey(survey: Survey) -> str:
    return shown(FollowUp.objects.on_line().filter(survey=survey))
