"""Which events are wanted, from the options."""

from __future__ import annotations

from kztimeline.cli.intake import read_day
from kztimeline.cli.options import Choosing
from kztimeline.model import UsageError
from kztimeline.outputs.filters import Wanted


def wanted(choosing: Choosing) -> Wanted:
    """Bounds as full days: `--since 2022-01` starts with the month, `--until` ends with it."""
    since = read_day(choosing.since, "--since").first_day if choosing.since else None
    until = read_day(choosing.until, "--until").last_day if choosing.until else None
    if since and until and since > until:
        message = f"`--since {choosing.since}` is after `--until {choosing.until}`"
        raise UsageError(message, hint="swap them")
    return Wanted(
        since.isoformat() if since else None,
        until.isoformat() if until else None,
        choosing.grep,
        choosing.min_sources,
    )
