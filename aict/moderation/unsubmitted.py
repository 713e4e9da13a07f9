"""Drafts that say all they must and that nobody submitted: their team is told, each week of a month."""

from collections import defaultdict
from datetime import timedelta

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils import timezone
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from aict.moderation.binding import bind_all
from aict.moderation.kinds import KINDS
from aict.moderation.models import Contribution, Revision, State
from aict.moderation.readiness import missing
from aict.people.models import User

PATIENCE = RetryStrategy(max_attempts=8, exponential_wait=4)
# Days since the last word: sooner it is being written, later it was given up.
AFTER, UNTIL = 3, 31


@app.periodic(cron="0 7 * * 1")
@app.task(name="moderation.remind_unsubmitted")
def remind_unsubmitted(timestamp: int = 0) -> int:
    """One job for each person with drafts ready to be submitted. Returns how many people."""
    drafts: dict[int, list[int]] = defaultdict(list)
    for contribution in ready():
        for person in contribution.editors.filter(is_active=True):
            drafts[person.pk].append(contribution.pk)
    for user_id, ids in drafts.items():
        tell_unsubmitted.defer(user_id=user_id, ids=ids)
    return len(drafts)


def ready() -> list[Contribution]:
    """Drafts left alone for a few days, and that lack nothing."""
    now = timezone.now()
    window = (now - timedelta(days=UNTIL), now - timedelta(days=AFTER))
    texts = Revision.objects.filter(
        number=None,
        at__range=window,
        contribution__state=State.DRAFT,
        contribution__fictional=False,
    ).select_related("contribution")
    return [text.contribution for text in texts if says_all(text)]


def says_all(text: Revision) -> bool:
    kind = KINDS[text.contribution.kind]
    return not missing(bind_all(kind, text.data, kind.live_object(text.contribution)))


@app.task(name="moderation.tell_unsubmitted", retry=PATIENCE)
def tell_unsubmitted(user_id: int, ids: list[int]) -> None:
    """What was submitted or closed meanwhile is left out; nothing left, nothing sent."""
    person = User.objects.filter(pk=user_id, is_active=True).first()
    left = Contribution.objects.filter(pk__in=ids, state=State.DRAFT, editors=person)
    if not person or not left:
        return
    lines = [f"– {c.title} : {settings.SITE_URL}/contributions/{c.token}/" for c in left]
    body = (
        "Ces brouillons disent tout ce qu’il faut, et personne ne les a soumis. La coordination ne "
        "les voit pas encore.\n\n" + "\n".join(lines) + "\n\nUn clic sur « Soumettre » suffit.\n"
    )
    EmailMessage("[AICT éco] prêt à soumettre", body, to=[person.email]).send()
