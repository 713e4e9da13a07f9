"""What each button of the page of a questionnaire asks for, on top of keeping what was typed."""

from aict.moderation.readiness import Refused
from surveys.editing import changes
from surveys.editing.forms import QuestionForm
from surveys.questionnaire.structure import Questionnaire

STEPS = {"up": -1, "down": 1}


def bare(form: Questionnaire, id: str, do: str) -> Questionnaire:
    """A button that sends no words: « up », « down », « remove ». Raises Refused."""
    if do == "remove":
        return changes.remove_question(form, id)
    if do not in STEPS:
        raise Refused("Ce bouton n’existe pas.")
    return changes.move_question(form, id, STEPS[do])


def changed(form: Questionnaire, typed: QuestionForm, do: str) -> Questionnaire:
    """`do`: « save », or « up:options:ID », « remove:rows:ID »… Raises Refused."""
    id = typed.question.id
    made = changes.retell(form, id, typed.told(), typed.labels())
    for kind in changes.LISTS:
        if label := typed.cleaned_data.get(f"new:{kind}"):
            made = changes.add_item(made, id, kind, label)
    verb, _, rest = do.partition(":")
    kind, _, item = rest.partition(":")
    if kind not in changes.LISTS:
        return made
    if verb in STEPS:
        return changes.move_item(made, id, kind, item, STEPS[verb])
    if verb == "remove":
        return changes.remove_item(made, id, kind, item)
    raise Refused("Ce bouton n’existe pas.")
