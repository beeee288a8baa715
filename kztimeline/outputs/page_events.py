"""An event on the page: its line, its quotes with the words that date it, why it is dated so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct

from kztimeline.model import Modality, Review, Status
from kztimeline.outputs.by_hand import how_dated, standing
from kztimeline.outputs.days import heading, moment
from kztimeline.outputs.explain import facts_of, links_in_words, told_by_hand
from kztimeline.outputs.inert import inert
from kztimeline.outputs.marks import MEANINGS, Mark, mark_of
from kztimeline.outputs.quoting import Piece, dated_elsewhere, pieces
from kztimeline.outputs.records import Article, Event, Source, Timeline
from kztimeline.outputs.short_names import ShortNames
from kztimeline.outputs.summary import count
from kztimeline.outputs.telling import caveats, place

_BARE = re.compile(r"^\w+day,? (?=\d)")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z]{2})?")
_LABELS = {
    "found": "dated by", "anchor": "article’s day", "step": "because", "so": "reads as",
}  # fmt: skip


class Fact(Struct, frozen=True):
    """A label and what is said under it."""

    label: str
    words: tuple[str, ...]


class Cited(Struct, frozen=True):
    """One telling: where, its sentence in pieces, how it came to its date."""

    id: str
    place: str
    article: str
    article_title: str
    language: str | None
    pieces: tuple[Piece, ...]
    elsewhere: str
    facts: tuple[Fact, ...]


class EventView(Struct, frozen=True):
    """An event: `articles`, `people` and `flags` are words that the filters look for."""

    id: str
    title: str
    mark: str
    meaning: str
    when: str
    caveats: tuple[str, ...]
    told_in: str
    articles: str
    people: str
    flags: str
    facts: tuple[Fact, ...]
    sources: tuple[Cited, ...]
    links: tuple[str, ...]


class Desk(Struct, frozen=True):
    """What all events of a page share: articles by id, short names, numbers for the filters."""

    articles: Mapping[str, Article]
    names: ShortNames
    numbers: Mapping[str, str]
    people: Mapping[str, str]
    article_names: Mapping[str, str]

    @classmethod
    def of(cls, timeline: Timeline, names: ShortNames, people: Mapping[str, str]) -> Desk:
        """The desk of a run; `people` are the numbers of the names."""
        articles = {article.id: article for article in timeline.articles}
        numbers = {key: str(at) for at, key in enumerate(articles)}
        told = {key: names.short(article.path) for key, article in articles.items()}
        return cls(articles, names, numbers, people, told)


def event_view(event: Event, desk: Desk, *, is_dated: bool) -> EventView:
    """An event ready to be shown; `is_dated` puts its date on its line."""
    mark = mark_of(event)
    told = dict.fromkeys(desk.numbers[source.article] for source in event.sources)
    who = dict.fromkeys(desk.people[name] for who in event.who if (name := inert(who)))
    return EventView(
        id=event.id,
        title=inert(event.title),
        mark=mark.value,
        meaning=MEANINGS[mark],
        when=_BARE.sub("", heading(event)) if is_dated else (moment(event) or ""),
        caveats=(*caveats(event), *standing(event)),
        told_in=desk.names.told_in(event),
        articles=" ".join(told),
        people=" ".join(who),
        flags=" ".join(_flags(event, mark)),
        facts=tuple(_facts(event)),
        sources=tuple(_cited(source, desk) for source in event.sources),
        links=tuple(links_in_words(event)),
    )


def _flags(event: Event, mark: Mark) -> Iterator[str]:
    yield event.status.value
    if event.certainty:
        yield "firm" if event.certainty in {"stated", "derived"} else "loose"
    if event.modality is not Modality.HAPPENED:
        yield event.modality.value
    yield "unreviewed" if event.review is Review.UNREVIEWED else "reviewed"
    if mark in {Mark.PLAN, Mark.DATELESS}:
        yield mark.value


def _facts(event: Event) -> Iterator[Fact]:
    if event.display_date:
        clock = f", {event.time}" if event.time else ""
        edtf = f"EDTF {event.edtf}, {how_dated(event)}"
        yield Fact("when", (f"{heading(event)}{clock} ({edtf})",))
    if event.status is Status.CONFLICT and len(event.readings) > 1:
        yield Fact("readings", tuple(_readings(event)))
    told = (
        f"{count(event.source_count, 'article')}, {count(event.voice_count, 'independent voice')}"
    )
    yield Fact("told by", (told,))
    for label, names in (("who", event.who), ("where", event.where)):
        if names:
            yield Fact(label, (", ".join(inert(name) for name in names),))
    by_hand: dict[str, list[str]] = {}
    for label, words in told_by_hand(event):
        by_hand.setdefault(label, []).append(words)
    yield from (Fact(label, tuple(words)) for label, words in by_hand.items())


def _readings(event: Event) -> Iterator[str]:
    for reading in event.readings:
        yield f"{inert(reading.display_date or reading.edtf)} ({', '.join(reading.sources)})"


def _cited(source: Source, desk: Desk) -> Cited:
    article = desk.articles[source.article]
    language = article.language
    spoken = language if _LANGUAGE.fullmatch(language) and language != "en" else None
    found = source.expression
    elsewhere = ""
    if found and dated_elsewhere(source):
        elsewhere = f"dated by “{inert(found.text)}” on line {found.line}"
    return Cited(
        id=source.id,
        place=place(source),
        article=article.id,
        article_title=inert(article.title),
        language=spoken,
        pieces=tuple(pieces(source)),
        elsewhere=elsewhere,
        facts=tuple(_grouped(source, article)),
    )


def _grouped(source: Source, article: Article) -> Iterator[Fact]:
    """The facts of `why` without the quote, those of one label together."""
    gathered: dict[str, list[str]] = {}
    for label, words in facts_of(source, article):
        if label != "says":
            gathered.setdefault(_LABELS.get(label, label), []).append(words)
    return (Fact(label, tuple(words)) for label, words in gathered.items())
