"""What stands under the page of a row: owner, freshness, citation. It makes the page trusted and quoted."""

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.utils.translation import gettext as _

from aict.listing.listed import Listed
from aict.moderation.kinds import KINDS
from aict.moderation.models import Contribution
from aict.ui.dates import long_date

SITE = "AICT éco"


@dataclass(frozen=True)
class Foot:
    slug: str
    # Of its contribution: what gathers pages names them so.
    token: str
    owner: str
    verified: date | None
    verified_by: str
    rhythm: str
    to_verify: bool
    citation: str
    address: str
    licence: str
    contact: str
    history: str
    report: str
    # Any officer may propose another text of one part.
    open: bool = False
    # Where a question is asked through the platform; "" when it is not.
    ask: str = ""


def reminder_of(contribution: Contribution) -> str:
    """« tous les ans », or « le 3 décembre 2026 » when the text fixed its day."""
    fixed, verified = contribution.review_on, contribution.verified_on
    if fixed and verified and fixed > verified:
        return f"{_('le')} {long_date(fixed)}"
    return str(contribution.get_review_months_display()).lower()


def foot_of(
    row: Listed, author: str, owner: str, licence: str, contact: str, ask: str = ""
) -> Foot:
    """`author` is cited, `owner` answers for the page. The contribution is read with the row."""
    contribution = row.contribution
    title = f"« {row.title} »"
    if contribution.fictional:
        title += f" ({_('exemple fictif')})"
    address = settings.SITE_URL + row.get_absolute_url()
    version = _("version du %s") % long_date(row.updated_at)
    return Foot(
        slug=row.slug,
        token=str(contribution.token),
        owner=owner,
        verified=contribution.verified_on,
        verified_by=str(contribution.get_verified_by_display()),
        rhythm=reminder_of(contribution),
        to_verify=Contribution.objects.to_verify().filter(pk=contribution.pk).exists(),
        citation=", ".join(
            # Where the site itself is the author, it is not said twice.
            [*([author] if author != SITE else []), title, SITE, version, address]
        ),
        address=address,
        licence=licence,
        contact=contact,
        history=f"{row.get_absolute_url()}versions/",
        report=f"{row.get_absolute_url()}signaler/",
        ask=ask,
        open=KINDS[contribution.kind].open_to_proposals,
    )
