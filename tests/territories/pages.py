"""A page with comboboxes, for the browser tests."""

from django import forms
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.template import RequestContext, Template
from django.urls import include, path

from aict.territories.forms import CountriesField, TerritoriesField, TerritoryField

PAGE = """{% extends "base.html" %}{% block content %}<h1>Proposer une pratique</h1>
<form method="post" class="form">{% csrf_token %}{{ form }}<div class="form-end"><button class="btn">Continuer</button></div>
</form>{% if done %}<p id="fait">{{ done }}</p>{% endif %}{% endblock %}"""


class Deposit(forms.Form):
    territory = TerritoryField(
        label="Collectivité porteuse",
        help_text="Par son nom, son code Insee ou son SIREN.",
        free=True,
    )
    partners = TerritoriesField(label="Territoires partenaires", scope="etranger", required=False)
    countries = CountriesField(
        label="Pays partenaires",
        help_text="Sans liste, séparez les noms par « ; ».",
        required=False,
    )


@login_not_required
def deposit(request):
    form = Deposit(request.POST or None)
    done = ""
    if form.is_valid():
        found = form.cleaned_data
        named = [found["territory"], *found["partners"], *found["countries"]]
        done = " + ".join(str(row) for row in named)
    page = Template(PAGE).render(RequestContext(request, {"form": form, "done": done}))
    return HttpResponse(page)


urlpatterns = [path("essai/", deposit, name="essai"), path("", include("aict.urls"))]
