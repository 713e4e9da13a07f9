"""Invitations in the words of the product."""

from django.db import models
from django.db.models import Q


class InvitationQuerySet(models.QuerySet):
    def reachable(self):
        """Those a mail may still be sent to."""
        return self.filter(stopped=False, bounced=False).exclude(email="")

    def to_invite(self):
        return self.reachable().filter(sent=False, answered=False)

    def to_remind(self, number: int):
        """Who waits for reminder `number`: invited, silent so far, willing to be written to."""
        return self.reachable().filter(sent=True, answered=False, reminded__lt=number)

    def asked(self):
        """Who was really invited: the mail left, or the link was used."""
        return self.filter(Q(sent=True) | Q(started=True) | Q(answered=True))

    def removable(self):
        return self.filter(started=False, answered=False)

    def with_names(self):
        return self.select_related("territory__region", "territory__departement", "service")
