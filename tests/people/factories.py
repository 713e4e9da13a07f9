"""People of the tests, made by plain functions. Everything has a sensible default."""

from itertools import count

from allauth.account.models import EmailAddress
from django.utils import timezone

from aict.people.models import Membership, Role, User
from aict.taxonomies.models import Service
from aict.territories.models import Country, Territory

PASSWORD = "demonstration-2026"
_numbers = count(1)


def there(model, **key):
    """That row, or None. Nobody else writes meanwhile: the savepoint of get_or_create can be spared."""
    return model.objects.filter(**key).first()


def territory(level="metropole", code="200040715", name="Grenoble-Alpes-Métropole", **fields):
    """That territory, made when it is not there; French unless `country` says otherwise."""
    key = {"level": level, "code": code}
    if found := there(Territory, **key):
        return found
    fields.setdefault("country", country("FR", "France"))
    return Territory.objects.create(**key, name=name, **fields)


def country(code="FR", name="France", **fields):
    return there(Country, code=code) or Country.objects.create(code=code, name=name, **fields)


def service(slug="relations-internationales", label="Relations internationales"):
    return there(Service, slug=slug) or Service.objects.create(slug=slug, label=label)


def user(role=Role.OFFICER, verified=True, **fields):
    """Someone who can sign in with PASSWORD, her address verified; member of nothing."""
    number = next(_numbers)
    fields.setdefault("email", f"personne{number}@collectivite.example")
    fields.setdefault("name", f"Personne {number}")
    password = fields.pop("password", PASSWORD)
    person = User.objects.create_user(password=password, role=role, **fields)
    EmailAddress.objects.create(user=person, email=person.email, verified=verified, primary=True)
    return person


def membership(person=None, territory_=None, service_=None, confirmed=True, by=None):
    """A membership of `person`; confirmed unless told otherwise."""
    return Membership.objects.create(
        user=person or user(),
        territory=territory_ or territory(),
        service=service_ or service(),
        confirmed_at=timezone.now() if confirmed else None,
        confirmed_by=by,
    )


def officer(territory=None, service=None, confirmed=True, **fields):
    """An officer, by default a confirmed member of Grenoble-Alpes-Métropole."""
    person = user(Role.OFFICER, **fields)
    membership(person, territory, service, confirmed)
    return person


def coordinator(**fields):
    return user(Role.COORDINATOR, **fields)


def administrator(**fields):
    return user(Role.ADMINISTRATOR, **fields)
