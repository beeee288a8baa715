"""No file over 350 lines, no function over 40, and every file one purpose unlike any other's."""

from __future__ import annotations

import ast
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
FILES = sorted((ROOT / "kztimeline").rglob("*.py"))
MOST_LINES_IN_FILE = 350
MOST_LINES_IN_FUNCTION = 40
NAMES_NOT_USED = {
    "utils",
    "helpers",
    "common",
    "misc",
    "manager",
    "handler",
    "processor",
    "engine",
    "data",
    "info",
}


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_file_is_small(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MOST_LINES_IN_FILE


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_functions_are_small(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    long = [
        f"{node.name}: {length} lines"
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef)
        and (length := (node.end_lineno or node.lineno) - node.lineno + 1) > MOST_LINES_IN_FUNCTION
    ]

    assert long == []


def test_each_file_states_its_own_purpose() -> None:
    purposes = {
        name_of(path): (
            ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
        ).splitlines()[:1]
        for path in FILES
    }
    lines = Counter(line for first in purposes.values() for line in first)

    assert [name for name, first in purposes.items() if not first] == []
    assert [line for line, count in lines.items() if count > 1] == []


def test_no_empty_names() -> None:
    assert [name_of(path) for path in FILES if path.stem in NAMES_NOT_USED] == []
