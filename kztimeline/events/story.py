"""The day of an article's leading event: the first that its lead says something happened on.

News tells its main event, and when it was, in its first paragraphs (the inverted pyramid). What the
lead only tells beside its event (“charged over the blaze”) is background, also where a later
sentence dates it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kztimeline.events.carry import LEAD_SENTENCES, names_moment
from kztimeline.events.clauses import Kind
from kztimeline.events.dating import is_bare_clock
from kztimeline.events.reading import Reading
from kztimeline.events.scene import Scene, Statement
from kztimeline.events.telling import telling_of, trigger_of
from kztimeline.events.verbs import Tense, Verb
from kztimeline.languages import Acts
from kztimeline.model import Anchor, ResolvedTime, Signal
from kztimeline.temporal import Interval

_FIRST = 2  # sentences: the lead, and what spells it out
_NEWS_DAYS = 7
_BOUNDS = {Signal.SINCE, Signal.UNTIL, Signal.BY, Signal.BEFORE}  # “gave it until Thursday”
_SAME_NEWS_DAYS = 2  # “was foiled, the navy said on Friday. The ship was on patrol on Thursday”


def find_story(readings: Sequence[Reading], anchor: Anchor, acts: Acts) -> ResolvedTime | None:
    """The time of the leading event, a main clause's before any other's; `None` without one."""
    lead = readings[:LEAD_SENTENCES]
    told = [
        (reading, statement)
        for number, reading in enumerate(lead)
        for statement in reading.statements
        if _may_lead(reading, statement, anchor)
        and (number < _FIRST or not _looks_back(reading, statement))
        and (number < _FIRST or not _is_fresh(lead[0]) or _is_news(statement.time, anchor))
    ]
    told.sort(key=lambda pair: (pair[0] not in lead[:_FIRST], not is_main(*pair)))
    beside = _told_beside(lead[0], acts) if lead else frozenset()
    heard = (_said_on(reading, anchor) for reading in lead[:_FIRST])
    now = next(filter(None, heard), None)
    said = _said(lead[0], acts) if lead and now else frozenset()
    for reading, statement in told:
        classes = _classes(reading, statement, acts)
        is_same = not said.isdisjoint(classes)
        limit = _NEWS_DAYS if is_same else _SAME_NEWS_DAYS if reading in lead[:_FIRST] else -1
        is_another = _is_before(statement.time, now, limit)
        if reading is lead[0] or (beside.isdisjoint(classes) and not is_another):
            return statement.time
    return None if _is_own(now, anchor) else now


def _is_own(time: ResolvedTime | None, anchor: Anchor) -> bool:
    """Whether it was said on the article's day: what is said then takes that. No “last night”."""
    if time is None or anchor.interval is None:
        return time is not None
    begin, own = time.interval.first_day, anchor.interval
    return time.interval.overlaps(own) and begin is not None and own.contains(Interval.on(begin))


def _is_before(time: ResolvedTime | None, now: ResolvedTime | None, days: int) -> bool:
    """Whether a time lies more than so many days before what is said now: it is no such news."""
    then, said = time and time.interval.start, now and now.interval.start
    return bool(then and said and (said - then).days > days)


def _said_on(reading: Reading, anchor: Anchor) -> ResolvedTime | None:
    """When the news was said: “The toll has risen, police said on Tuesday”."""
    for statement in reading.statements:
        time, telling = statement.time, telling_of(reading, statement)
        if time is None or not telling.is_speech or not is_main(reading, statement):
            continue
        if has_come(time, anchor) and names_moment(time) and _is_news(time, anchor):
            return time
    return None


def _said(reading: Reading, acts: Acts) -> frozenset[str]:
    """All classes of act that a sentence's words tell."""
    return frozenset().union(*(acts.told_by(word.lower) for word in reading.scene.words))


def _looks_back(reading: Reading, statement: Statement) -> bool:
    """“Crews tackled the blaze after the alarm was raised on Sunday”: told beside the news."""
    clause = reading.scene.clauses[statement.head]
    return clause.kind is Kind.SUBORDINATE and clause.opener in reading.scene.lex.sequels


def _is_fresh(reading: Reading) -> bool:
    """“Unions have called off a strike”: the perfect tells of the article's own days."""
    main = (telling_of(reading, each) for each in reading.statements if is_main(reading, each))
    return any(telling.tense is Tense.PERFECT and not telling.is_speech for telling in main)


def _is_news(time: ResolvedTime | None, anchor: Anchor) -> bool:
    """Whether a time lies within a week before the article's day: older things are background."""
    now = anchor.interval.start if anchor.interval else None
    then = time.interval.start if time else None
    return now is None or then is None or (now - then).days <= _NEWS_DAYS


def _may_lead(reading: Reading, statement: Statement, anchor: Anchor) -> bool:
    """Whether a statement tells a happening on a day that is not to come."""
    time = statement.time
    if time is None or time.expression.signal in _BOUNDS:
        return False
    telling = telling_of(reading, statement)
    if telling.is_speech or telling.tense not in {Tense.PAST, Tense.PERFECT}:
        return False
    if is_before_past(reading, statement) or _is_retold(reading):
        return False
    clause = reading.scene.clauses[statement.head]
    is_beside = _root_kind(reading.scene, statement.head) is Kind.RELATIVE
    if is_beside or clause.opener in reading.scene.lex.not_leading:
        return False
    return has_come(time, anchor) and names_moment(time) and not is_bare_clock(time, anchor)


def is_before_past(reading: Reading, statement: Statement) -> bool:
    """Whether its verb, or that of what it leans on, is a past perfect, which looks back.

    “The gate had stood open on Monday, when the dam broke”: both were before what is told.
    """
    scene = reading.scene
    clause = scene.clauses[statement.head]
    if _is_past_perfect(scene, clause.verb):
        return True
    leans = clause.kind is Kind.SUBORDINATE and clause.host is not None
    return leans and _is_past_perfect(scene, scene.clauses[clause.host or 0].verb)


def _is_retold(reading: Reading) -> bool:
    """“First came a march on Monday. Then …”: a tale from its beginning."""
    return reading.scene.lows[0] in reading.scene.lex.retelling


def _is_past_perfect(scene: Scene, verb: Verb | None) -> bool:
    if verb is None or verb.first == verb.last:
        return False
    return scene.words[verb.first].lower in scene.lex.have & scene.lex.past_auxiliaries


def has_come(time: ResolvedTime, anchor: Anchor) -> bool:
    """Whether a time is not wholly behind the article's day: what is to come dates no past."""
    now, start = anchor.interval, time.interval.start
    return now is None or now.end is None or start is None or start < now.end


def is_main(reading: Reading, statement: Statement) -> bool:
    """Whether a statement moves the passage on: no aside, no quotation, nothing said to come."""
    kind = _root_kind(reading.scene, statement.head)
    is_told = kind in {Kind.MAIN, Kind.COORD, Kind.FRAME, Kind.CONTENT} and not reading.is_quoted
    if kind is Kind.FRAME and any(
        told.time and told.head != statement.head and not _says_which(reading, told)
        for told in reading.statements
    ):
        return False  # “It broke at 7 p.m., they said on Monday”: the text goes on with the break
    return is_told and not _identifies(reading.scene, statement.head)


def _root_kind(scene: Scene, number: int) -> Kind:
    """The kind of a clause; of “a doctor who fell ill *and died*” that of the one it goes on."""
    clause = scene.clauses[number]
    while clause.kind is Kind.COORD and clause.shares and clause.host is not None:
        host = scene.clauses[clause.host]
        if host.kind not in {Kind.COORD, Kind.RELATIVE}:
            return Kind.COORD
        clause = host
    return clause.kind


def _says_which(reading: Reading, statement: Statement) -> bool:
    """Whether a statement only says which one is meant: “the quake *that killed ten in May*”."""
    return reading.scene.clauses[statement.head].kind is Kind.RELATIVE


def _identifies(scene: Scene, number: int) -> bool:
    """“The dead were named on Monday as Paul Berg”: what follows is not of that day."""
    clause = scene.clauses[number]
    verb, as_ = clause.verb, scene.lex.as_
    if verb is None or scene.lows[verb.last] not in scene.lex.identifying:
        return False
    behind = range(verb.last + 1, clause.last - 1)
    return any(scene.lows[n] in as_ and scene.words[n + 1].is_capital for n in behind)


def _classes(reading: Reading, statement: Statement, acts: Acts) -> frozenset[str]:
    """Classes of act of the verb and of all happenings that stand beside it."""
    scene = reading.scene
    span = scene.span_of(statement.clauses)
    nouns = (
        word.lower
        for word in scene.words
        if word.lower in scene.lex.happenings and span.start <= word.start < span.end
    )
    told = acts.told_by(trigger_of(reading, statement))
    return told.union(*map(acts.told_by, nouns))


def _told_beside(reading: Reading, acts: Acts) -> frozenset[str]:
    """Classes of act that the first sentence names behind “after”, “over”, “of”, not as its own."""
    own = (acts.told_by(trigger_of(reading, statement)) for statement in reading.statements)
    beside = map(acts.told_by, _nouns_beside(reading))
    return frozenset().union(*beside) - frozenset().union(*own)


def _nouns_beside(reading: Reading) -> Iterator[str]:
    lex = reading.scene.lex
    opens = lex.circumstances | lex.attributes
    is_beside = False
    for word in reading.scene.words:
        if word.lower in opens:
            is_beside = True
        elif not word.is_word or word.lower in lex.openers:
            is_beside = False
        elif is_beside and word.lower in lex.happenings:
            yield word.lower
