"""Questions and reuses, handed over when their officer leaves, and given back in a data export."""

from django.utils.translation import gettext_lazy as _

from aict.people.holdings import Holding
from partnerships.introductions.holdings import without
from practices.exchange.models import Question, QuestionEntry, Reuse, ReuseEntry
from practices.exchange.questions import gate
from practices.exchange.questions.permissions import CLOCK
from practices.exchange.questions.querysets import OPEN


def questions(user, territory=None):
    mine = Question.objects.filter(asker=user)
    return mine.filter(territory=territory) if territory else mine


def reuses(user, territory=None):
    mine = Reuse.objects.filter(declared_by=user)
    return mine.filter(territory=territory) if territory else mine


def count(user, territory=None) -> int:
    return questions(user, territory).count() + reuses(user, territory).count()


def hand_over(user, heir, territory=None) -> int:
    """`heir` follows them; without heir, questions that wait are closed, and reuses stay with the
    authority. An account that goes takes its name and its function away from the texts."""
    asked, taken = list(questions(user, territory)), list(reuses(user, territory))
    for question in asked:
        if heir is None and question.state in OPEN:
            gate.apply(question, "leave", CLOCK)
        question.asker, question.function = heir, ""
        question.save(update_fields=["asker", "function"])
    Reuse.objects.filter(pk__in=[reuse.pk for reuse in taken]).update(declared_by=heir)
    if territory is None:
        answered = Question.objects.filter(journal__by=user, journal__transition="answer")
        for row in (*asked, *taken, *answered.distinct()):
            scrub(row, user)
        for entries in (QuestionEntry.objects, ReuseEntry.objects):
            for entry in entries.filter(by=user):
                scrub(entry, user)
    return len(asked) + len(taken)


def scrub(row, user) -> None:
    """Take the person's name and address away from what is shown."""
    names = [
        name for name in ("text", "answer", "taken", "sentence", "comment") if hasattr(row, name)
    ]
    for name in names:
        setattr(row, name, without(getattr(row, name), user))
    row.save(update_fields=names)


def export(user) -> list[dict]:
    asked = [
        {
            "question sur": question.practice.title,
            "texte": question.text,
            "fonction affichée": question.function,
            "état": question.get_state_display(),
            "posée le": question.created_at.isoformat(timespec="seconds"),
        }
        for question in questions(user).select_related("practice").order_by("pk")
    ]
    taken = [
        {
            "reprise de": reuse.practice.title,
            "ce qui est repris": reuse.taken,
            "ce que cela est devenu": reuse.sentence,
            "état": reuse.get_state_display(),
            "déclarée le": reuse.created_at.isoformat(timespec="seconds"),
        }
        for reuse in reuses(user).select_related("practice").order_by("pk")
    ]
    gestures = [
        {"geste": entry.transition, "le": entry.at.isoformat(timespec="seconds")}
        for entries in (QuestionEntry.objects, ReuseEntry.objects)
        for entry in entries.filter(by=user).order_by("pk")
    ]
    return asked + taken + gestures


EXCHANGES = Holding("échanges", _("Questions et reprises"), count, hand_over, export)
