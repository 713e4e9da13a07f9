"""Choices that explain themselves: the nature and the category as cards, modalities by category."""

from django import forms
from django.utils.functional import cached_property

from aict.taxonomies.definitions import CategoryText, categories
from aict.taxonomies.enums import Category, Nature

NATURES: dict[str, str] = {
    Nature.STRATEGY.value: "Un cap : ce que la collectivité a décidé de viser, pour plusieurs années.",
    Nature.PROJECT.value: "Une action : ce qui a été fait, avec qui et pour quel effet.",
}


class Cards(forms.RadioSelect):
    """Radio buttons as cards: a word, and what it means under it. `told`: {value: sentence}."""

    template_name = "practices/widgets/cards.html"

    def __init__(self, told: dict[str, str], attrs=None):
        super().__init__(attrs)
        self.told = told

    def create_option(self, name, value, label, selected, index, subindex=None, attrs=None):
        option = super().create_option(name, value, label, selected, index, subindex, attrs)
        option["told"] = self.told.get(value, "")
        if option["told"] and "id" in option["attrs"]:
            option["attrs"]["aria-describedby"] = f"{option['attrs']['id']}_sens"
        return option


class CategoryCards(Cards):
    """The three categories with their definition, and cases on each side of the border."""

    template_name = "practices/widgets/category_cards.html"

    def __init__(self, attrs=None):
        super().__init__({text.slug: opening(text) for text in categories().values()}, attrs)

    def get_context(self, name, value, attrs):
        return super().get_context(name, value, attrs) | {"categories": categories().values()}


def opening(text: CategoryText) -> str:
    """The first sentence of the definition: enough to choose."""
    return text.definition.split(". ")[0].rstrip(".") + "."


class ModalitiesByCategory(forms.CheckboxSelectMultiple):
    """Modalities under the category they serve; `category` is the one chosen, shown first and open.

    A modality of several categories stands under the chosen one, or else under its first."""

    template_name = "practices/widgets/modalities.html"
    category = ""

    def optgroups(self, name, value, attrs=None):
        found: dict[str, list] = {slug: [] for slug in self.order}
        for _group, options, _index in super().optgroups(name, value, attrs):
            for option in options:
                served = option["value"].instance.categories
                option["attrs"]["data-serves"] = " ".join(served)
                found[self.category if self.category in served else served[0]].append(option)
        groups: list[tuple] = []
        count = 0
        for slug, options in found.items():
            for option in options:
                option["index"] = str(count)
                option["attrs"]["id"] = self.id_for_label(attrs["id"], str(count))
                count += 1
            groups.append((Category(slug), options, not self.category or slug == self.category))
        return groups

    @cached_property
    def order(self) -> list[str]:
        return sorted(Category.values, key=lambda slug: slug != self.category)
