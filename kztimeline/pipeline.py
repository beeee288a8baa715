"""The corridor: the only file that knows the order of the rooms."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain, islice
from typing import Protocol, TypeVar

from kztimeline.anchors import Settled, own_anchors, settle_anchors
from kztimeline.articles import mark_quotes, read_article
from kztimeline.languages import load_language
from kztimeline.model import Account, Anchor, Document, Draft, Infer, Note, Settings, Timeline
from kztimeline.times import doubtful_dates, resolve_times
from kztimeline.timexes import find_timexes

_Out = TypeVar("_Out")


class Mapper(Protocol):
    """Applies a function to one or more columns, in order: `map`, or spread over workers."""

    def __call__(self, work: Callable[..., _Out], /, *columns: Iterable[object]) -> Iterable[_Out]:
        """Results in the order of the columns."""
        ...


def serial(work: Callable[..., _Out], /, *columns: Iterable[object]) -> Iterable[_Out]:
    """One after another, in this process: the plain `Mapper`."""
    return map(work, *columns)


def build_timeline(
    documents: Iterable[Document], settings: Settings, each: Mapper = serial
) -> Timeline:
    """Documents in, one chronology out; what is set aside on the way leaves a note in it."""
    # Here, for `dates` and `anchors` start without the rooms that tell and merge.
    from kztimeline.clusters import merge_events
    from kztimeline.timelines import assemble_timeline

    drafts = tuple(each(partial(draft_article, settings=settings), documents))
    anchors, notes = _settled(drafts, settings)
    accounts = tuple(each(partial(tell_article, settings=settings), drafts, anchors))
    events, figures = merge_events(accounts, settings.merging)
    return assemble_timeline(events, figures, accounts, notes, settings)


def draft_article(document: Document, settings: Settings) -> Draft:
    """One article before its day is known: read, its times found, its own claims to a day."""
    language = load_language(settings.reading.language)
    article = read_article(document, language, settings.reading)
    expressions = find_timexes(article, language)
    anchors = own_anchors(article, language, settings)
    if not any(anchor.interval for anchor in anchors):
        article = mark_quotes(article)  # its day is sought in its words: whose are they?
    return Draft(article, expressions, anchors, document.notes + article.notes)


def place_times(draft: Draft, anchor: Anchor, settings: Settings) -> Account:
    """One article once its day is known: its times on the calendar, nothing told yet."""
    order = settings.reading.date_order
    times = resolve_times(draft.article, draft.expressions, anchor, order)
    notes = draft.notes + doubtful_dates(draft.article, draft.expressions, order)
    return Account(draft.article, anchor, times, notes=notes)


def tell_article(draft: Draft, anchor: Anchor, settings: Settings) -> Account:
    """One article once its day is known: its times placed, its events told."""
    from kztimeline.events import tell_events

    language = load_language(draft.article.language)
    article = mark_quotes(draft.article)
    placed = place_times(draft, anchor, settings)
    events = tell_events(article, placed.times, anchor, language)
    return Account(article, anchor, placed.times, events, placed.notes)


def date_articles(
    documents: Iterable[Document], settings: Settings, each: Mapper = serial
) -> tuple[tuple[Account, ...], tuple[Note, ...]]:
    """Accounts with nothing but their day, and the doubts about the days."""
    drafts = tuple(each(partial(draft_article, settings=settings), documents))
    anchors, notes = _settled(drafts, settings)
    dated = zip(drafts, anchors, strict=True)
    return tuple(Account(draft.article, day, (), notes=draft.notes) for draft, day in dated), notes


def find_times(documents: Iterable[Document], settings: Settings) -> Iterator[Account]:
    """Accounts without events, one after another, in order.

    As long as every article states its day, nothing but its text is kept. From the first that
    states none on they wait for each other, since its day may follow from any of them; those
    already told are then read once more.
    """
    told: list[Document] = []
    infers = settings.anchoring.infer is not Infer.NONE
    waiting = iter(documents)
    for document in waiting:
        draft = draft_article(document, settings)
        (alone,) = settle_anchors((draft,), settings.anchoring, is_whole=False)
        if infers and alone.anchor.interval is None:
            yield from _find_together(told, chain((document,), waiting), settings)
            return
        if infers:
            told.append(document)
        yield _placed(draft, alone, settings)


def _find_together(
    told: Sequence[Document], waiting: Iterable[Document], settings: Settings
) -> Iterator[Account]:
    drafts = [draft_article(document, settings) for document in chain(told, waiting)]
    settled = settle_anchors(drafts, settings.anchoring)
    for draft, one in islice(zip(drafts, settled, strict=True), len(told), None):
        yield _placed(draft, one, settings)


def _placed(draft: Draft, settled: Settled, settings: Settings) -> Account:
    account = place_times(draft, settled.anchor, settings)
    notes = account.notes + settled.notes
    return Account(account.article, account.anchor, account.times, notes=notes)


def _settled(
    drafts: Sequence[Draft], settings: Settings
) -> tuple[tuple[Anchor, ...], tuple[Note, ...]]:
    settled = settle_anchors(drafts, settings.anchoring)
    anchors = tuple(one.anchor for one in settled)
    return anchors, tuple(note for one in settled for note in one.notes)
