"""The links of mails that let somebody answer without signing in."""

from django.conf import settings
from django.core import signing
from django.urls import reverse

from aict.people.models import User
from practices.exchange.models import Question, Reuse
from practices.exchange.questions.permissions import Who

ANSWER, FOLLOW = "exchange.answer", "exchange.follow"
DAYS = 60


def answer_key(question: Question, reader: User) -> str:
    """For one member of the team, for this round."""
    return signing.dumps(
        [str(question.token), question.round, reader.pk], salt=ANSWER, compress=True
    )


def read_answer(key: str) -> tuple[str, Who]:
    """(token, who holds the link). Raises SignatureExpired after sixty days, BadSignature otherwise."""
    token, round_, reader = signing.loads(key, salt=ANSWER, max_age=DAYS * 86_400)
    user = User.objects.active().filter(pk=reader).first()
    return token, Who(user=user, link=round_ if user else None)


def answer_address(question: Question, reader: User) -> str:
    return settings.SITE_URL + reverse("exchange:answer", args=[answer_key(question, reader)])


def follow_key(reuse: Reuse) -> str:
    return signing.dumps(str(reuse.token), salt=FOLLOW)


def read_follow(key: str) -> str:
    """The token. Raises SignatureExpired after sixty days, BadSignature otherwise."""
    return signing.loads(key, salt=FOLLOW, max_age=DAYS * 86_400)


def follow_address(reuse: Reuse) -> str:
    return settings.SITE_URL + reverse("exchange:follow", args=[follow_key(reuse)])
