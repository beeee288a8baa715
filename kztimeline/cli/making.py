"""Articles to a published timeline: the corridor run with a bar beside it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from kztimeline import __version__
from kztimeline.cli.intake import Material
from kztimeline.cli.options import Talking, Working
from kztimeline.cli.progress import Watch
from kztimeline.cli.working import spread
from kztimeline.outputs.publish import publish
from kztimeline.outputs.records import Timeline
from kztimeline.pipeline import build_timeline
from kztimeline.sources import EditsRead


def make(
    material: Material,
    working: Working,
    talking: Talking,
    path_of: Callable[[str], str],
    read: EditsRead | None = None,
) -> Timeline:
    """Build and publish with the edits; what was left out on the way is among the warnings."""
    read = read or EditsRead()
    watch = Watch(material.intake.count, talking)
    try:
        with spread(working, talking) as each:
            timeline = build_timeline(
                material.documents(), material.settings, watch.over(each), read.edits
            )
    finally:
        watch.close()
    noted = replace(timeline, notes=(*material.notes(), *read.notes, *timeline.notes))
    return publish(noted, __version__, path_of)
