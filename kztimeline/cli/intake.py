"""From options to documents and settings: what every command that reads articles begins with."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING

import typer

from kztimeline.cli.messages import say
from kztimeline.cli.options import Reading
from kztimeline.languages import read_date
from kztimeline.model import (
    AnchorSettings,
    DateOrder,
    Document,
    Infer,
    Note,
    ReadingSettings,
    Settings,
    UsageError,
)
from kztimeline.sources import Intake, IntakeRequest, open_intake, read_stdin
from kztimeline.temporal import Interval

if TYPE_CHECKING:
    from typing import Any

_LANGUAGE = "en"
_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_USAGE = 2
_BORN = date(2026, 1, 1)  # of this program: a clock before it (1970, without a battery) is wrong


@dataclass(frozen=True, slots=True)
class Material:
    """Documents to read, the settings to read them with, and how to ask for the same again."""

    intake: Intake
    settings: Settings
    again: str

    def documents(self) -> Iterator[Document]:
        """One after another; each is read when it is asked for."""
        return iter(self.intake)

    def notes(self) -> tuple[Note, ...]:
        """What was left out; complete when all documents were taken."""
        return self.intake.notes


def gather(
    reading: Reading,
    paths: list[str] | None,
    output: str | None = None,
    *,
    piped: bytes | None = None,
) -> Material:
    """Find the articles and settle how they are read; nothing is read yet but `piped`."""
    _refuse_nameless(reading)
    order = date_order(reading.date_order)
    request = IntakeRequest(
        paths=tuple(paths or ["-"]),
        manifest=reading.manifest,
        encoding=reading.encoding,
        stdin_name=reading.stdin_name,
        use_mtime=reading.use_mtime,
        output=_stdout_file() if output in {None, "-"} else output,
        date_order=order,
        read_stdin=read_stdin if piped is None else lambda: piped,
    )
    settings = Settings(ReadingSettings(_LANGUAGE, order), _anchoring(reading, order))
    return Material(open_intake(request), settings, _again(reading, paths))


def _refuse_nameless(reading: Reading) -> None:
    """An empty name is an empty variable in somebody's script."""
    for option in ("manifest", "stdin_name"):
        if getattr(reading, option) == "":
            message = f"`--{option.replace('_', '-')}` has no name"
            raise UsageError(message, hint="give one, or leave the option out")


def _stdout_file() -> str | None:
    """The file that standard output is redirected to, so that it is not read as an article."""
    try:
        path = os.path.realpath("/dev/stdout")
        is_there = os.path.samestat(os.fstat(sys.stdout.fileno()), Path(path).stat())
        return path if is_there and Path(path).is_file() else None
    except (OSError, ValueError):
        return None


def help_if_alone(paths: list[str] | None, context: typer.Context) -> None:
    """Without paths and with nobody piping anything in, show the help rather than wait."""
    if not paths and sys.stdin.isatty():
        say(context.get_help())
        raise typer.Exit(_USAGE)


def date_order(word: str) -> DateOrder:
    """The order of all-numeric dates, in any case."""
    try:
        return DateOrder(word.upper())
    except ValueError:
        message = f"unknown date order `{word}`"
        raise UsageError(message, hint=f"--date-order is one of {', '.join(DateOrder)}") from None


def read_day(phrase: str, option: str, order: DateOrder = DateOrder.MDY) -> Interval:
    """The day, month or year that an option names, as `2022-01-11` or in words."""
    found = _ISO.fullmatch(phrase.strip())
    try:
        if found:
            return Interval.of(*(int(part) for part in found.groups() if part))
        interval = read_date(phrase, _LANGUAGE, order)
    except ValueError:
        interval = None
    if interval is None:
        message = f"cannot read `{phrase}` as a date for {option}"
        raise UsageError(message, hint="write 2022-01-11, 2022-01, 2022 or 11 January 2022")
    return interval


def _anchoring(reading: Reading, order: DateOrder) -> AnchorSettings:
    today = date.today()  # noqa: TID251, DTZ011  the one place that asks; civil time
    fallback = read_day(reading.anchor, "--anchor", order) if reading.anchor else None
    floor = read_day(reading.min_date, "--min-date", order).first_day if reading.min_date else None
    kept: dict[str, Any] = {"floor": floor} if floor else {}
    latest = today if today >= _BORN else None
    return AnchorSettings(fallback=fallback, latest=latest, infer=infer(reading.infer), **kept)


def infer(word: str) -> Infer:
    """How days that nothing states are worked out, in any case."""
    try:
        return Infer(word.lower())
    except ValueError:
        message = f"cannot infer `{word}`"
        raise UsageError(message, hint=f"--infer is one of {', '.join(Infer)}") from None


def _again(reading: Reading, paths: list[str] | None) -> str:
    """The arguments that read the same articles in the same way."""
    said: list[str] = []
    for name in ("anchor", "manifest", "date_order", "infer", "encoding", "stdin_name", "min_date"):
        value, usual = getattr(reading, name), Reading.__dataclass_fields__[name].default
        if value != usual:
            said += [f"--{name.replace('_', '-')}", str(value)]
    if reading.use_mtime:
        said.append("--use-mtime")
    files = [*dict.fromkeys(paths or ["-"])]
    if any(path.startswith("-") and path != "-" for path in files):
        return " ".join(map(_quoted, [*said, "--", *files]))
    return " ".join(map(_quoted, [*files, *said]))


def _quoted(argument: str) -> str:
    r"""An argument as a shell takes it, on one line and without what acts on a terminal.

    >>> _quoted("a b.txt"), _quoted("a\nb"), _quoted("\ud800"), _quoted("\udce9")
    ("'a b.txt'", "$'a\\x0ab'", "$'\\xed\\xa0\\x80'", "$'\\xe9'")
    """
    if argument.isprintable():
        return quote(argument)
    return f"$'{''.join(map(_escaped, argument))}'"


def _escaped(character: str) -> str:
    if character in "\\'":
        return f"\\{character}"
    if character.isprintable():
        return character
    is_byte = "\udc80" <= character <= "\udcff"  # of a name that is no UTF-8, as the system has it
    raw = character.encode("utf-8", "surrogateescape" if is_byte else "surrogatepass")
    return "".join(f"\\x{byte:02x}" for byte in raw)
