"""Filters: French typography, numbers, amounts, dates. Empty values stay empty."""

from django import template

from aict.ui import dates, numbers, typography

register = template.Library()

EMPTY = (None, "")


@register.filter(is_safe=True)
def fr(text):
    """Typeset text typed by people; the template still escapes it. Extracts already made safe stay so."""
    return "" if text is None else typography.french(str(text))


def _optional(function):
    def filtered(value):
        return "" if value in EMPTY else function(value)

    filtered.__doc__ = function.__doc__
    return filtered


register.filter("number", _optional(numbers.number))
register.filter("money", _optional(numbers.money))
register.filter("money_exact", _optional(numbers.money_exact))
register.filter("percent", _optional(numbers.percent))
register.filter("file_size", _optional(numbers.file_size))
register.filter("long_date", _optional(dates.long_date))
register.filter("month_year", _optional(dates.month_year))
register.filter("clock", _optional(dates.clock))
register.filter("ago", _optional(dates.ago))


@register.filter
def decimal(value, places=1):
    """1204.5 → « 1 204,5 »."""
    return "" if value in EMPTY else numbers.number(value, places)


@register.simple_tag
def count(n, singular, plural=""):
    """{% count n "pratique" %} → « 0 pratique », « 2 pratiques »."""
    return numbers.count(n, singular, plural)


@register.simple_tag
def plural(n, singular, many):
    """The word alone, without the number: {% plural n "publiée" "publiées" %}."""
    return many if numbers.is_plural(n) else singular
