"""Contributions, in the words of those who handle them."""

from django.db import models
from django.db.models import Case, Count, Exists, F, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Cast, Coalesce, Now
from django.http import Http404


class ContributionQuerySet(models.QuerySet):
    def waiting_for_moderation(self):
        return self.filter(state="submitted")

    def on_line(self):
        return self.filter(live=True)

    def editable_by(self, user):
        """Those `user` may change: their own, and every one for coordinators."""
        if not user.is_authenticated:
            return self.none()
        return self if user.is_coordinator else self.filter(editors=user)

    def mine(self, user):
        """Those `user` edits, what waits for them first."""
        urgency = Case(
            When(state="returned", then=Value(0)),
            When(state="draft", then=Value(1)),
            When(state="submitted", then=Value(2)),
            default=Value(3),
        )
        return self.filter(editors=user).order_by(urgency, "-state_since")

    def for_queue(self):
        """Oldest wait first, with what a row shows."""
        rows = self.select_related("territory", "service", "created_by")
        return rows.prefetch_related("readings__person").order_by("state_since")

    def telling_involvement(self, user):
        """Adds `involved`, as permissions.is_involved says it, for a whole list."""
        revisions = self.model._meta.get_field("revisions").related_model
        wrote = revisions._meta.get_field("hands").related_model.objects
        mine = revisions.objects.filter(
            Q(author=user) | Exists(wrote.filter(revision=OuterRef("pk"), by=user)),
            contribution=OuterRef("pk"),
        )
        accepted = (
            revisions.objects.filter(contribution=OuterRef("contribution"), accepted=True)
            .order_by("-number")
            .values("number")[:1]
        )
        pending = mine.filter(Q(number=None) | Q(number__gt=Coalesce(Subquery(accepted), 0)))
        editing = self.model.editors.through.objects.filter(
            contribution=OuterRef("pk"), user_id=user.pk
        )
        return self.annotate(
            involved=Q(Exists(editing)) | Q(Exists(pending)) | Q(created_by_id=user.pk)
        )

    def decidable_by(self, user):
        """What waits for a decision `user` may take, oldest first."""
        waiting = self.waiting_for_moderation().telling_involvement(user)
        return waiting.filter(involved=False).order_by("state_since", "pk")

    def count_by_state(self) -> dict[str, int]:
        return dict(self.order_by().values_list("state").annotate(Count("pk")))

    def to_verify(self):
        """On line, and not confirmed as still true by the day the text fixed for itself, or else
        within the rhythm its owner chose."""
        rhythm = models.ExpressionWrapper(
            F("verified_on")
            + F("review_months") * models.expressions.RawSQL("interval '1 month'", []),
            output_field=models.DateTimeField(),
        )
        fixed = Cast("review_on", models.DateTimeField())
        alone = Q(review_on__gt=F("verified_on")) | Q(verified_on=None)
        due = Case(When(alone, then=fixed), default=rhythm)
        return self.on_line().alias(due=due).filter(due__lt=Now())

    def to_remind(self):
        """To verify, and nobody was asked since the last time it was verified."""
        return self.to_verify().filter(Q(reminded_on=None) | Q(reminded_on__lte=F("verified_on")))

    def get_or_404(self, token):
        found = self.filter(token=token).first()
        if not found:
            raise Http404("Cette contribution n’existe pas.")
        return found
