"""Back office: to look at contributions and their journal. States change on the site only."""

from django.contrib import admin

from aict.moderation.models import Contribution, JournalEntry
from aict.people.admin import ReadOnlyAdmin


@admin.register(Contribution)
class ContributionAdmin(ReadOnlyAdmin):
    list_display = ["title", "kind", "state", "live", "territory", "state_since"]
    list_filter = ["state", "live", "kind", "category", "fictional"]
    search_fields = ["title", "territory__name"]
    list_select_related = ["territory"]


@admin.register(JournalEntry)
class JournalEntryAdmin(ReadOnlyAdmin):
    list_display = ["contribution", "transition", "by", "at", "comment"]
    list_filter = ["transition"]
    list_select_related = ["contribution", "by"]
