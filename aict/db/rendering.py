"""Migrations of an empty database in a third of the time: a changed model is rendered alone.

Django renders again, after each operation, every model that a chain of relations leads to: here, all
of them. A table that was just made has nobody pointing at it yet; and where Django itself puts the
rest off (`delay`), nobody asks for it before the next whole rendering. For the embedded database
only; tests/walls/test_migrations.py compares what is built with what Django alone builds."""

from django.db.migrations.state import ProjectState

render_around = ProjectState.reload_model


def render_alone(self: ProjectState, app_label: str, model_name: str, delay: bool = False) -> None:
    """In place of `ProjectState.reload_model`."""
    if "apps" not in self.__dict__:  # nothing is rendered yet
        return
    known = model_name in self.apps.all_models[app_label]
    if known and not delay:
        render_around(self, app_label, model_name)
        return
    if known:
        self.is_delayed = True
        with self.apps.bulk_update():
            self.apps.unregister_model(app_label, model_name)
    self.apps.render_multiple([self.models[app_label, model_name]])


def install() -> None:
    ProjectState.reload_model = render_alone  # type: ignore[method-assign]
