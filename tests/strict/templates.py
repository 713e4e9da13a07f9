"""An undefined variable in one of our templates is an error."""

import sys
from pathlib import Path

from django.template.base import Node


class UndefinedVariableError(AssertionError):
    """A template of ours shows a variable that nobody gave it."""


class Undefined:
    """Django's `string_if_invalid`: raises in our templates, stays empty in those of libraries.

    `{% if name %}` and `{% for x in name %}` accept a missing name, as in production.
    """

    def __init__(self, base_dir: Path):
        self.ours = f"{base_dir}/"

    def __contains__(self, text: str) -> bool:
        return text == "%s"

    def __mod__(self, variable) -> str:
        return self.answer(f"« {variable} »")

    def __str__(self) -> str:
        return self.answer("an attribute that failed")

    def answer(self, what: str) -> str:
        origin, line = current_template()
        if origin.startswith(self.ours) and "/site-packages/" not in origin:
            raise UndefinedVariableError(
                f"{what} is undefined in {origin.removeprefix(self.ours)}:{line}"
            )
        return ""


def current_template() -> tuple[str, int]:
    """(file, line) of the template tag being rendered, read from the calling frames."""
    frame = sys._getframe(1)
    while frame is not None:
        node = frame.f_locals.get("self")
        if isinstance(node, Node) and getattr(node, "origin", None) and node.token:
            return str(node.origin.name), node.token.lineno
        frame = frame.f_back
    return "", 0
