from aict.listing import registry


def test_lists_are_known_in_their_order():
    slugs = [section.slug for section in registry.sections()]
    assert slugs[:4] == ["pratiques", "partenariats", "acteurs", "financements"]
    assert slugs == list(dict.fromkeys(slugs))


def test_each_list_answers_at_its_address(db, client):
    for section in registry.sections():
        assert client.get(section.address).status_code == 200, section.slug


def test_the_list_of_a_kind_of_contribution():
    found = registry.section_of("practice")
    assert found is not None
    assert found.address == "/pratiques/"
    assert registry.section_of("") is None
