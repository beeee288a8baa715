"""Targets: what makes a chronology of articles, room by room and all together."""

from __future__ import annotations

from datetime import date

from fuzz import laws
from fuzz.draw import Draw
from fuzz.words import DATES, story
from kztimeline.anchors import settle_anchors
from kztimeline.articles import read_article
from kztimeline.languages import load_language
from kztimeline.mappers.packing import pack, unpack
from kztimeline.model import (
    Account,
    Anchor,
    AnchorSettings,
    AnchorSource,
    Certainty,
    DateOrder,
    Declaration,
    Document,
    Infer,
    ReadingSettings,
    Settings,
)
from kztimeline.outputs import FORMATS, Dress, write
from kztimeline.outputs.look import Look
from kztimeline.outputs.publish import publish
from kztimeline.pipeline import build_timeline, draft_article, tell_article
from kztimeline.temporal import Interval
from kztimeline.times import doubtful_dates, resolve_times
from kztimeline.timexes import find_timexes

_YEARS = [1, 2, 99, 100, 1066, 1582, 1899, 1900, 1970, 1999, 2000, 2023, 2024, 2100, 9998, 9999]
_NAMES = ["a.txt", "b.txt", "herald_2024-03-15.txt", "20240229.md", "x/a.txt", "31-12-9999.txt"]
_SOURCES = ["manifest", "sidecar", "mtime"]


def _text(draw: Draw, most: int = 12) -> str:
    return story(draw, most).encode("utf-8", "replace").decode()


def _day(draw: Draw) -> Interval:
    """A day, month or year, at the edges of the calendar too."""
    year, month = draw.one(_YEARS), 1 + draw.below(12)
    kind = draw.below(6)
    if kind == 0:
        return Interval.of(year)
    if kind == 1:
        return Interval.of(year, month)
    return Interval.of(year, draw.one([month, 1, 12]), 1 + draw.below(28)) if kind < 5 else (
        Interval.on(draw.one([date.min, date.max, date(2000, 2, 29)]))
    )  # fmt: skip


def settings(draw: Draw) -> Settings:
    fallback = _day(draw) if draw.chance(3) else None
    latest = draw.one([None, date(2026, 11, 22), date(1970, 1, 1), date(2100, 1, 1)])
    anchoring = AnchorSettings(
        fallback=fallback,
        latest=latest,
        floor=draw.one([date(1995, 1, 1), date.min, date(2030, 1, 1), date.max]),
        infer=draw.one([Infer.DAY, Infer.DAY, Infer.ALL, Infer.NONE]),
    )
    return Settings(ReadingSettings("en", draw.one(list(DateOrder))), anchoring)


def times(draw: Draw) -> None:
    """The rules: found in the text, placed from any day or none, replayable."""
    text = _text(draw)
    language = load_language("en")
    article = read_article(Document("a.txt", text, "0" * 64), language, ReadingSettings())
    expressions = find_timexes(article, language)
    day = _day(draw) if draw.below(5) else None
    anchor = Anchor(article.id, day, Certainty.STATED, AnchorSource.OPTION)
    order = draw.one(list(DateOrder))
    placed = resolve_times(article, expressions, anchor, order)
    doubtful_dates(article, expressions, order)
    laws.account_holds(Account(article, anchor, placed))


def telling(draw: Draw) -> None:
    """One article from text to events."""
    used = settings(draw)
    document = Document(draw.one(_NAMES), _text(draw), "0" * 64, declared=_claims(draw))
    draft = draft_article(document, used)
    assert unpack(draft_article, pack(draft)) == draft, "not the same when remembered"
    (settled,) = settle_anchors((draft,), used.anchoring)
    laws.account_holds(tell_article(draft, settled.anchor, used))


def corpus(draw: Draw) -> None:
    """Some articles to a published chronology, and that in one format."""
    used = settings(draw)
    documents = [document(draw, number) for number in range(1 + draw.below(5))]
    timeline = build_timeline(documents, used)
    for account in timeline.accounts:
        laws.article_holds(account.article, account.article.text)
        laws.account_holds(account)
    published = publish(timeline, "9.9")
    laws.published_holds(published, {a.article.id: a.article.text for a in timeline.accounts})
    form = draw.one(FORMATS).name
    dress = Dress(Look(width=draw.one([1, 40, 80, 300])), guard=True)
    parts = [p.encode() if isinstance(p, str) else p for p in write(form, published, dress)]
    laws.export_holds(form, b"".join(parts), published)
    if draw.chance(8):
        backwards = build_timeline(documents[::-1], used)
        assert {e.id for e in backwards.events} == {e.id for e in timeline.events}, "order shows"


def document(draw: Draw, number: int) -> Document:
    """Retellings of one another now and then, as articles of one story are."""
    text = _text(draw, 6)
    return Document(
        f"{number}/{draw.one(_NAMES)}", text, f"{number:064}", declared=_claims(draw), twin=number
    )


def _claims(draw: Draw) -> tuple[Declaration, ...]:
    return tuple(
        Declaration(f"{draw.one(_SOURCES)}:{draw.one(['date', 'title', 'certainty', 'source', 'url'])}",
                    draw.one([draw.one(DATES), "2024-03-15", "2024-03", _text(draw, 1) or "x", "guessed"]))
        for _ in range(draw.below(3))
    )  # fmt: skip
