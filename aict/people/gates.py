"""Views kept for some roles."""

from functools import wraps

from django.core.exceptions import PermissionDenied


def coordinators_only(view):
    """The view, which answers 403 to anyone who does not coordinate."""

    @wraps(view)
    def guarded(request, *args, **kwargs):
        if not request.user.is_coordinator:
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded
