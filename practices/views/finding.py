"""A published practice, found by its address."""

from django.http import Http404

from practices.models import Practice


def published_or_404(slug: str) -> Practice:
    joined = ("contribution", "service", "territory__departement", "territory__region")
    found = Practice.objects.published().select_related(*joined)
    practice = found.filter(slug=slug).first()
    if not practice:
        raise Http404("Cette pratique n’est pas en ligne.")
    return practice
