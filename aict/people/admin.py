"""Back office: to look at people. Roles and confirmations are decided on the site, where they are journaled."""

from allauth.account.decorators import secure_admin_login
from django.contrib import admin

from aict.people.models import MailDomain, Membership, PeopleEntry, User

# One way in: the site's own, with its second factor and its rate limits.
admin.site.login = secure_admin_login(admin.site.login)


class ReadOnlyAdmin(admin.ModelAdmin):
    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


@admin.register(User)
class UserAdmin(ReadOnlyAdmin):
    list_display = ["email", "name", "function", "role", "is_active", "date_joined"]
    list_filter = ["role", "is_active"]
    search_fields = ["email", "name", "function"]
    fields = ["email", "name", "function", "role", "is_active", "date_joined", "last_login"]
    readonly_fields = ["email", "role", "date_joined", "last_login"]

    def has_change_permission(self, request, obj=None):
        """Correct a name, or suspend an account: never one's own."""
        return request.user.is_administrator and (obj is None or obj.pk != request.user.pk)


@admin.register(Membership)
class MembershipAdmin(ReadOnlyAdmin):
    list_display = ["user", "territory", "service", "created_at", "confirmed_at", "confirmed_by"]
    list_filter = [("confirmed_at", admin.EmptyFieldListFilter)]
    search_fields = ["user__email", "user__name", "territory__name"]
    list_select_related = ["user", "territory", "service", "confirmed_by"]


@admin.register(PeopleEntry)
class PeopleEntryAdmin(ReadOnlyAdmin):
    list_display = ["at", "action", "person", "territory", "service", "by", "detail"]
    list_filter = ["action"]
    list_select_related = ["person", "territory", "service", "by"]


@admin.register(MailDomain)
class MailDomainAdmin(ReadOnlyAdmin):
    """A wrong suggestion can be removed here."""

    list_display = ["domain", "territory", "seen_at"]
    search_fields = ["domain", "territory__name"]
    list_select_related = ["territory"]

    def has_delete_permission(self, request, obj=None):
        return request.user.is_administrator
