from django.template import Context, Template
from django.utils.safestring import mark_safe


def render(text):
    return Template("{% load typo %}{{ text|fr }}").render(Context({"text": text}))


def test_typed_text_is_still_escaped():
    assert render("<b> ?") == "&lt;b&gt;\u202f?"


def test_extracts_stay_safe():
    assert render(mark_safe("un <mark>mot</mark> ?")) == "un <mark>mot</mark>\u202f?"


def test_nothing_stays_nothing():
    assert render(None) == ""


def test_optional_filters_leave_empty_values_empty():
    template = Template(
        "{% load typo %}[{{ x|money }}{{ x|long_date }}{{ x|number }}{{ x|decimal }}]"
    )
    assert template.render(Context({"x": None})) == "[]"
