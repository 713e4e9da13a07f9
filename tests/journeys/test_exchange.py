"""What is asked, taken up, confided and told of the dynamic: axe and a small screen find nothing."""

import pytest

from practices.exchange import signed
from practices.lessons.listing import LESSONS
from tests.exchange import making as exchange
from tests.lessons import making as lessons
from tests.people import factories as people

SMALL = {"width": 320, "height": 800}


@pytest.fixture
def pages(transactional_db) -> dict[str, list[str]]:
    """Addresses for a visitor, and for a coordinator."""
    LESSONS.forget()
    practice = exchange.practice(title="Un salon à quatre")
    asked = exchange.at("answered", about=practice)
    exchange.at("published", about=practice, text="Et le retour ?")
    reuse = exchange.reuse_by(exchange.place("93", "Sud"), practice, "adapted")
    forwarded = exchange.at("forwarded", text="Combien d’agents ?")
    about = practice.get_absolute_url()
    told = lessons.at("submitted", situation="À Lyon, en mars 2024, pour 48 000 €.")
    return {
        "visitor": [
            *(about, f"{about}questions/", f"{about}reprises/", "/dynamique/"),
            *("/dynamique/contact/", "/retours-d-experience/", lessons.lesson().get_absolute_url()),
            f"/echanges/questions/reponse/{signed.answer_key(forwarded, exchange.team_of(forwarded))}/",
            f"/echanges/reprises/suite/{signed.follow_key(reuse)}/",
        ],
        "coordinator": [
            *("/echanges/", "/echanges/suivi/", asked.get_absolute_url()),
            *(reuse.get_absolute_url(), f"{about}questions/poser/", f"{about}reprises/declarer/"),
            *("/dynamique/modifier/", "/dynamique/versions/", "/retours-d-experience/raconter/"),
            *("/retours-d-experience/relecture/", told.get_absolute_url()),
        ],
    }


@pytest.mark.slow
def test_nothing_is_hard_to_read(page, live_server, axe, sign_in, pages):
    coordinator = people.coordinator()
    people.membership(coordinator)
    page.set_viewport_size(SMALL)
    for who, addresses in pages.items():
        if who == "coordinator":
            sign_in(coordinator)
        for address in addresses:
            answer = page.goto(live_server.url + address)
            assert answer.status == 200, address
            axe(page)
            width = page.evaluate("document.documentElement.scrollWidth")
            assert width <= SMALL["width"], address
