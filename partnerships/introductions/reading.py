"""An introduction in plain words, the same for who asks, who answers and who follows."""

from partnerships.introductions.states import TRANSITIONS
from partnerships.introductions.waiting import age, waited_on
from partnerships.models.introduction import Introduction, IntroductionEntry, Part, State

# For each state, its tone and icon.
LOOKS = {
    State.DRAFT: ("neutral", "pencil"),
    State.SENT: ("info", "send"),
    State.ACKNOWLEDGED: ("info", "mail-check"),
    State.ESCALATED: ("warning", "life-buoy"),
    State.ACCEPTED: ("success", "handshake"),
    State.REFUSED: ("warning", "circle-x"),
    State.HELD: ("success", "messages-square"),
    State.CLOSED: ("neutral", "circle-check"),
    State.WITHDRAWN: ("neutral", "undo-2"),
}
REMINDED = {
    "remind_target": "Rappel envoyé au contact sollicité",
    "remind_coordination": "Rappel envoyé à la coordination",
    "remind_requester": "Rappel envoyé à la personne qui demande",
}


def line(introduction: Introduction, user=None) -> dict:
    """What a list shows of it."""
    tone, icon = LOOKS[State(introduction.state)]
    mine = bool(user) and introduction.requester_id == user.pk
    return {
        "it": introduction,
        "tone": tone,
        "icon": icon,
        "wait": waited_on(introduction, mine),
        "age": age(introduction),
        "mine": mine,
    }


def facts(introduction: Introduction) -> list[tuple[str, object]]:
    """The need in short; what was left empty is left out."""
    countries = ", ".join(country.name for country in introduction.countries.all())
    rows = [
        ("Pour", introduction.get_category_display()),
        ("Secteur", introduction.sector),
        ("Pays visés", countries),
        ("Type d’interlocuteur", introduction.actor_type or ""),
    ]
    return [(label, value) for label, value in rows if value]


def texts(introduction: Introduction) -> list[tuple[str, str]]:
    rows = [
        ("Ce que l’on veut faire", introduction.what),
        ("Comment", introduction.how),
        ("Pourquoi", introduction.why),
        ("Ce qui bloque aujourd’hui", introduction.difficulty),
    ]
    return [(label, text) for label, text in rows if text]


def events(introduction: Introduction) -> list[dict]:
    """The journal as components/journal.html wants it. No name of a person, no address."""

    tones = {"accept": "success", "close": "success", "refuse": "warning", "escalate": "warning"}
    rows = []
    for entry in introduction.journal.all():
        rule = TRANSITIONS.get(entry.transition)
        rows.append(
            {
                "title": rule.label if rule else REMINDED.get(entry.transition, ""),
                "by": by(entry),
                "at": entry.at,
                "comment": entry.comment,
                "tone": tones.get(entry.transition, ""),
            }
        )
    return rows


def by(entry: IntroductionEntry) -> str:
    if entry.transition in {"send", "reassign", "retry"}:
        return f"à « {entry.asked} »"
    if entry.part == Part.TARGET:
        return f"par « {entry.asked} »"
    return {Part.COORDINATION: "par la coordination", Part.CLOCK: "automatiquement"}.get(
        Part(entry.part), ""
    )
