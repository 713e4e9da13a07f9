import pytest
from django import forms
from django.http import QueryDict

from aict.territories.forms import CountriesField, TerritoriesField, TerritoryField
from aict.territories.models import Country, Territory


@pytest.fixture
def small(lasting_small, db):
    pass


class Deposit(forms.Form):
    territory = TerritoryField(label="Collectivité", free=True)
    partners = TerritoriesField(label="Partenaires", scope="etranger", required=False)
    countries = CountriesField(label="Pays", required=False)


def bound(data=None, **fields):
    return Deposit(data if data is not None else {"territory": "commune-38185", **fields})


def cleaned(data=None, **fields):
    form = bound(data, **fields)
    assert form.is_valid(), form.errors
    return form.cleaned_data


def test_a_saved_draft_binds(small):
    found = cleaned(
        {
            "territory": "commune-38185",
            "partners": ["etranger-2540483", "etranger-2246452"],
            "countries": ["NA", "MA"],
        }
    )
    assert found["territory"] == Territory.objects.get(key="commune-38185")
    assert [t.name for t in found["partners"]] == ["Oujda", "Saint-Louis"]
    assert [c.name for c in found["countries"]] == ["Namibie", "Maroc"]


def test_a_draft_of_lists_binds(small):
    found = cleaned({"territory": ["commune-38185"], "countries": "MA"})
    assert found["territory"].name == "Grenoble"
    assert [c.code for c in found["countries"]] == ["MA"]


def test_a_request_binds(small):
    found = cleaned(QueryDict("territory=region-53&countries=MA&countries=SN&countries=MA"))
    assert found["territory"].name == "Bretagne"
    assert [c.code for c in found["countries"]] == ["MA", "SN"]


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("Grenoble", "commune-38185"),
        ("saint etienne", "commune-42218"),
        ("38185", "commune-38185"),
        ("Saint-Denis (Commune · Gard)", "commune-30247"),
        ("Communauté de communes du Trièves", "epci-200030658"),
        ("Alsace", "statut-particulier-6AE"),
    ],
)
def test_a_typed_name_without_namesake_is_resolved(small, typed, key):
    assert cleaned({"territory_texte": typed})["territory"].key == key


def test_several_names_are_typed_with_semicolons(small):
    found = cleaned(
        {"territory": "commune-38185", "countries_texte": "maroc ; Sénégal;", "countries": ["NA"]}
    )
    assert [c.code for c in found["countries"]] == ["NA", "MA", "SN"]


def test_namesakes_are_proposed_and_one_is_chosen(small):
    form = bound({"territory_texte": "Saint-Denis"})
    assert not form.is_valid()
    assert "précisez votre choix" in form.errors["territory"][0]
    html = str(form["territory"])
    assert 'name="territory_choix" value="commune-97411"' in html
    assert 'value="Saint-Denis"' in html
    again = {"territory_texte": "Saint-Denis", "territory": "", "territory_choix": "commune-97411"}
    assert cleaned(again)["territory"].key == "commune-97411"


def test_text_changed_without_script_beats_the_hidden_key(small):
    shown = {"territory": "commune-38185", "territory_texte": "Grenoble (Commune · Isère)"}
    assert cleaned(shown)["territory"].name == "Grenoble"
    assert cleaned(shown | {"territory_texte": "Lille"})["territory"].name == "Lille"
    assert not bound(shown | {"territory_texte": ""}).is_valid()


def test_a_free_name_is_kept_when_nothing_resembles_it(small):
    assert cleaned({"territory": "Syndicat Zxqwv"})["territory"] == "Syndicat Zxqwv"


def test_a_free_name_is_kept_when_its_author_insists(small):
    assert not bound({"territory": "Grenobl"}).is_valid()
    assert cleaned({"territory": "libre:Grenobl"})["territory"] == "Grenobl"


def test_no_free_name_elsewhere(small):
    form = bound(partners=["libre:Zxqwv"])
    assert "n’est pas dans la liste" in form.errors["partners"][0]


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"territory": "commune-99999"}, "pas dans la liste"),
        ({"territory": "etranger-2540483"}, "pas du bon type"),
        ({"territory": ""}, "obligatoire"),
        ({"territory": "x" * 300}, "trop longue"),
        ({"territory": "x\x00y"}, "caractère interdit"),
        ({"partners": ["commune-38185"]}, "pas du bon type"),
        ({"countries": ["ZZ"]}, "pas dans la liste"),
        ({"countries": ["MA"] + [f"pays {n}" for n in range(60)]}, "au plus"),
    ],
)
def test_refusals_are_told_in_french(small, fields, sentence):
    form = bound(**fields)
    assert not form.is_valid()
    assert sentence in str(form.errors)


def test_all_unknown_countries_are_told(small):
    form = bound(countries=["ZZ", "Zxqwv", "MA"])
    assert len(form.errors["countries"]) == 2


def test_a_former_commune_answers_by_its_successor(small):
    assert cleaned(territory="commune-59355")["territory"].name == "Lille"


def test_an_area_answers_by_its_authority(small):
    assert cleaned(territory="departement-67")["territory"].key == "statut-particulier-6AE"
    assert cleaned(territory="commune-75056")["territory"].name == "Ville de Paris"


def test_redisplay_keeps_everything(small):
    form = Deposit(
        {"territory": "libre:Mon syndicat", "partners": ["etranger-2540483"], "countries": ["NA"]}
    )
    assert 'value="Mon syndicat"' in str(form["territory"])
    assert 'value="libre:Mon syndicat"' in str(form["territory"])
    assert "Oujda (Ville · L’Oriental, Maroc)" in str(form["partners"])
    assert 'value="NA" checked' in str(form["countries"])
    assert "Namibie" in str(form["countries"])


def test_initial_rows_are_shown_by_key(small):
    territory = Territory.objects.get(key="commune-38185")
    form = Deposit(
        initial={"territory": territory, "countries": Country.objects.filter(code__in=["MA"])}
    )
    assert 'value="commune-38185"' in str(form["territory"])
    assert 'value="MA" checked' in str(form["countries"])


def test_unchanged_values_are_not_a_change(small):
    territory = Territory.objects.get(key="commune-38185")
    initial = {"territory": territory, "partners": [], "countries": Country.objects.none()}
    form = Deposit({"territory": "commune-38185"}, initial=initial)
    assert form.changed_data == []


def test_doubts_do_not_leak_to_the_next_form(small):
    bound({"territory_texte": "Saint-Denis"}).is_valid()
    assert "lequel" not in str(Deposit()["territory"])


def test_a_form_of_three_lists_asks_little(small, django_assert_num_queries):
    data = {"territory": "commune-38185", "partners": ["etranger-2540483"], "countries": ["MA"]}
    with django_assert_num_queries(3):
        cleaned(data)
