"""Back office: what readers signalled, and when it was handled."""

from django.contrib import admin
from django.utils import timezone

from aict.listing.models import Report


@admin.register(Report)
class ReportAdmin(admin.ModelAdmin):
    list_display = ["contribution", "reason", "message", "at", "handled_at"]
    list_filter = ["reason", ("handled_at", admin.EmptyFieldListFilter)]
    list_select_related = ["contribution"]
    readonly_fields = ["contribution", "reason", "message", "at"]
    actions = ["mark_handled"]

    def has_add_permission(self, request):
        return False

    @admin.action(description="Marquer comme traité")
    def mark_handled(self, request, queryset):
        queryset.filter(handled_at=None).update(handled_at=timezone.now())
