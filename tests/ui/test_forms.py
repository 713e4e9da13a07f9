"""Django's fields and errors, in our templates."""

from django import forms
from django.forms import formset_factory
from django.template import Context, Template

from aict.ui import errors


class Sample(forms.Form):
    title = forms.CharField(label="Titre", max_length=100, help_text="Un <verbe> d’abord")
    kind = forms.ChoiceField(
        label="Nature", choices=[("a", "A"), ("b", "B")], widget=forms.RadioSelect
    )
    note = forms.CharField(label="Note", required=False, max_length=20)
    agreed = forms.BooleanField(label="D’accord")

    def clean(self):
        raise forms.ValidationError("Ensemble, cela ne va pas")


def faulty():
    form = Sample({"title": "", "kind": "c"})
    form.is_valid()
    return form


def test_a_field_ties_help_and_error_to_its_control():
    html = faulty()["title"].as_field_group()
    assert 'aria-describedby="id_title_helptext id_title_error"' in html
    assert 'id="id_title_helptext"' in html
    assert 'id="id_title_error"' in html
    assert 'aria-invalid="true"' in html
    assert "&lt;verbe&gt;" in html
    assert 'data-limit="100"' in html


def test_optional_fields_say_so_and_short_ones_are_not_counted():
    html = Sample()["note"].as_field_group()
    assert "facultatif" in html
    assert "data-counter" not in html
    assert "facultatif" not in Sample()["title"].as_field_group()


def test_choices_stand_in_a_fieldset():
    html = faulty()["kind"].as_field_group()
    assert "<fieldset" in html
    assert "<legend" in html
    assert html.count('class="choice"') == 2


def test_links_of_the_summary_reach_the_controls():
    found = errors.links(faulty())
    assert found[0] == ("", "", "Ensemble, cela ne va pas")
    assert [target for target, _, _ in found[1:]] == ["id_title", "id_kind_0", "id_agreed"]
    html = faulty().as_div()
    assert all(f'id="{target}"' in html for target, _, _ in found[1:])


def test_rows_count_in_the_summary():
    rows = formset_factory(Sample, extra=0)(
        {"r-TOTAL_FORMS": "1", "r-INITIAL_FORMS": "0", "r-0-note": "x"}, prefix="r"
    )
    rows.is_valid()
    assert ("id_r-0-title", "Titre", "Ce champ est obligatoire.") in errors.links(None, [rows])


def test_summary_is_silent_when_all_is_well():
    template = Template('{% include "components/error_summary.html" %}')
    assert template.render(Context({"form": forms.Form({})})).strip() == ""
    assert 'href="#id_title"' in template.render(Context({"form": faulty()}))
