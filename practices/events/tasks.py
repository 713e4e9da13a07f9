"""Jobs of the agenda, where the worker looks for them."""

from practices.events.registering import tasks

__all__ = ["tasks"]
