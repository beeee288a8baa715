"""Which events are wanted, from the options."""

from __future__ import annotations

from pathlib import Path

from kztimeline.cli.intake import read_day
from kztimeline.cli.options import Choosing
from kztimeline.model import InputError, UsageError
from kztimeline.outputs.choice import Choice
from kztimeline.outputs.filters import Wanted


def wanted(choosing: Choosing) -> Wanted:
    """Bounds as full days: `--since 2022-01` starts with the month, `--until` ends with it."""
    since = read_day(choosing.since, "--since").first_day if choosing.since else None
    until = read_day(choosing.until, "--until").last_day if choosing.until else None
    if since and until and since > until:
        message = f"`--since {choosing.since}` is after `--until {choosing.until}`"
        raise UsageError(message, hint="swap them")
    choice = Choice(choosing.top, choosing.days, choosing.per_day, _topic(choosing))
    return Wanted(
        since.isoformat() if since else None,
        until.isoformat() if until else None,
        choosing.grep,
        choosing.min_sources,
        choice,
    )


def _topic(choosing: Choosing) -> str:
    """The words of `--topic` and of the file of `--topic-file`."""
    file = _read(choosing.topic_file) if choosing.topic_file is not None else ""
    return " ".join(f"{choosing.topic} {file}".split())


def _read(path: str) -> str:
    try:
        return Path(path).read_text(encoding="utf-8-sig")
    except (OSError, ValueError) as error:  # ValueError: not UTF-8, or a NUL in the name
        reason = getattr(error, "strerror", None) or "it is no text in UTF-8"
        message = f"cannot read `{path}`: {reason.lower()}"
        raise InputError(message, hint="name a text file with the words of the topic") from error
