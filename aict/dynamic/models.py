"""The versions of the page of the dynamic, and what its relay has yet to pass on."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from aict.dynamic import texts
from aict.people.models import User

TEXTS = ("lead", "purpose", "milestones", "perspectives", "governance")


class DynamicPage(models.Model):
    """One numbered version of the whole page; the highest number is on line."""

    number = models.PositiveIntegerField(_("version"), unique=True)
    lead = models.CharField(_("en une phrase"), max_length=300)
    purpose = models.TextField(_("pourquoi"), max_length=6000)
    milestones = models.TextField(_("jalons"), max_length=8000)
    perspectives = models.TextField(_("perspectives"), max_length=6000)
    governance = models.TextField(_("qui fait quoi"), max_length=6000)
    note = models.CharField(_("ce qui change"), max_length=200)
    by = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("version de la page de la dynamique")
        verbose_name_plural = _("versions de la page de la dynamique")
        ordering = ["-number"]

    def __str__(self):
        return f"Version {self.number}"

    def texts(self) -> dict[str, str]:
        return {name: getattr(self, name) for name in TEXTS}


def original() -> DynamicPage:
    """The text the site came with, as version 0; never saved."""
    first = {name: getattr(texts, name.upper()) for name in TEXTS}
    return DynamicPage(number=0, note="Texte d’origine", **first)


class RelayedMessage(models.Model):
    """A message to the coordination, kept only until it is passed on."""

    email = models.EmailField(_("adresse électronique"))
    name = models.CharField(_("nom"), max_length=120)
    subject = models.CharField(_("objet"), max_length=120)
    text = models.TextField(_("message"), max_length=3000)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("message à relayer")
        verbose_name_plural = _("messages à relayer")

    def __str__(self):
        return self.subject
