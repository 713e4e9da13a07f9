"""Back office of the taxonomies: words may be corrected; slugs are contracts and rows are only retired."""

from django.contrib import admin

from aict.taxonomies import models


class TermAdmin(admin.ModelAdmin):
    list_display = ["label", "slug", "order", "retired"]
    list_filter = ["retired"]
    search_fields = ["label", "slug"]
    readonly_fields = ["slug"]

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


for model in models.Term.__subclasses__():
    admin.site.register(model, TermAdmin)
