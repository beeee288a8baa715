"""The edits file written: one decision at a time, and everything else left as people wrote it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import tomlkit
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import AoT, Table

from kztimeline.cli.streams import deliver
from kztimeline.model import InputError
from kztimeline.outputs.inert import inert
from kztimeline.sources import read_toml_text

_KEY = "edit"
_LISTS = ("merge", "tags")  # what is said a second time is added to the first
_ALONE = "split"  # each takes out passages of its own
_COMMENT = 96  # characters, so that a line can be read
_MARK = "\ufeff"  # of byte order, which some editors begin a file with


class Written(NamedTuple):
    """The file's text before and after a decision; `None` where there was no file."""

    before: str | None
    after: str


class EditsFile:
    """The file that decisions go to; it is read anew for each, since people may edit it too."""

    def __init__(self, path: Path) -> None:
        """Nothing is read or written yet."""
        self.path = path

    def put(self, names: Collection[str], about: str, values: Mapping[str, object]) -> Written:
        """Write down what was decided of the event that `names` mean, its own first.

        It goes to the edit that names it already, else to a new one below a comment, `about`.
        """
        before = self._text()
        bare = (before or "").removeprefix(_MARK).replace("\r\n", "\n")
        try:
            document = tomlkit.parse(bare)
        except TOMLKitError as error:
            message = f"`{self.path.as_posix()}` is no TOML: {error}"
            raise InputError(message, hint="mend it and go on") from error
        if _KEY not in document:
            if document.body:
                document.add(tomlkit.nl())
            document.add(_KEY, tomlkit.aot())
        entries = document[_KEY]
        entry = None if _ALONE in values else self._found(entries, names)
        if entry is None:
            entry = _new(entries, next(iter(names)), about)
        for key, value in values.items():
            entry[key] = _joined(entry.get(key), value) if key in _LISTS else value
        after = tomlkit.dumps(document)
        if before and "\r\n" in before:
            after = after.replace("\n", "\r\n")
        mark = _MARK if before and before.startswith(_MARK) else ""
        deliver([mark + after], str(self.path))
        return Written(before, mark + after)

    def undo(self, written: Written) -> bool:
        """Take a decision back; false where the file was changed since by somebody else."""
        if self._text() != written.after:
            return False
        if written.before is None:
            self.path.unlink()
        else:
            deliver([written.before], str(self.path))
        return True

    def _text(self) -> str | None:
        if not self.path.exists():
            return None
        read_toml_text(self.path)  # says what is wrong with it
        return self.path.read_bytes().decode()

    @staticmethod
    def _found(entries: Any, names: Collection[str]) -> Any:  # noqa: ANN401  tomlkit's many shapes
        return next((each for each in entries if each.get("event") in names), None)


def _new(entries: Any, event: str, about: str) -> Any:  # noqa: ANN401
    """An entry for the event, in the way that the file has its edits."""
    if isinstance(entries, AoT):
        if entries.body and not entries.as_string().endswith("\n\n"):
            entries[-1].add(tomlkit.nl())
        table: Table = tomlkit.table()
        table.add(tomlkit.comment(inert(about)[:_COMMENT].rstrip()))
        table.add("event", event)
        entries.append(table)
        return entries[-1]
    entries.append({"event": event})  # edits in one line
    return entries[-1]


def _joined(before: object, more: object) -> Sequence[str]:
    listed = [before] if isinstance(before, str) else list(before or ())  # type: ignore[call-overload]
    return [*dict.fromkeys([*map(str, listed), *more])]  # type: ignore[misc]
