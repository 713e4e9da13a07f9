"""Lessons as an Atom feed, dated by quarter."""

from aict.listing.feeds import LONGEST, ListingFeed
from practices.lessons.filters import LessonFilter
from practices.lessons.models import Lesson


class LessonFeed(ListingFeed):
    filterset = LessonFilter
    title = "AICT éco : retours d’expérience"
    subtitle = "Ce que des collectivités ne referaient pas, sans que l’on sache lesquelles"
    link = "/retours-d-experience/"

    def items(self, data):
        newest = data.copy()
        newest["tri"] = "recentes"
        return self.filterset(newest, Lesson.objects.published()).qs[:LONGEST]

    def item_title(self, item):
        return f"{item.title} (exemple fictif)" if item.fictional else item.title

    def item_description(self, item):
        return item.instead

    def item_pubdate(self, item):
        return item.updated_at
