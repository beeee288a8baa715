"""The corridor: the only file that knows the order of the rooms."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial, wraps
from itertools import chain, islice
from traceback import walk_tb
from typing import TYPE_CHECKING, Concatenate, ParamSpec

from kztimeline.anchors import Settled, own_anchors, settle_anchors, telling_path
from kztimeline.articles import mark_quotes, read_articles
from kztimeline.languages import load_language
from kztimeline.model import (
    Account,
    Anchor,
    Document,
    Draft,
    Edit,
    FirstReading,
    Infer,
    InputError,
    KzError,
    Mapper,
    Note,
    Settings,
    Timeline,
    serial,
)
from kztimeline.times import doubtful_dates, named_days, resolve_times
from kztimeline.timexes import find_timexes

if TYPE_CHECKING:
    from kztimeline.clusters import Linked

_Given = ParamSpec("_Given")

_BLOCK = 32  # articles that go through the rooms together


def build_timeline(
    documents: Iterable[Document],
    settings: Settings,
    each: Mapper = serial,
    edits: Sequence[Edit] = (),
) -> Timeline:
    """Documents in, one chronology out; what is set aside on the way leaves a note in it."""
    return edit_story(link_story(documents, settings, each), edits, each)


@dataclass(frozen=True, slots=True)
class Story:
    """All articles told, and what of it was taken for one happening: what edits are made on."""

    accounts: tuple[Account, ...]
    linked: Linked
    notes: tuple[Note, ...]
    settings: Settings


def link_story(documents: Iterable[Document], settings: Settings, each: Mapper = serial) -> Story:
    """Everything that takes no edit: articles read, dated, told, and held against each other."""
    # Here, for `dates` and `anchors` start without the rooms that tell and merge.
    from kztimeline.clusters import link_events

    accounts, notes = _told(documents, settings, each)
    linked = link_events(accounts, settings.merging, each)
    told = tuple(replace(account, heard=()) for account in accounts)  # it is in the profiles
    return Story(told, linked, notes, settings)


def edit_story(story: Story, edits: Sequence[Edit], each: Mapper = serial) -> Timeline:
    """The chronology with these edits; one whose event is gone leaves a note in it."""
    from kztimeline.clusters import merge_events
    from kztimeline.edits import regroup, revise
    from kztimeline.timelines import assemble_timeline

    linked = story.linked
    groups = regroup(linked.mentions, linked.clusters, edits)
    merged = merge_events(linked, groups.clusters, groups.hidden, each)
    revised = revise(merged.events, groups.held)
    merged = merged._replace(events=revised.events)
    notes = (*story.notes, *groups.notes, *revised.notes)
    return assemble_timeline(merged, story.accounts, notes, story.settings)


def _told(
    documents: Iterable[Document], settings: Settings, each: Mapper
) -> tuple[tuple[Account, ...], tuple[Note, ...]]:
    """All articles told, and the doubts about their days.

    An article that states its day is drafted and told in one crossing, and its times are let go
    but for those of its events; only if some state none are all drafted for the joint solve.
    """
    latest = settings.anchoring.latest
    # Without the caller's today, what an article says of itself depends on nothing but itself.
    timeless = replace(settings, anchoring=replace(settings.anchoring, latest=None))
    typed: list[Document] = []
    kept: list[Document] = []
    near = (_anywhere(document, settings) for document in _keeping(documents, typed))
    readings = list(each(partial(first_reading, timeless), _keeping(near, kept)))
    early = [at for at, one in enumerate(readings) if latest and one.newest and one.newest > latest]
    again = each(partial(first_reading, settings), [kept[at] for at in early])
    for at, reading in zip(early, again, strict=True):
        readings[at] = reading
    if any(reading.draft for reading in readings):
        _infer_together(kept, readings, settings, each)
    home = [_at_home(one, document) for one, document in zip(readings, typed, strict=True)]
    accounts = tuple(one.account for one in home if one.account is not None)
    notes = tuple(note for reading in home for note in reading.doubts)
    if notes and not accounts:
        message = f"nothing to tell: {notes[0].text}"
        raise InputError(message, hint=notes[0].hint)
    return accounts, notes


def _bug(fault: str, locator: str) -> Note:
    """What to say of an article over which a bug ended."""
    text = f"`{locator}` is left out, over a bug in kztimeline: {fault}"
    return Note("bug", text, locator, hint="please report it, with what `--debug` shows")


def _sparing(
    reading: Callable[Concatenate[Settings, _Given], FirstReading],
) -> Callable[Concatenate[Settings, _Given], FirstReading]:
    """The same work; where a bug ends it and the settings spare the rest, the fault in words.

    This is the one place: what comes out of the rooms but a `KzError` is a bug in them.
    """

    @wraps(reading)
    def spared(settings: Settings, /, *given: _Given.args, **more: _Given.kwargs) -> FirstReading:
        try:
            return reading(settings, *given, **more)
        except (KzError, MemoryError):
            raise
        except Exception as error:
            if not settings.spares:
                raise
            return FirstReading(fault=_in_words(error))

    return spared


def _in_words(error: Exception) -> str:
    """What it was, and the line of ours that it came from."""
    frames = ((frame.f_globals["__name__"], line) for frame, line in walk_tb(error.__traceback__))
    *_, (module, line) = (each for each in frames if each[0].startswith(f"{__package__}."))
    kind, said = type(error).__name__, " ".join(str(error).split())
    return f"{kind}{f': {said}' * bool(said)} ({module}:{line})"


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
        return replace(reading, doubts=(*doubts, _bug(reading.fault, document.locator)))
    article = replace(account.article, locator=document.locator, notes=at(account.article.notes))
    told = replace(account, article=article, notes=(*document.notes, *at(account.notes)))
    return replace(reading, account=told, doubts=doubts)


def _keeping(documents: Iterable[Document], kept: list[Document]) -> Iterator[Document]:
    for document in documents:
        kept.append(document)
        yield document


def _infer_together(
    documents: Sequence[Document], readings: list[FirstReading], settings: Settings, each: Mapper
) -> None:
    """Replace each draft among the readings by its account, its day settled beside all others."""
    told = [at for at, reading in enumerate(readings) if reading.account]
    again = each(partial(draft_article, settings=settings), [documents[at] for at in told])
    drafts = {at: reading.draft for at, reading in enumerate(readings) if reading.draft}
    drafts |= dict(zip(told, again, strict=True))
    whole = sorted(drafts)
    together = settle_anchors([drafts[at] for at in whole], settings.anchoring)
    settled = dict(zip(whole, together, strict=True))
    open_ = [at for at, reading in enumerate(readings) if reading.draft]
    telling = partial(second_reading, settings)
    found = each(telling, [drafts[at] for at in open_], [settled[at].anchor for at in open_])
    for at, reading in zip(open_, found, strict=True):
        readings[at] = reading if reading.fault else replace(reading, doubts=settled[at].notes)


@_sparing
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


@_sparing
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
