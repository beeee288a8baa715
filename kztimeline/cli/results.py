"""The format and place of a result, from the options."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from os.path import relpath
from pathlib import Path, PurePosixPath

from kztimeline.cli.options import Writing
from kztimeline.cli.streams import STDOUT, check_output, look_of
from kztimeline.model import UsageError
from kztimeline.outputs import FORMATS, Dress, Format
from kztimeline.textual import sound


@dataclass(frozen=True, slots=True)
class Plan:
    """What will be written where; `output` is `None` for standard output."""

    format: str
    output: str | None
    dress: Dress

    def path_of(self, locator: str) -> str:
        """A path as it is written: in a file, relative to that file's folder where it can be."""
        text = sound(locator)
        if self.output is None or self.format in {"terminal", "lines"}:
            return text
        return _relative(text, Path(self.output).parent)


def plan(writing: Writing, *, everything: bool = False, among: Sequence[Format] = FORMATS) -> Plan:
    """Settle format and place, and refuse now what could not be written later."""
    output = None if writing.output in {None, STDOUT} else writing.output
    name = _named(writing, among) or _by_suffix(output, among)
    if output is None and not next(each for each in among if each.name == name).is_text:
        message = f"{name} is no text, and needs a file"
        raise UsageError(message, hint="name one, such as -o timeline.db")
    check_output(output)
    if writing.bom and name != "csv":
        message = f"`--bom` is for CSV, and this is {name}"
        raise UsageError(message, hint="add -f csv")
    look = look_of(sys.stdout, writing.color if output is None else "never", everything=everything)
    return Plan(name, output, Dress(look, guard=output is not None, bom=writing.bom))


def refuse_explaining(result: Plan) -> None:
    """An explanation is for people; the formats for programs carry the steps anyway."""
    if result.format not in {"terminal", "lines"}:
        message = f"`--explain` is for reading, and {result.format} is for programs"
        raise UsageError(message, hint=f"leave it out: the `steps` in {result.format} say the same")


def _named(writing: Writing, formats: Sequence[Format]) -> str | None:
    if writing.format and writing.json and writing.format.lower() != "json":
        message = f"`--json` and `--format {writing.format}` ask for two formats"
        raise UsageError(message, hint="leave one of them out")
    if writing.json:
        return "json"
    if writing.format is None:
        return None
    names = [each.name for each in formats]
    word = writing.format.lower()
    if word in names:
        return word
    meant = get_close_matches(word, names, n=1)
    guess = f"; did you mean `{meant[0]}`?" if meant else ""
    message = f"unknown format `{writing.format}`"
    raise UsageError(message, hint=f"formats are {', '.join(names)}{guess}")


def _by_suffix(output: str | None, formats: Sequence[Format]) -> str:
    if output is None:
        return "terminal" if sys.stdout.isatty() else "lines"
    suffix = Path(output).suffix.lower()
    for each in formats:
        if suffix in each.suffixes:
            return each.name
    known = ", ".join(suffix for each in formats for suffix in each.suffixes)
    message = f"cannot tell the format from the name `{output}`"
    raise UsageError(message, hint=f"end it in one of {known}, or say it with --format")


@lru_cache(maxsize=65_536)  # a path is written once for each of its passages
def _relative(locator: str, folder: Path) -> str:
    """The path seen from `folder`; as given where there is no way from one to the other."""
    if not Path(locator).exists():  # standard input, a name with broken characters
        return locator
    try:
        return PurePosixPath(Path(relpath(locator, folder)).as_posix()).as_posix()
    except ValueError:  # two drives
        return locator
