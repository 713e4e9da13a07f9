"""What a room tells the foundation about a kind of contribution, and the list of known kinds."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django import forms
from django.db import models

from aict.moderation.models import Contribution


def always(data: dict) -> bool:
    return True


def anybody(user) -> bool:
    return True


def nobody(contribution: Contribution) -> list[str]:
    return []


def nothing(contribution: Contribution) -> None:
    pass


def same(known: dict) -> dict:
    return known


@dataclass(frozen=True)
class Part:
    """One page of a kind's form. `repeatables` maps a key of the JSON text to its formset."""

    slug: str
    title: str
    intro: str
    form: type[forms.ModelForm]
    repeatables: dict[str, type[forms.BaseFormSet]]
    applies: Callable[[dict], bool] = always
    # Asked right after the first part, because without it nothing can be submitted.
    required: bool = False

    @property
    def names(self) -> set[str]:
        """The keys of the JSON text that it holds."""
        return {*self.form.base_fields, *self.repeatables}


@dataclass(frozen=True)
class Kind:
    """A kind of contribution.

    `publish(contribution, parts, by)` saves the live row from valid bound parts;
    `withdraw(contribution)` takes it off line; `headline(data)` gives the queue's columns
    (title, category, territory, service); `live_object(contribution)` is the live row or None;
    `find(slug)` gives a contribution by its public address; `confirmers(contribution)` are mail
    addresses, besides the team's, of those who can say that the live page is still true. `label` completes « Proposer … »;
    `prefill(known)` turns what we know of an officer (territory, service) into first answers.
    """

    slug: str
    label: str
    parts: Sequence[Part]
    publish: Callable
    withdraw: Callable[[Contribution], None]
    headline: Callable[[dict], dict]
    live_object: Callable[[Contribution], models.Model | None]
    find: Callable[[str], Contribution | None]
    preview_template: str
    preview: Callable[[Contribution, list], dict]
    resembling: Callable[[str, Contribution | None], list]
    namespace: str
    confirmers: Callable[[Contribution], list[str]] = nobody
    # Coordinators publish it at once, without a second person: journaled and restorable.
    direct: bool = False
    # Any confirmed officer may propose another text of one part of a live page.
    open_to_proposals: bool = False
    # Nothing is accepted before someone else than its authors and its judge has read it.
    second_reader: bool = False
    # Who may begin one, among those who are signed in.
    may_start: Callable = anybody
    # Its place where all kinds are offered: the first is what most people come to share.
    order: int = 50
    prefill: Callable[[dict], dict] = same
    # Called once what was taken off line is back as it was.
    restored: Callable[[Contribution], None] = nothing

    @property
    def noun(self) -> str:
        """« Pratique », « Partenariat »: the label less its article, as a title."""
        return self.label.partition(" ")[2].capitalize()

    @property
    def propose_name(self) -> str:
        return f"{self.namespace}:propose"

    @property
    def edit_name(self) -> str:
        return f"{self.namespace}:edit"

    @property
    def check_name(self) -> str:
        return f"{self.namespace}:check"

    @property
    def preview_name(self) -> str:
        return f"{self.namespace}:preview"

    def parts_for(self, data: dict) -> list[Part]:
        """The parts that concern this text (a strategy is not asked for a project's)."""
        return [part for part in self.parts if part.applies(data)]

    def part_holding(self, field: str, data: dict) -> Part | None:
        """The part in which a field, or a repeatable, is asked."""
        return next((p for p in self.parts_for(data) if field in p.names), None)

    def parts_touched(self, values: dict) -> list[Part]:
        """The parts, asked or not, that hold some of `values`."""
        return [part for part in self.parts if part.names & values.keys()]

    def label_of(self, field: str) -> str:
        """The words of a field or of a repeatable; "" for none, or for one no longer asked."""
        for part in self.parts:
            if field in part.repeatables:
                return str(getattr(part.repeatables[field], "label", field))
            if field in part.form.base_fields:
                return str(part.form.base_fields[field].label or field)
        return ""

    def part(self, slug: str | None, data: dict) -> Part | None:
        parts = self.parts_for(data)
        return parts[0] if slug is None else next((p for p in parts if p.slug == slug), None)


KINDS: dict[str, Kind] = {}


def title_on_line(contribution: Contribution) -> str:
    """That of its page, for who does not write it: the contribution's own may be that of a draft."""
    row = KINDS[contribution.kind].live_object(contribution)
    return str(getattr(row, "title", row)) if row else str(contribution)


def register(kind: Kind) -> None:
    KINDS[kind.slug] = kind
