"""Partnerships as an Atom feed."""

from aict.listing.feeds import ListingFeed
from partnerships.filters import PartnershipFilter


class PartnershipFeed(ListingFeed):
    filterset = PartnershipFilter
    title = "AICT éco : partenariats"
    subtitle = "Les liens durables entre collectivités françaises et territoires étrangers"
    link = "/partenariats/"
