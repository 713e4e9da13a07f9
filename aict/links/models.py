"""One row per address that our pages point at, with what became of it."""

from django.db import models


class Problem(models.TextChoices):
    GONE = "introuvable", "La page n’existe plus"
    SILENT = "muet", "Le site ne répond pas à temps"
    UNREACHABLE = "injoignable", "Le site est injoignable"
    CERTIFICATE = "certificat", "Le certificat du site n’est pas valable"
    ERROR = "erreur", "Le site répond par une erreur"
    LOOP = "boucle", "L’adresse renvoie sans fin à une autre"
    REFUSED = "interdit", "L’adresse n’est pas publique"


class LinkQuerySet(models.QuerySet):
    def broken(self):
        """Failed at two checks in a row, a day apart: no passing trouble."""
        return self.filter(failures__gte=Link.CERTAIN)

    def working(self):
        return self.filter(failures=0, checked_at__isnull=False)


class Link(models.Model):
    # One failure may be a night of maintenance.
    CERTAIN = 2

    url = models.URLField("adresse", max_length=500, unique=True)
    checked_at = models.DateTimeField("contrôlé le", null=True, blank=True)
    status = models.PositiveSmallIntegerField("réponse", null=True, blank=True)
    problem = models.CharField("problème", max_length=12, choices=Problem.choices, blank=True)
    failing_since = models.DateTimeField("en panne depuis", null=True, blank=True)
    failures = models.PositiveSmallIntegerField("échecs de suite", default=0)
    told_at = models.DateTimeField("signalé le", null=True, blank=True)

    objects = LinkQuerySet.as_manager()

    class Meta:
        verbose_name = "lien"
        indexes = [models.Index(fields=["checked_at"], name="link_checked")]

    def __str__(self):
        return self.url


def broken_among(urls) -> set[str]:
    """Those of `urls` that a page should show as « lien à vérifier »; one query."""
    wanted = [url for url in urls if url]
    if not wanted:
        return set()
    return set(Link.objects.broken().filter(url__in=wanted).values_list("url", flat=True))
