"""Who may do what with people: plain predicates, tested with the querysets they mirror."""


def coordinates(user) -> bool:
    return getattr(user, "is_active", False) and getattr(user, "is_coordinator", False)


def administers(user) -> bool:
    return getattr(user, "is_active", False) and getattr(user, "is_administrator", False)


def is_member_of(user, territory) -> bool:
    """Confirmed member of `territory`, whatever the service. Mirrors `members_of`."""
    return (
        user.is_authenticated
        and user.is_active
        and user.memberships.confirmed().filter(territory=territory).exists()
    )


def decides_membership(user, membership) -> bool:
    """Nobody confirms her own membership. Mirrors `Membership.objects.decidable_by`."""
    return coordinates(user) and membership.confirmed_at is None and membership.user_id != user.pk


def changes_role(user, person) -> bool:
    """Administrators, never their own. Mirrors `User.objects.role_changeable_by`."""
    return administers(user) and person.pk != user.pk
