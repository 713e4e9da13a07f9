"""People and their memberships, in the words of those who handle them."""

from django.db import models
from django.db.models import Q


class UserQuerySet(models.QuerySet):
    def active(self):
        return self.filter(is_active=True)

    def coordinators(self):
        """Those who confirm memberships and moderate: administrators too."""
        return self.active().filter(role__in=["coordinator", "administrator"])

    def administrators(self):
        return self.active().filter(role="administrator")

    def members_of(self, territory):
        """Confirmed members of `territory`, whatever their service."""
        return (
            self.active()
            .filter(memberships__territory=territory, memberships__confirmed_at__isnull=False)
            .distinct()
        )

    def confirmed_at(self, email: str):
        """The person of that address who may write here: of the coordination, or a confirmed
        member of some service; None otherwise."""
        known = Q(role__in=["coordinator", "administrator"])
        known |= Q(memberships__confirmed_at__isnull=False)
        return self.active().filter(known, email=email.strip().lower()).first() if email else None

    def matching(self, text: str):
        """Whose name, address or function contains every word of `text`, accents or not."""
        people = self
        for word in text.split()[:6]:
            people = people.filter(
                Q(name__unaccent__icontains=word)
                | Q(email__icontains=word)
                | Q(function__unaccent__icontains=word)
            )
        return people

    def role_changeable_by(self, user):
        """Those whose role `user` may change: everybody else, for administrators."""
        if not getattr(user, "is_administrator", False):
            return self.none()
        return self.exclude(pk=user.pk)


class MembershipQuerySet(models.QuerySet):
    def confirmed(self):
        return self.filter(confirmed_at__isnull=False)

    def waiting(self):
        return self.filter(confirmed_at__isnull=True)

    def verified(self):
        """Of people whose address is verified: an unverified sign-up bothers nobody."""
        return self.filter(user__emailaddress__verified=True).distinct()

    def visible_to(self, user):
        """Every one for coordinators; one's own otherwise."""
        if not user.is_authenticated:
            return self.none()
        return self if user.is_coordinator else self.filter(user=user)

    def decidable_by(self, user):
        """Those `user` may confirm or refuse: never her own."""
        if not getattr(user, "is_coordinator", False):
            return self.none()
        return self.waiting().exclude(user=user)
