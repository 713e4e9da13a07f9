"""A statement in plain words, for its author and for those who check it."""

from practices.lessons import gate, traces
from practices.lessons.models import State, Statement, StatementEntry
from practices.lessons.models.lesson import TEXTS, marks_of
from practices.lessons.states import TRANSITIONS

LOOKS = {
    State.DRAFT: ("neutral", "pencil"),
    State.SUBMITTED: ("info", "scan-search"),
    State.RETURNED: ("warning", "undo-2"),
    State.CLEARED: ("info", "mail-check"),
    State.PUBLISHED: ("success", "check"),
    State.REFUSED: ("warning", "circle-x"),
    State.WITHDRAWN: ("neutral", "undo-2"),
}
WAITS = {
    State.DRAFT: "Vous seul·e lisez ce texte. Confiez-le quand il vous convient.",
    State.SUBMITTED: "Deux personnes de la coordination vérifient, chacune de son côté, que l’on ne reconnaît personne.",
    State.RETURNED: "La personne qui raconte est attendue : reprendre le texte, puis le confier de nouveau.",
    State.CLEARED: "La personne qui raconte est attendue : rien ne paraît sans son accord sur le texte exact.",
    State.PUBLISHED: "En ligne, à la date du trimestre. Aucun lien public ne mène ici.",
}  # fmt: skip


def page_of(found: Statement, reader, checks: bool) -> dict:
    """What templates/lessons/statement.html wants; traces and the author's name for those who check."""
    tone, icon = LOOKS[State(found.state)]
    context = {
        "it": found,
        "tone": tone,
        "icon": icon,
        "wait": WAITS.get(State(found.state), ""),
        "texts": [(label_of(name), getattr(found, name)) for name in TEXTS[1:]],
        "marks": marks_of(found),
        "events": [event(entry) for entry in found.journal.all()],
        "checks": checks,
        "readers": gate.readers(found),
        "read_by_me": found.checks.filter(by=reader, digest=found.digest).exists(),
        "traces": [],
        "crossing": [],
        "author": "",
    }
    return context | told_to_checkers(found) if checks and found.title else context


def told_to_checkers(found: Statement) -> dict:
    texts = [getattr(found, name) for name in TEXTS]
    membership = None
    if found.author:
        rows = found.author.memberships.confirmed().select_related("territory__region")
        membership = rows.first()
    place = membership.territory if membership else None
    region = place and (place if place.level == "region" else place.region)
    return {
        "traces": traces.traces(texts, traces.known_places(texts)),
        "crossing": traces.crossing(found.level, found.band, region),
        "author": f"{found.author}, {place.name}" if place else str(found.author or ""),
    }


def label_of(name: str) -> str:
    label = str(Statement._meta.get_field(name).verbose_name)
    return label[0].upper() + label[1:]


def event(entry: StatementEntry) -> dict:
    rule = TRANSITIONS.get(entry.transition)
    title = rule.label if rule else "Rappel envoyé"
    return {
        "title": title,
        "by": {"coordination": "par la coordination", "horloge": "automatiquement"}.get(
            entry.part, ""
        ),
        "at": entry.at,
        "comment": entry.comment,
        "tone": {"approve": "success", "send_back": "warning"}.get(entry.transition, ""),
    }
