"""Where someone probably works: what her mail domain or her ProConnect identity suggests. Never more."""

from allauth.socialaccount.models import SocialAccount

from aict.people.models import MailDomain, Membership, User
from aict.territories.models import Territory

# Everybody's mail: it says nothing of an employer.
PUBLIC_MAIL = {
    "aol.com", "bbox.fr", "free.fr", "gmail.com", "gmx.fr", "hotmail.com", "hotmail.fr", "icloud.com", "laposte.net",
    "live.fr", "mailo.com", "msn.com", "neuf.fr", "numericable.fr", "orange.fr", "outlook.com", "outlook.fr",
    "proton.me", "protonmail.com", "sfr.fr", "wanadoo.fr", "yahoo.com", "yahoo.fr", "ymail.com",
}  # fmt: skip


def domain_of(email: str) -> str:
    """The part after @, or "" when it belongs to everybody."""
    domain = email.rpartition("@")[2].lower()
    return "" if domain in PUBLIC_MAIL else domain


def remember(membership: Membership) -> None:
    """After a confirmation: the next person with this domain will see its territory suggested."""
    if domain := domain_of(membership.user.email):
        MailDomain.objects.update_or_create(domain=domain, territory=membership.territory)


def known(memberships) -> set[int]:
    """Among these, the ids of those whose mail domain was already confirmed for their territory."""
    wanted = {m.pk: (domain_of(m.user.email), m.territory_id) for m in memberships}
    domains = {domain for domain, _territory in wanted.values() if domain}
    seen = set(MailDomain.objects.filter(domain__in=domains).values_list("domain", "territory_id"))
    return {pk for pk, pair in wanted.items() if pair in seen}


def suggested_territory(user: User) -> Territory | None:
    """The territory `user` probably works for: by SIRET when ProConnect gave one, else by mail domain."""
    account = SocialAccount.objects.filter(user=user, extra_data__has_key="siret").first()
    siren = str(account.extra_data["siret"] or "")[:9] if account else ""
    if siren and (territory := Territory.objects.filter(siren=siren).first()):
        return territory
    known = MailDomain.objects.filter(domain=domain_of(user.email)).exclude(domain="")
    latest = known.select_related("territory").order_by("-seen_at").first()
    return latest.territory if latest else None
