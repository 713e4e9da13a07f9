"""What was answered. Nothing here says who answered an anonymous survey, nor when: see docs/decisions/."""

from uuid import uuid4

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from aict.people.models import User
from aict.taxonomies.models import Service
from aict.territories.models import Territory
from surveys.models.survey import Survey
from surveys.querysets import ResponseQuerySet


class Response(models.Model):
    """`draft` is what is being typed; `answers` what was sent, and is counted. No date, no address, no history."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    survey = models.ForeignKey(Survey, models.CASCADE, related_name="responses")
    # SHA-256 of the key that only the respondent holds; an imported row has none.
    key_hash = models.BinaryField(max_length=32, unique=True, null=True, editable=False)
    draft = models.JSONField(default=dict)
    # Where the respondent was: a section of the questionnaire.
    place = models.CharField(max_length=60, blank=True)
    answers = models.JSONField(null=True, blank=True)
    # The day it was sent, in named surveys only.
    day = models.DateField(null=True, blank=True)
    # Of an imported row, so that it is never counted twice.
    mark = models.BinaryField(max_length=32, null=True, editable=False)

    objects = ResponseQuerySet.as_manager()

    class Meta:
        verbose_name = _("réponse")
        constraints = [
            models.UniqueConstraint(fields=["survey", "mark"], name="response_mark_once"),
            models.CheckConstraint(
                condition=Q(answers=None) | ~Q(answers={}),
                name="response_sent_says_something",
                violation_error_message=_("Une réponse envoyée dit au moins une chose."),
            ),
        ]

    def __str__(self):
        return "réponse"


class CodedResponse(models.Model):
    """The same answers as small numbers (questionnaire/layout.py): all that counting reads."""

    response = models.OneToOneField(
        Response, models.CASCADE, primary_key=True, related_name="coded"
    )
    survey = models.ForeignKey(Survey, models.CASCADE, related_name="coded")
    codes = ArrayField(models.SmallIntegerField())

    def __str__(self):
        return "réponse codée"


class Respondent(models.Model):
    """Who answered, in named surveys only: the database refuses one in an anonymous survey."""

    response = models.OneToOneField(
        Response, models.CASCADE, primary_key=True, related_name="respondent"
    )
    territory = models.ForeignKey(
        Territory, models.PROTECT, null=True, blank=True, related_name="+"
    )
    service = models.ForeignKey(Service, models.PROTECT, null=True, blank=True, related_name="+")
    user = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = _("répondant")

    def __str__(self):
        return f"{self.territory or 'territoire inconnu'}"
