"""What coordinators see of a publication: where it stands, each question, what stays hidden."""

from aict.ui.numbers import count
from surveys.duties import Duty, at
from surveys.models import State, Survey
from surveys.questionnaire.structure import Question
from surveys.results import beside, lines, reading, wording
from surveys.results.charts import Chart, chart
from surveys.results.edition import Edition, edition
from surveys.results.models import Release
from surveys.results.pooling import K
from surveys.results.publishing import NEVER
from surveys.results.releasing import is_stale, seems_lost
from surveys.results.settings import mark
from surveys.steps import Step


def context(survey: Survey) -> dict:
    found = edition(survey, preview=True)
    sections = lines.sections(survey, found)
    return {
        "survey": survey,
        "edition": found,
        "sections": sections,
        "counts": lines.told(sections),
        "commented": lines.commented(sections),
        "withdrawn": survey.journal.filter(transition="withdraw").first(),
        "early": survey.state in {State.DRAFT, State.OPEN},
        **progress(survey),
    }


def one(survey: Survey, question: Question) -> dict:
    """One question as it would be read, whether it is shown or not, with all that is decided of it."""
    found = edition(survey, preview=True)
    chosen = survey.question_settings.filter(question=question.id).first()
    ids = [one.id for one in survey.form.questions()]
    place = ids.index(question.id)
    comment = chosen.comment if chosen else ""
    counted = found is not None and question.kind not in NEVER
    return {
        "survey": survey,
        "edition": found,
        "row": lines.line(survey, found, question, chosen),
        "chart": drawn(found, question) if found and counted else None,
        "crossings": lines.crossings(found, question) if found and counted else [],
        "comment": comment,
        "mark": mark(comment),
        "place": place + 1,
        "many": len(ids),
        "before": ids[place - 1] if place else "",
        "after": ids[place + 1] if place + 1 < len(ids) else "",
        "typed": None,
    }


def drawn(found: Edition, question: Question) -> Chart | None:
    """Its chart even when the coordination leaves it out."""
    told = reading.tables(found.release, question.id, "")
    beside = reading.tables(found.release, question.against, "") if question.against else []
    return chart(found.form, question.id, told, beside) if told else None


def progress(survey: Survey) -> dict:
    """The latest computation, and whether its worker gave no sign for too long."""
    last = survey.releases.first()
    running = last is not None and last.is_running
    lost = last is not None and seems_lost(last)
    return {"survey": survey, "release": last, "running": running, "lost": lost}


def summary(survey: Survey, found: Edition | None) -> dict:
    """What exactly publication would show: how many of what, and what stays hidden."""
    if found is None:
        return {"edition": None}
    every = [q for q in found.form.questions() if q.kind not in NEVER]
    tables = [table for rows in found.by_question.values() for table in rows]
    hidden = sum([*t.totals, *sum(t.counts, ())].count(None) for t in tables)
    return {
        "edition": found,
        "facts": wording.facts(found),
        "shown": found.questions,
        "off": [q for q in every if not found.allows(q)],
        "empty": [q for q in every if found.allows(q) and not found.tables(q.id)],
        "texts": [q for q in found.form.questions() if q.kind in NEVER],
        "tables": count(len(tables), "tableau", "tableaux"),
        "numbers_hidden": count(hidden, "nombre caché", "nombres cachés"),
        "quotes": len(beside.quotes(survey)),
        "themes": len(beside.themes(survey)),
        "comments": sum(1 for q in found.questions if found.comment(q.id)),
        "self_chosen": wording.SELF_CHOSEN,
    }


def told(survey: Survey) -> str:
    """A few words for the page of the survey."""
    if survey.is_published:
        return "En ligne"
    last = survey.releases.first()
    return STANDING[Release.State(last.state)] if last else "Tableaux à préparer"


def too_few(survey: Survey) -> Duty | None:
    """Nothing can be published of so few answers."""
    n = survey.responses.sent().count()
    if n >= K:
        return None
    return Duty(
        f"{count(n, 'réponse')} : il en faut {K} pour publier quoi que ce soit. Importez celles qui ont été "
        "recueillies ailleurs, ou rouvrez l’enquête.",
        "Importer des réponses",
        at("intake:home", survey),
    )


def publish(survey: Survey) -> Duty:
    """Tables first, of the answers as they are; then what is shown of them."""
    last = survey.releases.first()
    desk = at("results:publication", survey)
    if last is None or last.state == Release.State.FAILED:
        why = "n’ont pas abouti" if last else "ne sont pas calculés"
        return Duty(f"Les tableaux {why} : rien ne peut paraître sans eux.", "Préparer", desk)
    if last.is_running:
        return Duty("Les tableaux sont en calcul : quelques instants encore.", "Voir", desk)
    if is_stale(last):
        return Duty(
            "Des réponses ou des thèmes ont changé depuis le calcul : refaites-le.",
            "Préparer",
            desk,
        )
    return Duty(
        "Les tableaux sont prêts : choisissez ce qui paraît, commentez, relisez l’aperçu, puis publiez.",
        "Préparer la publication",
        desk,
    )


STANDING = {
    Release.State.RUNNING: "Tableaux en calcul",
    Release.State.READY: "Tableaux prêts",
    Release.State.FAILED: "Tableaux refusés",
}
STEP = Step(
    "Préparer et publier les résultats",
    "results:publication",
    frozenset({State.CLOSED, State.PUBLISHED}),
    80,
    told,
    "Calculer les tableaux, commenter les graphiques, voir l’aperçu, publier.",
)
