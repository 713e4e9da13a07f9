"""Migrations of an empty database in a third of the time: a changed model is rendered alone.

Django renders again, after each operation, every model that a chain of relations leads to: here, all
of them. A table that was just made has nobody pointing at it yet; where Django itself puts the
rest off (`delay`), nobody asks for it before the next whole rendering; and a foreign key that comes
or goes changes nothing in the table it points at. For the embedded database only;
tests/walls/test_migrations.py compares what is built with what Django alone builds."""

from collections.abc import Callable

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


def alone(change: Callable[..., None]) -> Callable[..., None]:
    """`change` of a field of a model, which is then rendered without those around it."""

    def change_alone(self: ProjectState, app_label: str, model_name: str, *told, **more) -> None:
        apps = self.__dict__.pop("apps", None)  # nothing is rendered meanwhile
        change(self, app_label, model_name, *told, **more)
        if apps is not None:
            self.__dict__["apps"] = apps
            render_alone(self, app_label, model_name, delay=True)

    return change_alone


def install() -> None:
    ProjectState.reload_model = render_alone  # type: ignore[method-assign]
    ProjectState.add_field = alone(ProjectState.add_field)  # type: ignore[method-assign]
    ProjectState.remove_field = alone(ProjectState.remove_field)  # type: ignore[method-assign]
