"""The settings file: the nearest kztimeline.toml or pyproject.toml that has any settings."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from kztimeline.cli.knobs import checked, placed
from kztimeline.model import KzError, UsageError

_OWN, _SHARED = "kztimeline.toml", "pyproject.toml"
_EDITS = "edit"  # the corrections, which stand in the same file
_STDIN = "-"


class FileSettings(NamedTuple):
    """Values by the field they fill, and where each stands: `kztimeline.toml:3`."""

    values: dict[str, object]
    places: dict[str, str]


NO_SETTINGS = FileSettings({}, {})


def settings_for(paths: Iterable[str]) -> FileSettings:
    """Settings from the nearest file that has any, from the folder of the paths upwards.

    `UsageError` where a setting is unknown or its value makes no sense, `InputError` where the
    file cannot be read.
    """
    for folder in _upwards(paths):
        for name in (_OWN, _SHARED):
            path = _from_here(folder / name)
            if os.path.isfile(path) and (table := _table(path)):  # noqa: PTH113  a barred folder
                return _settings(path, table)
    return NO_SETTINGS


def _upwards(paths: Iterable[str]) -> Iterator[Path]:
    """The folder that holds all paths, then those above; where there are none the working one."""
    folders = [_folder(Path(path)) for path in paths if path and path != _STDIN]
    try:
        start = Path(os.path.commonpath(folders)) if folders else Path.cwd()
    except ValueError:  # two drives
        start = Path.cwd()
    return iter((start, *start.parents))


def _folder(path: Path) -> Path:
    real = Path(os.path.abspath(path))  # noqa: PTH100  links stay: the user named this way
    return real if os.path.isdir(real) else real.parent  # noqa: PTH112


def _from_here(path: Path) -> Path:
    try:
        return Path(os.path.relpath(path))
    except ValueError:  # another drive
        return path


def _table(path: Path) -> dict[str, Any]:
    from kztimeline.sources import parse_toml, read_toml_text

    if path.name == _SHARED:
        text = read_toml_text(path)
        if "kztimeline" not in text:  # somebody else's, whatever state it is in
            return {}
        table = parse_toml(text, path).get("tool", {}).get("kztimeline", {})
        if isinstance(table, dict) and _EDITS in table:
            message = f"`{path.as_posix()}`: edits do not stand here"
            raise UsageError(message, hint="put them into kztimeline.toml beside the articles")
    else:
        table = parse_toml(read_toml_text(path), path)
        table.pop(_EDITS, None)
    return table if isinstance(table, dict) else {}


def _settings(path: Path, table: dict[str, Any]) -> FileSettings:
    from kztimeline.sources import read_toml_text

    lines = read_toml_text(path).split("\n")
    values: dict[str, object] = {}
    places: dict[str, str] = {}
    for key, value in table.items():
        place = _place(path, key, lines)
        try:
            field, plain = checked(key, value, path.parent)
        except KzError as error:
            raise placed(error, place) from error
        values[field], places[field] = plain, place
    return FileSettings(values, places)


def _place(path: Path, key: str, lines: list[str]) -> str:
    spelled = re.compile(rf"\s*[\[\"']*{re.escape(key)}[\]\"']*\s*(?:=|$)")
    found = (number for number, line in enumerate(lines, 1) if spelled.match(line))
    line = next(found, None)
    return f"{path.as_posix()}:{line}" if line else path.as_posix()
