"""What lasts longer than its words: a country renamed, an agreement without end."""

from datetime import date

import pytest
from django.core.management import call_command

from aict.territories.models import Country
from partnerships import ending
from tests.partnerships import factories
from tests.people import factories as people

pytestmark = pytest.mark.django_db


@pytest.mark.django_db(transaction=True)
def test_a_renamed_country_is_found_under_its_new_name(client):
    abroad = factories.abroad("Mbabane", "934985", "SZ", "Swaziland")
    factories.partnership(title="Grenoble – Mbabane", parties=[people.territory(), abroad])
    assert "Grenoble – Mbabane" in client.get("/partenariats/?q=swaziland").content.decode()
    Country.objects.filter(code="SZ").update(name="Eswatini")
    call_command("refresh_listings", verbosity=0)
    assert "Grenoble – Mbabane" in client.get("/partenariats/?q=eswatini").content.decode()
    page = client.get("/partenariats/?pays=SZ").content.decode()
    assert "Eswatini" in page
    assert "Swaziland" not in page


def test_an_agreement_without_end_is_last_by_end_and_never_reminded(client):
    lasting = factories.partnership(title="Sans terme", date_signed="2001-01-01")
    ending_soon = factories.partnership(
        title="Bientôt", parties=[people.territory(), factories.abroad("Sfax", "2467454")]
    )
    ending_soon.date_end = date(2030, 1, 1)
    ending_soon.save()
    ending_soon.refresh_listing()
    html = client.get("/partenariats/?tri=echeance").content.decode()
    assert html.index("Bientôt") < html.index("Sans terme")
    assert [row for row, _days in ending.due(date(2029, 12, 1))] == [ending_soon]
    assert "Échéance" not in client.get(lasting.get_absolute_url()).content.decode()
