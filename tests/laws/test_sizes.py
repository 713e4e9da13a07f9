"""Small files, small functions, names that say what is inside."""

import ast
from statistics import median

from tests.laws.sources import (
    BASE,
    CODE,
    files,
    functions,
    lines,
    module_name,
    python_files,
    shown,
    tree,
)

FORBIDDEN = {
    "utils",
    "util",
    "helpers",
    "helper",
    "common",
    "commons",
    "misc",
    "services",
    "signals",
}


def long(paths, limit):
    counted = ((len(path.read_text().splitlines()), shown(path)) for path in paths)
    return [f"{name}: {count} lines" for count, name in counted if count > limit]


def test_files_hold_400_lines():
    sources = [*python_files(*CODE, "tests"), *files("static", ".css", ".js"), BASE / "Makefile"]
    assert long(sources, 400) == []


def test_half_of_the_files_hold_80_lines():
    counts = [len(file.read_text().splitlines()) for file in python_files(*CODE)]
    assert median(count for count in counts if count) <= 80


def test_templates_hold_120_lines():
    assert long(files("templates", ".html", ".txt"), 120) == []


def test_functions_hold_40_lines():
    found = [
        f"{shown(file)}:{node.lineno} {node.name}: {lines(node)} lines"
        for file in python_files(*CODE, "tests")
        for node in functions(file)
        if lines(node) > 40
    ]
    assert found == []


def test_views_hold_25_lines():
    found = [
        f"{shown(file)}:{node.lineno} {node.name}: {lines(node)} lines"
        for file in python_files(*CODE)
        if file.name == "views.py" or file.parent.name == "views"
        for node in tree(file).body
        if isinstance(node, ast.FunctionDef) and node.args.args[:1] and lines(node) > 25
        if node.args.args[0].arg == "request"
    ]
    assert found == []


def test_names_say_what_is_inside():
    found = [
        shown(file)
        for file in python_files(*CODE, "tests")
        if FORBIDDEN & set(module_name(file).split("."))
    ]
    assert found == []


def test_nothing_happens_behind_a_signal():
    found = [
        f"{shown(file)}:{node.lineno}"
        for file in python_files(*CODE)
        for node in ast.walk(tree(file))
        if isinstance(node, ast.ImportFrom)
        and (node.module or "").startswith("django.db.models.signals")
    ]
    assert found == []
