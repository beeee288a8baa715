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
from kztimeline.pipeline import Story, edit_story, link_story
from kztimeline.sources import EditsRead


def make(
    material: Material,
    working: Working,
    talking: Talking,
    path_of: Callable[[str], str],
    read: EditsRead | None = None,
) -> Timeline:
    """Build and publish with the edits; what was left out on the way is among the warnings."""
    return edited(link(material, working, talking), material, read or EditsRead(), path_of)


def link(material: Material, working: Working, talking: Talking) -> Story:
    """All that comes before the edits: articles read, told, held against each other."""
    watch = Watch(material.intake.count, talking)
    try:
        with spread(working, talking) as each:
            return link_story(material.documents(), material.settings, watch.over(each))
    finally:
        watch.close()


def edited(
    story: Story, material: Material, read: EditsRead, path_of: Callable[[str], str]
) -> Timeline:
    """What is made of it with these edits, published."""
    timeline = edit_story(story, read.edits)
    noted = replace(timeline, notes=(*material.notes(), *read.notes, *timeline.notes))
    return publish(noted, __version__, path_of)
