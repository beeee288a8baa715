"""Markdown: days as headings, an event a bullet, for notes, wikis and pull requests."""

from __future__ import annotations

from collections.abc import Iterator

from kztimeline.outputs.by_hand import doings, remarks
from kztimeline.outputs.days import headings, moment
from kztimeline.outputs.inert import inert_markdown
from kztimeline.outputs.records import Event, Figure, Timeline
from kztimeline.outputs.telling import asides, places

# Says who made the file, so that a later run on the same folder knows it for no article.
SIGNATURE = "<!-- kztimeline.timeline 1.0 -->"


def write_markdown(timeline: Timeline) -> Iterator[str]:
    """The chronology as a document; article text is shown as it stands, never as markup."""
    yield f"{SIGNATURE}\n\n# Timeline\n"
    for heading, events in headings(timeline.events):
        yield f"\n## {inert_markdown(heading)}\n\n"
        yield from (_bullet(event) for event in events)
    if timeline.undated:
        yield "\n## Date not known\n\n"
        yield from (_bullet(event) for event in timeline.undated)
    yield from _figures(timeline)
    if not timeline.events and not timeline.undated:
        yield "\nNo events found.\n"


def _bullet(event: Event) -> str:
    clock = f"{moment(event)} " if moment(event) else ""
    aside = ", ".join(asides(event))
    words = f" — *{inert_markdown(aside)}*" if aside else ""
    cited = inert_markdown(places(event)).replace("; ", ", ")
    done = "".join(f"  - *{inert_markdown(said)}*\n" for said in doings(event))
    noted = "".join(f"  - {inert_markdown(said)}\n" for said in remarks(event))
    return f"- {clock}{inert_markdown(event.title)}{words} ({cited})\n{done}{noted}"


def _figures(timeline: Timeline) -> Iterator[str]:
    disputed = [figure for figure in timeline.figures if figure.status != "agree"]
    if disputed:
        yield "\n## Figures on which sources differ\n\n"
        yield from (_figure(figure) for figure in disputed)


def _figure(figure: Figure) -> str:
    about = inert_markdown(figure.about or figure.unit)
    readings = "; ".join(
        f"{inert_markdown(reading.text)} "
        f"({', '.join(inert_markdown(f'{s.path}:{s.line}') for s in reading.sources)})"
        for reading in figure.readings
    )
    return f"- {about} ({figure.status}): {readings}\n"
