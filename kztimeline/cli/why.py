"""`kztimeline why`: how an event came to its date, and its sources to each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from kztimeline.cli.options import Correcting, Talking, Working, takes

if TYPE_CHECKING:
    from kztimeline.outputs.records import Event, Timeline

EXAMPLES = """\
Examples:
  kztimeline why ev-5c1f0a9e articles/           by id, or the start of one
  kztimeline why herald.txt:3 articles/          by a place that the timeline cites
  kztimeline why mn-77b1 timeline.json           by a mention, in a saved timeline
"""
_LISTED = 8


@takes(Correcting, Working, Talking)
def command(
    reading: Correcting,
    working: Working,
    talking: Talking,
    context: typer.Context,
    event: Annotated[
        str, typer.Argument(help="id, start of an id, mention, or path:line", metavar="EVENT")
    ],
    color: Annotated[
        str, typer.Option(metavar="WHEN", help="auto (default), always, never", show_default=False)
    ] = "auto",
) -> None:
    """Explain how an event came to its date."""
    import sys

    from kztimeline.cli.intake import help_if_alone
    from kztimeline.cli.streams import deliver, look_of
    from kztimeline.outputs.explain import explain

    help_if_alone(reading.paths, context)
    look = look_of(sys.stdout, color)
    timeline = _open(reading, working, talking)
    deliver(explain(_one(event, timeline), timeline, look), None)


def _open(reading: Correcting, working: Working, talking: Talking) -> Timeline:
    """A saved timeline, in a file or piped in, or one built now from the same articles."""
    from kztimeline.cli.editing import edits_for
    from kztimeline.cli.intake import gather
    from kztimeline.cli.making import make
    from kztimeline.cli.saved import is_saved, is_timeline, open_saved, piped_in, read_saved

    paths = reading.paths or ["-"]
    if len(paths) == 1 and is_saved(paths[0]):
        return open_saved(paths[0])
    if paths == ["-"] and is_timeline(raw := piped_in()):
        return read_saved(raw, reading.stdin_name)
    material = gather(reading, paths, piped=raw if paths == ["-"] else None)
    return make(material, working, talking, str, edits_for(reading, material))


def _one(key: str, timeline: Timeline) -> Event:
    from kztimeline.model import UsageError
    from kztimeline.outputs.finding import find_events

    found = find_events(timeline, key)
    if not found:
        message = f"no event is called `{key}`"
        raise UsageError(
            message, hint="ids stand in `build -f csv`; `path:line` of a source will do too"
        )
    if len(found) > 1:
        listed = "".join(f"\n{event.id} {event.title}" for event in found[:_LISTED])
        message = f"`{key}` may mean {len(found)} events:{listed}"
        raise UsageError(message, hint="use one of these ids")
    return found[0]
