"""A survey is born, changes its settings, or goes before it lived."""

from datetime import timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.text import slugify

from aict.moderation.readiness import Refused
from aict.people.models import User
from surveys import gate
from surveys.forms import NewForm, SettingsForm
from surveys.models import State, Survey

# A second press of the same button comes within this time.
TWICE = timedelta(minutes=1)


def create(form: NewForm, by: User) -> Survey:
    """The draft this valid form describes; the same one when the button is pressed twice."""
    for _ in range(3):
        if found := twin(form, by):
            return found
        try:
            with transaction.atomic():
                return born(form, by)
        except IntegrityError:  # the same address, taken meanwhile
            continue
    raise Refused("Cette adresse vient d’être prise : changez un mot du titre.")


def twin(form: NewForm, by: User) -> Survey | None:
    told = form.cleaned_data
    return Survey.objects.filter(
        title=told["title"],
        year=told["year"],
        created_by=by,
        state=State.DRAFT,
        created_at__gt=timezone.now() - TWICE,
    ).first()


def born(form: NewForm, by: User) -> Survey:
    survey = form.instance
    survey.pk = None
    survey.slug = free_slug(survey.title, survey.year)
    survey.questionnaire = form.cleaned_data["questionnaire"]
    survey.created_by = by
    survey.save(force_insert=True)
    gate.note(survey, "created", by)
    return survey


def free_slug(title: str, year: int) -> str:
    """`vos-besoins-2026`, then `vos-besoins-2026-2`…"""
    words = slugify(title)[:60].strip("-").removesuffix(str(year)).strip("-")
    base = f"{words or 'enquete'}-{year}"
    taken = set(Survey.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    others = (f"{base}-{n}" for n in range(2, len(taken) + 3))
    return next(slug for slug in (base, *others) if slug not in taken)


def settle(form: SettingsForm, by: User) -> None:
    """Keep what this valid form changes, and nothing else."""
    changed = [name for name in form.changed_data if name != "seen"]
    if changed:
        form.instance.save(update_fields=changed)
        gate.note(form.instance, "settings", by)


@transaction.atomic
def delete(survey: Survey) -> None:
    """Raises Refused when it lived: what was answered is never thrown away."""
    locked = Survey.objects.select_for_update().filter(pk=survey.pk).first()
    if locked and (locked.state != State.DRAFT or locked.responses.exists()):
        raise Refused("Cette enquête n’est plus en préparation : elle ne se supprime pas.")
    if locked:
        locked.delete()
