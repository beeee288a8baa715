"""`kztimeline bench`: how fast articles are read, stage by stage, beside dateparser's search."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from kztimeline.cli.options import Reading, Talking, takes

if TYPE_CHECKING:
    from kztimeline.evaluation.laps import Laps
    from kztimeline.model import Document, Settings

EXAMPLES = """\
Examples:
  kztimeline bench articles/                     what each stage costs
  kztimeline bench samples/ | tail -1            the ratio alone

One process, nothing remembered: `build` is faster by the cores it has, and by
what its cache knows. Seconds are of the processor; MB are of text.
"""
_FIRST = "Date: 2024-05-05\n\nTwo men were hurt in Lund on 3 May, police said on Monday."


@takes(Reading, Talking)
def command(reading: Reading, talking: Talking, context: typer.Context) -> None:
    """Measure speed and memory on articles."""
    from kztimeline.cli.intake import gather, help_if_alone
    from kztimeline.cli.notices import warn
    from kztimeline.cli.streams import deliver
    from kztimeline.evaluation.laps import Laps, search_speed
    from kztimeline.outputs.publish import warning

    help_if_alone(reading.paths, context)
    material = gather(reading, reading.paths)
    documents = list(material.documents())
    laps = Laps(len(documents), sum(len(document.text.encode()) for document in documents))
    _build(documents, material.settings, laps)
    finding, peer = laps.speed("draft", "days"), search_speed(each.text for each in documents)
    told = f"dates are found {finding / peer:.0f} times as fast as by dateparser.search"
    deliver((f"{line}\n" for line in (*laps.table(), told)), None)
    warn([warning(note) for note in material.notes()], talking)


def _build(documents: list[Document], settings: Settings, laps: Laps) -> None:
    """The corridor in its stages, each measured by itself."""
    from kztimeline import __version__
    from kztimeline.anchors import settle_anchors
    from kztimeline.clusters import link_events
    from kztimeline.model import Document
    from kztimeline.outputs.as_json import write_json
    from kztimeline.outputs.publish import publish
    from kztimeline.pipeline import Story, draft_article, edit_story, first_reading, tell_article

    first = Document("first.txt", _FIRST, "")
    laps.run("load", lambda: first_reading(settings, first))  # the tables, on first use
    drafts = laps.run("draft", lambda: [draft_article(each, settings) for each in documents])
    settled = laps.run("days", lambda: settle_anchors(drafts, settings.anchoring))
    pairs = list(zip(drafts, settled, strict=True))
    accounts = laps.run(
        "tell", lambda: [tell_article(draft, one.anchor, settings) for draft, one in pairs]
    )
    linked = laps.run("link", lambda: link_events(accounts, settings.merging))
    story = Story(tuple(accounts), linked, (), settings)
    timeline = laps.run("merge", lambda: edit_story(story, ()))
    published = laps.run("publish", lambda: publish(timeline, __version__))
    laps.run("write", lambda: sum(map(len, write_json(published))))
