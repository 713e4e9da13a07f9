"""Publications, with what their page and their card show."""

from aict.listing.listed import ListedQuerySet


class PublicationQuerySet(ListedQuerySet):
    def with_relations(self):
        return self.select_related("contribution").prefetch_related("themes")
