"""Articles and figures on the page: how each day is known, who gives which number."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from kztimeline.outputs.anchors import ground_of, grounds_of
from kztimeline.outputs.figures import amount, label_of
from kztimeline.outputs.inert import inert
from kztimeline.outputs.publish import anchor_row
from kztimeline.outputs.records import Figure, FigureReading, Timeline
from kztimeline.outputs.short_names import ShortNames
from kztimeline.outputs.wording import display_date
from kztimeline.temporal import DateKind, Interval


class ArticleView(Struct, frozen=True):
    """An article: its day in words, the ground for it, further grounds and rivals."""

    id: str
    title: str
    byline: str
    path: str
    url: str | None
    day: str
    datetime: str | None
    known: str
    ground: str
    more: tuple[tuple[str, str], ...]


class ReadingView(Struct, frozen=True):
    """A number and where it stands: words and the event that tells it."""

    amount: str
    places: tuple[tuple[str, str | None], ...]


class FigureView(Struct, frozen=True):
    """A counted thing and its numbers."""

    about: str
    status: str
    readings: tuple[ReadingView, ...]


def articles_of(timeline: Timeline, names: ShortNames) -> Iterator[ArticleView]:
    """All articles, in the published order."""
    for article in timeline.articles:
        anchor = article.anchor
        row = anchor_row(article.path, article.id, article.title, anchor)
        yield ArticleView(
            id=article.id,
            title=inert(article.title) or names.short(article.path),
            byline=", ".join(
                inert(words) for words in (article.author, article.publisher) if words
            ),
            path=inert(article.path),
            url=_link(article.url),
            day=_in_words(anchor.date) if anchor.date else "Day not known",
            datetime=anchor.date,
            known=anchor.certainty or "unknown",
            ground=ground_of(row),
            more=tuple(grounds_of(row, names)),
        )


def _in_words(prefix: str) -> str:
    parts = [int(part) for part in prefix.split("-")]
    return display_date(Interval.of(*parts), DateKind.INSTANT)


def _link(url: str | None) -> str | None:
    """Only what leads to a page of the web; anything else could run."""
    bare = inert(url or "")
    return bare if bare.lower().startswith(("https://", "http://")) else None


def figures_of(timeline: Timeline, names: ShortNames) -> Iterator[FigureView]:
    """Figures, those that sources differ on first."""
    events = {
        source.mention: event.id
        for event in (*timeline.events, *timeline.undated)
        for source in event.sources
    }
    for figure in sorted(timeline.figures, key=lambda figure: figure.status.value == "agree"):
        yield _figure(figure, events, names)


def _figure(figure: Figure, events: Mapping[str, str], names: ShortNames) -> FigureView:
    readings = tuple(
        ReadingView(amount(reading), tuple(_places(reading, events, names)))
        for reading in figure.readings
    )
    return FigureView(label_of(figure), figure.status.value, readings)


def _places(
    reading: FigureReading, events: Mapping[str, str], names: ShortNames
) -> Iterator[tuple[str, str | None]]:
    told: dict[str, str | None] = {}
    for source in reading.sources:
        told.setdefault(f"{names.short(source.path)}:{source.line}", events.get(source.mention))
    yield from told.items()
