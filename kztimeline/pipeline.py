"""The corridor: the only file that knows the order of the rooms."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain, islice
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from kztimeline.anchors import Settled, own_anchors, settle_anchors, telling_path
from kztimeline.articles import mark_quotes, read_articles
from kztimeline.languages import load_language
from kztimeline.model import (
    HELD,
    Account,
    Anchor,
    Document,
    Draft,
    Edit,
    FirstReading,
    Infer,
    InputError,
    Mapper,
    Note,
    Settings,
    Spool,
    Timeline,
    bug,
    serial,
    sparing,
)
from kztimeline.times import doubtful_dates, named_days, resolve_times
from kztimeline.timexes import find_timexes

if TYPE_CHECKING:
    from kztimeline.clusters import Linked

_HEAVY = 16  # small records that an article told is like
_BLOCK = 128  # articles that go through the rooms together: each room is entered with warm hands


def build_timeline(
    documents: Iterable[Document],
    settings: Settings,
    each: Mapper = serial,
    edits: Sequence[Edit] = (),
    spool: Spool = HELD,
) -> Timeline:
    """Documents in, one chronology out; what is set aside on the way leaves a note in it."""
    return edit_story(link_story(documents, settings, each, spool), edits, each)


class Story(Struct, frozen=True):
    """All articles told, and what of it was taken for one happening: what edits are made on."""

    accounts: Sequence[Account]
    linked: Linked
    notes: tuple[Note, ...]
    settings: Settings
    spool: Spool = HELD


def link_story(
    documents: Iterable[Document],
    settings: Settings,
    each: Mapper = serial,
    spool: Spool = HELD,
) -> Story:
    """Everything that takes no edit: articles read, dated, told, and held against each other."""
    # Here, for `dates` and `anchors` start without the rooms that tell and merge.
    from kztimeline.clusters import link_events

    accounts, notes = _told(documents, settings, each, spool)
    linked = link_events(accounts, settings.merging, each, spool)
    return Story(accounts, linked, notes, settings, spool)


def edit_story(story: Story, edits: Sequence[Edit], each: Mapper = serial) -> Timeline:
    """The chronology with these edits; one whose event is gone leaves a note in it."""
    from kztimeline.clusters import merge_events
    from kztimeline.edits import regroup, revise
    from kztimeline.timelines import assemble_timeline

    linked = story.linked
    groups = regroup(linked.mentions if edits else (), linked.clusters, edits)
    merged = merge_events(linked, groups.clusters, groups.hidden, each, story.spool)
    revised = revise(merged.events, groups.held)
    merged = merged._replace(events=revised.events)
    notes = (*story.notes, *groups.notes, *revised.notes)
    return assemble_timeline(merged, story.accounts, notes, story.settings)


class _Told(NamedTuple):
    """A document as it came, and what it gives by itself."""

    document: Document
    reading: FirstReading


def _told(
    documents: Iterable[Document], settings: Settings, each: Mapper, spool: Spool
) -> tuple[Sequence[Account], tuple[Note, ...]]:
    """All articles told, and the doubts about their days.

    An article that states its day is drafted and told in one crossing, and its times are let go
    but for those of its events; only if some state none are all drafted for the joint solve.
    """
    again: list[int] = []
    read = spool.keep(_Told, _read_alone(documents, settings, each, again), weight=_HEAVY)
    changed = _read_again(read, again, settings, each)
    notes: list[Note] = []

    def home() -> Iterator[Account]:
        for at, (document, alone) in enumerate(read):
            reading = _at_home(changed.get(at, alone), document)
            notes.extend(reading.doubts)
            if reading.account is not None:
                yield reading.account

    accounts = spool.keep(Account, home(), weight=_HEAVY)
    if notes and not accounts:
        message = f"nothing to tell: {notes[0].text}"
        raise InputError(message, hint=notes[0].hint)
    return accounts, tuple(notes)


def _read_alone(
    documents: Iterable[Document], settings: Settings, each: Mapper, again: list[int]
) -> Iterator[_Told]:
    """Each article by itself; those that are not told by that are to be read `again`."""
    # Without the caller's today, what an article says of itself depends on nothing but itself.
    timeless = replace(settings, anchoring=replace(settings.anchoring, latest=None))
    latest = settings.anchoring.latest
    out: deque[Document] = deque()
    near = (_anywhere(document, settings) for document in _keeping(documents, out))
    for at, reading in enumerate(each(partial(first_reading, timeless), near)):
        is_early = latest and reading.newest and reading.newest > latest
        if is_early or reading.draft:
            again.append(at)
        yield _Told(out.popleft(), reading)


def _read_again(
    read: Sequence[_Told], again: Sequence[int], settings: Settings, each: Mapper
) -> dict[int, FirstReading]:
    """What these articles give by the caller's today, and beside all others."""
    if not again:
        return {}
    latest = settings.anchoring.latest
    firsts = {at: read[at].reading for at in again}
    early = [at for at, one in firsts.items() if latest and one.newest and one.newest > latest]
    near = [_anywhere(read[at].document, settings) for at in early]
    firsts |= dict(zip(early, each(partial(first_reading, settings), near), strict=True))
    if any(reading.draft for reading in firsts.values()):
        firsts |= _infer_together(read, firsts, settings, each)
    return firsts


def _anywhere(document: Document, settings: Settings) -> Document:
    """All of a document that its reading hangs on: not where it lies, nor what was said of it."""
    reading = settings.reading
    path = telling_path(document.locator, load_language(reading.language), reading.date_order)
    return replace(document, locator=path, notes=())


def _at_home(reading: FirstReading, document: Document) -> FirstReading:
    """A reading of a document that lay anywhere, with its path and its notes."""

    def at(notes: Iterable[Note]) -> tuple[Note, ...]:
        return tuple(note._replace(locator=document.locator) for note in notes)

    doubts, account = at(reading.doubts), reading.account
    if account is None:
        return replace(reading, doubts=(*doubts, bug(reading.fault, document.locator)))
    article = replace(account.article, locator=document.locator, notes=at(account.article.notes))
    told = replace(account, article=article, notes=(*document.notes, *at(account.notes)))
    return replace(reading, account=told, doubts=doubts)


def _keeping(documents: Iterable[Document], kept: deque[Document]) -> Iterator[Document]:
    for document in documents:
        kept.append(document)
        yield document


def _infer_together(
    read: Sequence[_Told], firsts: Mapping[int, FirstReading], settings: Settings, each: Mapper
) -> dict[int, FirstReading]:
    """What each draft among the first readings tells, its day settled beside all others."""
    drafts = {at: reading.draft for at, reading in firsts.items() if reading.draft}
    open_ = sorted(drafts)
    alone = ((at, firsts.get(at, one.reading)) for at, one in enumerate(read))
    told = [at for at, reading in alone if reading.account]
    documents = (_anywhere(read[at].document, settings) for at in told)
    again = each(partial(draft_article, settings=settings), documents)
    drafts |= dict(zip(told, again, strict=True))
    whole = sorted(drafts)
    together = settle_anchors([drafts[at] for at in whole], settings.anchoring)
    settled = dict(zip(whole, together, strict=True))
    telling = partial(second_reading, settings)
    found = each(telling, [drafts[at] for at in open_], [settled[at].anchor for at in open_])
    return {
        at: reading if reading.fault else replace(reading, doubts=settled[at].notes)
        for at, reading in zip(open_, found, strict=True)
    }


@sparing
def first_reading(settings: Settings, document: Document) -> FirstReading:
    """One article told if it states its day, or if no day is to be inferred; else its draft."""
    draft = draft_article(document, settings)
    (settled,) = settle_anchors((draft,), settings.anchoring, is_whole=False)
    named = (each.interval.first_day for each in draft.anchors if each.interval)
    newest = max((day for day in named if day), default=None)
    if settled.anchor.interval is None and settings.anchoring.infer is not Infer.NONE:
        return FirstReading(draft=draft, newest=newest)
    account = tell_article(draft, settled.anchor, settings)
    return FirstReading(account=account, doubts=settled.notes, newest=newest)


@sparing
def second_reading(settings: Settings, draft: Draft, anchor: Anchor) -> FirstReading:
    """One article told once its day is known."""
    return FirstReading(account=tell_article(draft, anchor, settings))


def draft_article(document: Document, settings: Settings) -> Draft:
    """One article before its day is known: read, its times found, its own claims to a day."""
    return draft_articles((document,), settings)[0]


def draft_articles(documents: Sequence[Document], settings: Settings) -> list[Draft]:
    """Several articles, one room after another.

    A fifth faster than one article after another: a processor that goes from room to room for each
    has forgotten the room when it comes again.
    """
    language = load_language(settings.reading.language)
    articles = read_articles(documents, language, settings.reading)
    claims = [own_anchors(article, language, settings) for article in articles]
    undated = [not any(anchor.interval for anchor in anchors) for anchors in claims]
    articles = [  # where a day is sought in the words: whose are they?
        mark_quotes(article) if is_undated else article
        for article, is_undated in zip(articles, undated, strict=True)
    ]
    found = [
        find_timexes(article, language, with_all_sides=is_undated)
        for article, is_undated in zip(articles, undated, strict=True)
    ]
    return [
        Draft(article, expressions, anchors, document.notes + article.notes)
        for document, article, expressions, anchors in zip(
            documents, articles, found, claims, strict=True
        )
    ]


def place_times(draft: Draft, anchor: Anchor, settings: Settings) -> Account:
    """One article once its day is known: its times on the calendar, nothing told yet."""
    order = settings.reading.date_order
    times = resolve_times(draft.article, draft.expressions, anchor, order)
    notes = draft.notes + doubtful_dates(draft.article, draft.expressions, order)
    return Account(draft.article, anchor, times, notes=notes)


def tell_article(draft: Draft, anchor: Anchor, settings: Settings) -> Account:
    """One article once its day is known: its events told, each with its time."""
    from kztimeline.clusters import overhear
    from kztimeline.events import tell_events

    language = load_language(draft.article.language)
    article = mark_quotes(draft.article)
    placed = place_times(draft, anchor, settings)
    events = tell_events(article, placed.times, anchor, language)
    told = replace(article, sentences=())  # what is cited is cited by its place in the text
    named = named_days(article, placed.times)
    return overhear(Account(told, anchor, (), events, placed.notes, named))


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
    while block := list(islice(waiting, _BLOCK)):
        drafts = draft_articles(block, settings)
        alone = [settle_anchors((one,), settings.anchoring, is_whole=False)[0] for one in drafts]
        days = [settled.anchor.interval for settled in alone]
        sure = days.index(None) if infers and None in days else len(block)
        yield from [
            _placed(draft, settled, settings)
            for draft, settled in islice(zip(drafts, alone, strict=True), sure)
        ]
        if infers:
            told += block[:sure]
        if sure < len(block):
            yield from _find_together(told, chain(block[sure:], waiting), settings)
            return


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
