"""Back office: what coordinators said once of a name in a list of links; deleted, it is asked again."""

from django.contrib import admin

from partnerships.models import LinkChoice


@admin.register(LinkChoice)
class LinkChoiceAdmin(admin.ModelAdmin):
    list_display = ["told", "territory", "reason", "by", "at"]
    list_filter = ["reason"]
    list_select_related = ["territory", "by"]
    search_fields = ["told"]

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False
