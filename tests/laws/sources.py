"""The project's own files, as the laws read them."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

BASE = Path(__file__).resolve().parents[2]
CODE = ("aict", "partnerships", "practices", "surveys")


def python_files(*folders: str, base: Path = BASE) -> list[Path]:
    """Python files we wrote; migrations are written by a command."""
    found = [file for folder in folders for file in sorted((base / folder).rglob("*.py"))]
    return [file for file in found if "migrations" not in file.parts]


def files(folder: str, *suffixes: str) -> list[Path]:
    return [file for file in sorted((BASE / folder).rglob("*")) if file.suffix in suffixes]


@cache
def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text(), str(file))


def functions(file: Path) -> Iterator[ast.FunctionDef]:
    return (node for node in ast.walk(tree(file)) if isinstance(node, ast.FunctionDef))


def lines(node: ast.FunctionDef) -> int:
    """Lines from `def` to the last one; decorators are not counted."""
    return (node.end_lineno or node.lineno) - node.lineno + 1


def module_name(file: Path, base: Path = BASE) -> str:
    parts = file.relative_to(base).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def shown(file: Path) -> str:
    return str(file.relative_to(BASE))
