"""Every link of a file at once: who is meant on each side."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from partnerships.imports.candidates import Named, Near
from partnerships.imports.links import Link
from partnerships.imports.mention import Mention
from partnerships.imports.settling import Verdict, settle

Watch = Callable[[list[Link]], Iterable[Link]]


@dataclass(frozen=True)
class Resolved:
    link: Link
    french: Verdict
    foreign: Verdict

    @property
    def pair(self) -> tuple[int, int] | None:
        """The French then the foreign territory, when both are beyond doubt."""
        if self.french.target and self.foreign.target:
            return self.french.target, self.foreign.target
        return None

    @property
    def doubts(self) -> list[str]:
        return [v.why for v in (self.french, self.foreign) if not v.target]


def resolved(
    links: list[Link], remembered: Mapping[tuple[Link, Mention], int], watch: Watch = iter
) -> list[Resolved]:
    """Those without a problem, with what is meant on each side: what people said once, or else what the
    rules settle. `watch` sees the links go by."""
    whole = [link for link in links if link.french and link.foreign and not link.problem]
    known = verdicts(whole, watch)

    def meant(link: Link, mention: Mention) -> Verdict:
        told = remembered.get((link, mention))
        return Verdict(told) if told else known[mention]

    return [
        Resolved(link, meant(link, link.french), meant(link, link.foreign))
        for link in whole
        if link.french and link.foreign
    ]


def verdicts(links: list[Link], watch: Watch = iter) -> dict[Mention, Verdict]:
    """Each different mention is looked for once: by its names, then around its point."""
    asked = list(dict.fromkeys(mention for link in links for mention in mentions_of(link)))
    named = Named(asked)
    found: dict[Mention, Verdict] = {}
    for link in watch(links):
        for mention in mentions_of(link):
            if mention not in found:
                found[mention] = settle(mention, named(mention))
    unsettled = [mention for mention in asked if found[mention].target is None]
    near = Near(unsettled)
    for mention in unsettled:
        found[mention] = settle(mention, [*named(mention), *near(mention)])
    return found


def mentions_of(link: Link) -> list[Mention]:
    return [mention for mention in (link.french, link.foreign) if mention]
