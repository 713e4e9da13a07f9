"""Imports go down: a module knows its own level's package and what lies below, never what lies above."""

import ast
import graphlib
import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from django.apps import apps

from tests.laws.sources import BASE, CODE, files, module_name, python_files, shown, tree

# From the ground up. Two packages on one line do not know each other.
ORDER: list[tuple[str, ...]] = [
    (
        "aict",
        "aict.embedded_pg",
        "aict.mailbox",
        "aict.storage",
    ),  # 0  ground, no Django application
    ("aict.db", "aict.backup"),  # 1
    ("aict.ui",),  # 2  foundation
    ("aict.documents", "aict.markdown"),  # 3
    ("aict.taxonomies",),  # 4
    ("aict.territories",),  # 5
    ("aict.people",),  # 6
    ("aict.moderation",),  # 7
    ("aict.search",),  # 8
    ("aict.listing",),  # 9
    ("aict.alerts", "aict.dynamic", "aict.imports", "aict.links"),  # 10
    ("partnerships", "surveys"),  # 11  rooms
    ("practices",),  # 12
    (  # 13  inner rooms
        "practices.events",
        "practices.exchange",
        "practices.lessons",
        "practices.publications",
        "practices.sheets",
        "surveys.campaign",
        "surveys.intake",
        "surveys.texts",
    ),
    ("practices.dossiers", "surveys.results"),  # 14
    ("surveys.followup",),  # 15
    ("aict.api", "aict.pages"),  # 16  roof
    ("aict.boot", "aict.settings", "aict.urls", "aict.wsgi"),  # 17
    ("aict.bench",),  # 18  measures the whole house; nobody imports it
]
# Neighbours whatever their levels: surveys meets neither of the two other rooms.
STRANGERS = {frozenset({"surveys", "partnerships"}), frozenset({"surveys", "practices"})}
RANK = {name: rank for rank, names in enumerate(ORDER) for name in names}
DYNAMIC = {"import_module", "import_string", "get_model"}


def package_of(module: str) -> str | None:
    """The entry of ORDER that holds `module`; None for somebody else's code."""
    parts = module.split(".")
    if parts[0] not in CODE:
        return None
    if parts[0] != "aict":
        inner = ".".join(parts[:2])
        return inner if inner in RANK else parts[0]
    name = ".".join(parts[:2])
    assert name in RANK, f"{name} has no place in ORDER (tests/laws/test_imports.py)"
    return name


def fault(importer: str, imported: str) -> bool:
    """Whether the package `importer` may not know the package `imported`."""
    if importer == imported:
        return False
    rooms = frozenset({importer.split(".")[0], imported.split(".")[0]})
    strangers = rooms in STRANGERS
    return strangers or RANK[imported] >= RANK[importer]


def imports(file: Path, base: Path = BASE) -> list[tuple[int, str]]:
    """(line, module) for every import, those inside functions and those made by name included."""
    found = []
    package = module_name(file, base).split(".")
    if file.name != "__init__.py":
        package.pop()
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Import):
            found += [(node.lineno, name.name) for name in node.names]
        elif isinstance(node, ast.ImportFrom):
            start = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join([*start, *([node.module] if node.module else [])])
            # `from aict import listing` names a package by its last word.
            found += [(node.lineno, f"{module}.{name.name}") for name in node.names]
        elif isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
            called = getattr(node.func, "attr", getattr(node.func, "id", ""))
            if called in DYNAMIC and isinstance(node.args[0].value, str):
                found.append((node.lineno, by_label(node.args[0].value)))
    return found


def by_label(name: str) -> str:
    """A model's label ("listing.Clock") is a module's name, less the prefix of the house or of its room."""
    first = name.split(".")[0]
    return next(
        (f"{p}.{name}" for p in ("aict", "practices", "surveys") if f"{p}.{first}" in RANK), name
    )


def faults(base: Path = BASE) -> list[str]:
    found = []
    for file in python_files(*CODE, base=base):
        importer = package_of(module_name(file, base))
        for line, module in imports(file, base):
            if module == "aict" or (module.startswith("aict.") and module.count(".") == 1):
                imported = module if module in RANK else None
            else:
                imported = package_of(module)
            if importer and imported and fault(importer, imported):
                found.append(f"{file.relative_to(base)}:{line} imports {module}")
    return found


def test_imports_go_down():
    assert faults() == []


def known_by_file() -> dict[str, set[str]]:
    """Module → modules of the house whose names it takes."""
    names = {module_name(file): file for file in python_files(*CODE)}
    return {
        name: {known for _line, asked in imports(file) if (known := held_by(asked, names))} - {name}
        for name, file in names.items()
    }


def held_by(asked: str, names: Mapping[str, Path]) -> str:
    """The file that holds a name: `a.b.Word` is in `a.b`."""
    while asked and asked not in names:
        asked = asked.rpartition(".")[0]
    return asked


def test_no_files_know_each_other_in_a_circle():
    graphlib.TopologicalSorter(known_by_file()).prepare()  # raises CycleError, which names them


def test_relations_go_down():
    found = []
    for model in apps.get_models():
        importer = package_of(model.__module__)
        for field in model._meta.get_fields():
            related = field.related_model
            if not importer or field.auto_created or not isinstance(related, type):
                continue
            imported = package_of(related.__module__)
            if imported and fault(importer, imported):
                found.append(f"{model.__name__}.{field.name} points up to {related.__name__}")
    assert found == []


def test_templates_go_down():
    """What a template extends, includes or loads belongs to its own application or to one below."""
    found = []
    used = re.compile(r"{%\s*(?:extends|include)\s+[\"']([\w-]+)/")
    for file in files("templates", ".html", ".txt"):
        importer = by_label(file.relative_to(BASE / "templates").parts[0])
        for label in used.findall(file.read_text()):
            imported = by_label(label)
            if importer in RANK and imported in RANK and fault(importer, imported):
                found.append(f"{shown(file)} uses {label}/")
    assert found == []


@pytest.mark.parametrize(
    ("file", "source", "seen"),
    [
        ("aict/people/views.py", "from aict.moderation import gate", True),
        ("aict/people/views.py", "def f():\n    import practices.models", True),
        ("aict/people/views.py", "from ..listing.models import Clock", True),
        ("aict/people/views.py", "from aict import listing", True),
        ("aict/people/views.py", "apps.get_model('listing.Clock')", True),
        ("aict/people/views.py", "apps.get_model('partnerships', 'Actor')", True),
        ("aict/people/views.py", "from aict.territories.models import Territory", False),
        ("aict/people/views.py", "from .models import User", False),
        ("surveys/models.py", "from partnerships.models import Actor", True),
        ("practices/models.py", "import surveys", True),
        ("surveys/results/models.py", "from practices.sheets import models", True),
        ("partnerships/models.py", "from practices import models", True),
        ("practices/models.py", "from partnerships import models", False),
        ("practices/views.py", "from aict import settings", True),
        ("aict/pages/views.py", "from aict.api import views", True),
        ("aict/pages/views.py", "import practices, surveys.models", False),
    ],
)
def test_the_law_sees(tmp_path, file, source, seen):
    path = tmp_path / file
    path.parent.mkdir(parents=True)
    path.write_text(source)
    assert bool(faults(tmp_path)) == seen
