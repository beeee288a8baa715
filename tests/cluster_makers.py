"""Tellings by hand: one line of words becomes an event that the clusters room can compare."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from datetime import date

from msgspec import Struct, field

from kztimeline.clusters import link_events, merge_events
from kztimeline.model import (
    Account,
    Anchor,
    AnchorSource,
    Article,
    Attribution,
    Certainty,
    DateKind,
    Event,
    MergedEvent,
    MergeSettings,
    Modality,
    Quantity,
)
from kztimeline.temporal import Interval
from kztimeline.textual import Span

FRIDAY = Interval.of(2024, 3, 15)
TUESDAY = Interval.of(2024, 3, 12)
WEDNESDAY = Interval.of(2024, 3, 13)
_STOP = frozenset(
    re.findall(
        r"\w+",
        "a an and at by for from had he his in is its of on that the their they to two was were "
        "will with",
    )
)
_OPENERS = frozenset(  # capitals that open a sentence and name nobody
    re.findall(
        r"\w+",
        "A An Beekeepers Dockers Drivers Engineers Glassmakers Heavy Interior Off Police President "
        "Some The Three Tram Workers",
    )
)
_ENDING = re.compile(r"(ation|ing|ed|es|s)$")


class Telling(Struct, frozen=True):
    """One sentence with its day; names are its capitals but for the first word, unless given."""

    text: str
    when: Interval | None = TUESDAY
    kind: DateKind = DateKind.INSTANT
    certainty: Certainty = Certainty.DERIVED
    modality: Modality = Modality.HAPPENED
    negated: bool = False
    is_carried: bool = False
    numbers: tuple[tuple[float, str, str | None, *tuple[str, ...]], ...] = ()
    places: tuple[str, ...] = ()
    speaker: str | None = None
    names: tuple[str, ...] | None = None
    sentence: int | None = None


class Paper(Struct, frozen=True):
    """An article: its name, its day, its tellings."""

    name: str
    tellings: tuple[Telling, ...]
    day: Interval | None = FRIDAY
    more: str = field(default="")


def account(paper: Paper) -> Account:
    """The paper as the rooms before clusters would hand it on."""
    text = "\n".join(telling.text for telling in paper.tellings) + "\n" + paper.more
    sha = hashlib.sha256(text.encode()).hexdigest()
    article_id = "art-" + hashlib.sha256((paper.name + text).encode()).hexdigest()[:8]
    article = Article(
        id=article_id,
        locator=f"articles/{paper.name}.txt",
        part=None,
        sha256=sha,
        language="en",
        title="",
        text=text,
        sentences=(),
        quotes=tuple(Span(m.start(), m.end()) for m in re.finditer(r"“[^”]*”", text)),
        declared=(),
        line_ends=tuple(m.start() for m in re.finditer("\n", text)),
    )
    events: list[Event] = []
    start = 0
    for order, telling in enumerate(paper.tellings):
        events.append(_event(article, telling, start, order))
        start += len(telling.text) + 1
    source = AnchorSource.HEADER if paper.day else AnchorSource.NONE
    anchor = Anchor(article_id, paper.day, Certainty.STATED, source)
    return Account(article, anchor, (), tuple(events))


def _event(article: Article, telling: Telling, start: int, order: int) -> Event:
    span = Span(start, start + len(telling.text))
    told = telling.text.split()
    names = telling.names
    if names is None:
        capitals = (word.strip(".,;") for word in told if word[0].isupper())
        names = tuple(word for word in capitals if word not in _OPENERS)
    mention = f"{article.id}{telling.text}{telling.when}{order if telling.sentence is None else ''}"
    terms = {_ENDING.sub("", word) for word in re.findall(r"[a-z]+", telling.text.lower())} - _STOP
    sentence = span if telling.sentence is None else Span(telling.sentence, len(article.text))
    return Event(
        id="mn-" + hashlib.sha256(mention.encode()).hexdigest()[:8],
        article_id=article.id,
        span=sentence,
        clause=span,
        title=telling.text.rstrip("."),
        time=None,
        is_carried=telling.is_carried,
        when=telling.when,
        kind=telling.kind,
        certainty=telling.certainty,
        modality=telling.modality,
        negated=telling.negated,
        attribution=Attribution(telling.speaker, "said", span) if telling.speaker else None,
        quantities=tuple(_quantity(article, span, number) for number in telling.numbers),
        names=names,
        places=telling.places,
        terms=tuple(sorted(terms)),
        order=order,
    )


def _quantity(
    article: Article, span: Span, number: tuple[float, str, str | None, *tuple[str, ...]]
) -> Quantity:
    value, unit, comparator, *about = number
    words = f"{value:,.0f}"
    found = article.text.find(words, span.start, span.end)
    place = Span(found, found + len(words)) if found >= 0 else span
    low = None if comparator in {"less-than", "nearly", "at-most"} else value
    high = None if comparator in {"more-than", "at-least"} else value
    return Quantity(value, low, high, unit, comparator, "".join(about) or unit, words, place)


# The rest of the folder: other news, and more of the same story on other days, so that what its
# papers share is as common or as rare as in a real one.
BACKGROUND = tuple(
    Paper(f"filler-{number}", (Telling(text, Interval.on(date(2023, 1, 1 + 3 * number))),))
    for number, text in enumerate(
        (
            "The ferry line cut its winter fares.",
            "Police in Orrin arrested a smuggler.",
            "A museum bought eleven paintings at auction.",
            "President Ilves opened a bridge.",
            "The choir of Saint Bride sang for the mayor.",
            "Ilves told parliament that schools would get new roofs.",
            "A court in Lund heard the fishing case.",
            "Police in Orrin closed the old road.",
            "Ilves told parliament about his trip.",
            "Tram drivers asked for longer breaks.",
        )
    )
)


def merge(*papers: Paper, background: Sequence[Paper] = BACKGROUND) -> tuple[MergedEvent, ...]:
    """Merged events of the papers, those of the background left out."""
    accounts = [account(paper) for paper in (*papers, *background)]
    own = {account(paper).article.id for paper in papers}
    events = merge_events(link_events(accounts, MergeSettings())).events
    return tuple(event for event in events if event.members[0].article_id in own)
