"""A survey as its coordinators follow it: stages, what to do, what happened; and as anybody reads it."""

from surveys import duties, gate, opening, steps
from surveys.models import Mode, State, Survey
from surveys.states import TRANSITIONS, Transition

TONES = {
    State.DRAFT: ("neutral", "pencil"),
    State.OPEN: ("success", "message-square-text"),
    State.CLOSED: ("info", "chart-no-axes-column"),
    State.PUBLISHED: ("success", "check"),
}
STAGES = {
    State.DRAFT: ("Préparer", "Le questionnaire, la promesse, les invitations."),
    State.OPEN: ("Recueillir", "Les réponses arrivent, le questionnaire ne change plus."),
    State.CLOSED: ("Analyser", "Les textes sont codés, les tableaux calculés."),
    State.PUBLISHED: ("Publier", "Tout le monde lit les résultats, puis ce qu’on en fait."),
}
# What a survey usually does next.
USUAL = {"open", "close", "publish"}
# What happened, for what the transitions do not name.
OTHERS = {
    "created": "Créer l’enquête",
    "settings": "Changer les réglages",
    "questionnaire": "Modifier le questionnaire",
    "replaced": "Remplacer le questionnaire par un fichier",
}
CONFIRMED = {
    "open": "À partir de là, ni les questions ni la promesse ne changent plus.",
    "rework": "L’enquête disparaît du public ; vous pourrez la corriger puis la rouvrir.",
    "close": "Plus personne ne pourra répondre. Les réponses commencées et non envoyées ne comptent pas.",
    "reopen": "On pourra de nouveau répondre. Dans une enquête anonyme, n’en lisez pas les réponses à nouveau "
    "pour quelques réponses de plus : la différence dirait qui a répondu quoi.",
    "publish": "Tout le monde pourra lire les résultats, sans compte, et les télécharger.",
    "withdraw": "La page des résultats ne sera plus publique.",
}
# What can be undone, and what cannot.
UNDONE = {
    "open": "On peut revenir à la préparation tant que personne n’a commencé à répondre.",
    "rework": "Rien n’est perdu : vous pourrez rouvrir.",
    "close": "On peut rouvrir, en disant pourquoi. Les réponses non envoyées s’effacent trente jours après.",
    "reopen": "On peut clore de nouveau. Les résultats déjà lus, eux, l’ont été.",
    "publish": "On peut retirer la page ; pas ce que d’autres auront téléchargé.",
    "withdraw": "On peut publier de nouveau. Ce qui a été téléchargé le reste.",
}
SHORT = {
    Mode.ANONYMOUS: ("Anonyme", "shield-check"),
    Mode.NAMED: ("Nominative pour le réseau, agrégée en public", "users-round"),
}
PROMISED = {
    Mode.ANONYMOUS: (
        "Votre réponse ne porte ni nom, ni adresse, ni date, ni trace de votre appareil.",
        "Si vous avez été invité, rien ne relie l’invitation à la réponse : nous savons qui a répondu, jamais quoi.",
        "Une clé vous est donnée pour reprendre ou relire votre réponse. Nous ne la gardons pas : gardez-la.",
    ),
    Mode.NAMED: (
        "La coordination du réseau voit votre réponse avec votre collectivité et votre service.",
        "Elle s’en sert pour vous rappeler et vous aider ; elle ne la montre à personne d’autre.",
    ),
}
IN_PUBLIC = (
    "En public, seuls des totaux paraissent, et aucun groupe de moins de cinq réponses.",
    "Ce que vous écrivez librement ne paraît jamais tel quel.",
)


def badge_of(survey: Survey) -> tuple[str, str, str]:
    """Words, tone and icon of its state; an open one whose date is over says so."""
    if survey.state == State.OPEN and not survey.is_open:
        return "Terminée, en attente de clôture", "warning", "clock-alert"
    return survey.get_state_display(), *TONES[State(survey.state)]


def short(survey: Survey) -> tuple[str, str]:
    """Its promise in a few words, and an icon."""
    return SHORT[Mode(survey.mode)]


def promised(survey: Survey) -> tuple[str, ...]:
    """What is promised to who answers, in plain words."""
    return (*PROMISED[Mode(survey.mode)], *IN_PUBLIC)


def stages(survey: Survey) -> list[dict]:
    """The four stages, with the day each was reached."""
    order = list(STAGES)
    here = order.index(State(survey.state))
    reached = {entry.target: entry.at for entry in reversed(survey.journal.all())}
    reached[survey.state] = survey.state_since
    return [
        {
            "label": label,
            "help": help,
            "current": place == here,
            "done": place < here,
            "at": reached.get(state) if place <= here else None,
        }
        for place, (state, (label, help)) in enumerate(STAGES.items())
    ]


def doors(survey: Survey, lacks: list[str]) -> list[tuple[str, Transition]]:
    """The changes of state that can be, the usual one first."""
    found = [(name, rule) for name, rule in gate.possible(survey) if name != "open" or not lacks]
    if survey.responses.exists():
        found = [(name, rule) for name, rule in found if name != "rework"]
    return sorted(found, key=lambda one: one[0] not in USUAL)


def journal(survey: Survey) -> list[dict]:
    return [
        {
            "title": TRANSITIONS[entry.transition].label
            if entry.transition in TRANSITIONS
            else OTHERS.get(entry.transition, entry.transition),
            "by": f"par {entry.by}" if entry.by else "à la date prévue",
            "at": entry.at,
            "comment": entry.comment,
            "tone": "success" if entry.transition in {"open", "publish"} else "",
        }
        for entry in survey.journal.select_related("by")
    ]


def followed(survey: Survey) -> dict:
    """All that the desk page of one survey shows."""
    words, tone, icon = badge_of(survey)
    lacks = opening.problems(survey) if survey.state == State.DRAFT else []
    return {
        "survey": survey,
        "badge_words": words,
        "tone": tone,
        "icon": icon,
        "promise": short(survey),
        "stages": stages(survey),
        "duty": duties.next_of(survey),
        "deadline": duties.deadline(survey),
        "steps": steps.steps_of(survey),
        "possible": [(name, rule, UNDONE[name]) for name, rule in doors(survey, lacks)],
        "lacks": lacks,
        "risks": opening.warnings(survey) if survey.state == State.DRAFT else [],
        "events": journal(survey),
    }
