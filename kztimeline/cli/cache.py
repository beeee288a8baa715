"""`kztimeline cache`: what is remembered of articles read before."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

EXAMPLES = """\
Examples:
  kztimeline cache info                          where it is, and how large
  kztimeline cache clear                         throw it away
  kztimeline build articles/ --no-cache          do without it once

What an article gives is kept by its text, the settings and the rules that read
it, so that a second build reads only what is new. The articles that were used
longest ago go when there is more than 1 GB.
"""


class Action(StrEnum):
    """What to do with the cache."""

    INFO = "info"
    CLEAR = "clear"


def command(
    action: Annotated[Action, typer.Argument(help="info or clear", show_default=False)],
) -> None:
    """Show or clear what is remembered of articles."""
    from kztimeline.cli.streams import deliver
    from kztimeline.mappers import Store, cache_folder
    from kztimeline.model import InputError, OutputError

    folder = cache_folder()
    if folder is None:
        message = "there is no cache: you have no home to keep it in"
        raise InputError(message, hint="set XDG_CACHE_HOME to a folder of yours")
    store = Store(folder)
    if action is Action.CLEAR:
        try:
            store.clear()
        except OSError as error:
            message = f"cannot clear `{folder.as_posix()}`: {(error.strerror or '').lower()}"
            raise OutputError(message, hint="remove the folder by hand") from error
        return
    size = store.size()
    store.close()
    if store.troubles:
        raise InputError(store.troubles[0], hint="`kztimeline cache clear` throws it away")
    megabytes = size.bytes / 1_000_000
    deliver([f"{folder.as_posix()}: {size.results:,} readings, {megabytes:.1f} MB\n"], None)
