"""The API against its own document, with what schemathesis invents: bounded in time and number."""

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings

from tests.partnerships.factories import funding
from tests.people.factories import country
from tests.practices.factories import practice

CHECKS = [
    schemathesis.checks.not_a_server_error,
    schemathesis.checks.status_code_conformance,
    schemathesis.checks.content_type_conformance,
    schemathesis.checks.response_schema_conformance,
]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    "path", ["/api/v1/pratiques/", "/api/v1/pratiques/{slug}/", "/api/v1/financements/"]
)
def test_answers_conform_to_the_document(live_server, client, path):
    practice(countries=[country("MA", "Maroc", groups=["apd"])])
    funding(country_groups=["apd"])
    document = client.get("/api/v1/openapi.json").json()
    schema = schemathesis.openapi.from_dict(document)
    schema.config.update(base_url=live_server.url)

    @settings(
        max_examples=30,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=schema[path]["GET"].as_strategy())
    def check(case):
        case.call_and_validate(checks=CHECKS, timeout=10)

    check()
