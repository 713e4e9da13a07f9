"""The strictness of the test environment is itself tested."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.http import HttpResponse
from django.template import engines
from django.template.loader import get_template, render_to_string
from django.test import TransactionTestCase
from django.urls import path

from aict.people.models import Membership
from aict.territories.models import Country
from tests.people.factories import country, officer
from tests.practices import workflow
from tests.strict import database
from tests.strict.reads import WriteOnReadError, written_tables
from tests.strict.templates import UndefinedVariableError


@login_not_required
def greedy(request):
    country("IT", "Italie")
    return HttpResponse("ok")


urlpatterns = [path("greedy/", greedy)]


@pytest.mark.urls(__name__)
@pytest.mark.parametrize("method", ["get", "head"])
def test_a_read_that_writes_fails(db, client, method):
    with pytest.raises(WriteOnReadError, match="territories_country"):
        getattr(client, method)("/greedy/")


@pytest.mark.urls(__name__)
def test_a_post_may_write(db, client):
    assert client.post("/greedy/").status_code == 200


@pytest.mark.parametrize(
    ("sql", "tables"),
    [
        ('INSERT INTO "people_user" ("a") VALUES (1)', {"people_user"}),
        ('UPDATE "people_user" SET a = 1', {"people_user"}),
        ('DELETE FROM "people_user"', {"people_user"}),
        ('WITH x AS (DELETE FROM "a" RETURNING *) INSERT INTO b SELECT * FROM x', {"a", "b"}),
        ("SELECT procrastinate_defer_job_v1(1)", {"procrastinate_defer_job_v1"}),
        ('SELECT * FROM "people_user" FOR UPDATE OF "people_user"', set()),
        ("SELECT * FROM a WHERE t = 'on va UPDATE tables et DELETE FROM b'", set()),
    ],
)
def test_written_tables(sql, tables):
    assert written_tables(sql) == tables


@pytest.fixture
def our_template(settings, tmp_path):
    """Writes a template of ours and renders it."""

    def render(name, source, **context):
        (tmp_path / name).write_text(source)
        return render_to_string(name, context)

    engine = engines["django"].engine
    loader = engine.template_loaders[0].loaders[0]
    ours = engine.string_if_invalid.ours
    loader.dirs, engine.string_if_invalid.ours = [tmp_path], f"{tmp_path}/"
    engine.template_loaders[0].reset()
    yield render
    loader.dirs, engine.string_if_invalid.ours = None, ours
    engine.template_loaders[0].reset()


def test_an_undefined_variable_fails(our_template):
    with pytest.raises(UndefinedVariableError, match=r"missing.*one\.html:2"):
        our_template("one.html", "{{ known }}\n{{ missing }}", known=1)
    with pytest.raises(UndefinedVariableError, match=r"known\.missing"):
        our_template("two.html", "{{ known.missing|default:'x' }}", known=1)


def test_a_missing_name_may_be_tested_or_looped_over(our_template):
    assert our_template("three.html", "{% if no %}x{% endif %}{% for a in no %}x{% endfor %}") == ""


def test_libraries_keep_their_manners():
    assert engines["django"].from_string("a{{ missing }}b").render() == "ab"
    assert "/site-packages/" in get_template("admin/login.html").origin.name
    assert "<form" in render_to_string("admin/login.html")


def test_passwords_are_hashed_fast(db):
    user = get_user_model().objects.create_user("a@b.example", "x")
    assert user.password.startswith("md5$")


def test_a_test_that_commits_leaves_nothing(transactional_db):
    workflow.submitted(officer())
    kinds = ContentType.objects.count()
    database.empty(TransactionTestCase())
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM procrastinate_jobs")
        assert cursor.fetchone() == (0,)
    tables = set(connection.introspection.django_table_names(only_existing=True))
    models = connection.introspection.installed_models(tables)
    left = {model for model in models if model._base_manager.exists()}
    assert left == {ContentType, Permission}
    assert ContentType.objects.count() == kinds > 0


def test_rows_that_nothing_orders_come_last_made_first(db):
    for code, name in (("IT", "Italie"), ("MA", "Maroc"), ("ES", "Espagne")):
        country(code, name)
    places = [officer(email=f"{n}@a.example").memberships.get().pk for n in range(3)]
    assert [row.pk for row in Membership.objects.all()] == places[::-1]
    assert [row.name for row in Country.objects.all()] == ["Espagne", "France", "Italie", "Maroc"]
