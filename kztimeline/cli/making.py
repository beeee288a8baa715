"""Articles to a published timeline: the corridor run with a bar beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from msgspec.structs import replace

from kztimeline import __version__
from kztimeline.cli.intake import Material
from kztimeline.cli.options import Talking, Working
from kztimeline.cli.progress import Watch
from kztimeline.cli.working import spread
from kztimeline.mappers import Spools
from kztimeline.model import Mapper, Settings, serial
from kztimeline.outputs.publish import publish
from kztimeline.outputs.records import Timeline
from kztimeline.pipeline import Story, edit_story, link_story
from kztimeline.sources import EditsRead

SPARES = True  # what no bug ends: whoever looks for bugs turns it off, here or with `--debug`


def make(
    material: Material,
    working: Working,
    talking: Talking,
    path_of: Callable[[str], str],
    read: EditsRead | None = None,
) -> Timeline:
    """Build and publish with the edits; what was left out on the way is among the warnings."""
    with _watched(material, working, talking) as each:
        story = link_story(material.documents(), _settings(material, talking), each, Spools())
        return edited(story, material, read or EditsRead(), path_of, each)


def link(material: Material, working: Working, talking: Talking) -> Story:
    """All that comes before the edits: articles read, told, held against each other."""
    with _watched(material, working, talking) as each:
        return link_story(material.documents(), _settings(material, talking), each, Spools())


def _settings(material: Material, talking: Talking) -> Settings:
    return replace(material.settings, spares=SPARES and not talking.debug)


def edited(
    story: Story,
    material: Material,
    read: EditsRead,
    path_of: Callable[[str], str],
    each: Mapper = serial,
) -> Timeline:
    """What is made of it with these edits, published."""
    timeline = edit_story(story, read.edits, each)
    noted = replace(timeline, notes=(*material.notes(), *read.notes, *timeline.notes))
    return publish(noted, __version__, path_of, story.spool)


@contextmanager
def _watched(material: Material, working: Working, talking: Talking) -> Iterator[Mapper]:
    """Whoever does the work, with a bar beside it."""
    watch = Watch(material.intake.count, talking)
    try:
        with spread(working, talking) as each:
            yield watch.over(each)
    finally:
        watch.close()
