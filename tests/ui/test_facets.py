from aict.ui.facets import Option, facet_group


def test_options_carry_value_label_count_and_bar():
    html = facet_group(
        "Niveau", "niveau", [Option("commune", "Commune", 1204), Option("region", "Région", 602)]
    )
    assert "<legend>Niveau</legend>" in html
    assert 'name="niveau" value="commune"' in html
    assert "<b>1\u202f204</b>" in html
    assert '<rect width="100%"' in html
    assert '<rect width="50%"' in html


def test_categories_show_their_shape():
    html = facet_group("Catégorie", "categorie", [Option("promotion", "Promotion", 3)])
    assert 'data-category="promotion"' in html
    assert '<svg class="shape"' in html


def test_a_long_facet_unfolds_but_keeps_what_is_selected_in_sight():
    options = [Option(str(n), f"Pays {n}", 1, selected=n == 9) for n in range(10)]
    visible, folded = facet_group("Pays", "pays", options, 3).split("<details")
    assert visible.count("<li>") == 4
    assert 'value="9" checked' in visible
    assert folded.count("<li>") == 6
    assert "Voir les 6 autres" in folded


def test_one_more_choice_is_singular():
    options = [Option(str(n), str(n), 1) for n in range(3)]
    assert "Voir l’autre choix" in facet_group("Pays", "pays", options, 2)


def test_everything_is_escaped():
    html = facet_group("<t>", "pays", [Option('"><script>', "<b>", 0)])
    assert "<script>" not in html
    assert "<b>0</b>" in html
    assert "&lt;b&gt;" in html
    assert "&lt;t&gt;" in html


def test_nothing_to_choose_shows_nothing():
    assert facet_group("Pays", "pays", []) == ""
    assert 'width="0%"' in facet_group("Pays", "pays", [Option("MA", "Maroc", 0)])
