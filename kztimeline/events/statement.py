"""What each time of a sentence governs: the sentence's statements.

A clause with a time of its own is a statement; clauses without one belong to the clause they lean
on. What is left of
the main clause, where its times all govern other clauses, is a statement too, without a time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kztimeline.events.background import is_deadline, lasts
from kztimeline.events.clauses import Kind
from kztimeline.events.doings import led_in_by
from kztimeline.events.governing import may_date
from kztimeline.events.scene import Scene, Statement
from kztimeline.events.verbs import Tense
from kztimeline.model import ResolvedTime, Signal
from kztimeline.temporal import Granularity

_OWN = {Kind.MAIN, Kind.COORD, Kind.RELATIVE, Kind.SUBORDINATE, Kind.CONTENT, Kind.FRAME}


def find_statements(scene: Scene) -> list[Statement]:
    """Statements of one sentence in order of place; one without a time comes once at most."""
    homes = _homes(scene)
    roots = {number: _dating(scene, times) for number, times in homes.items() if times}
    found = [
        Statement(members(scene, number, roots), number, time)
        for number, times in sorted(roots.items())
        for time in times
    ]
    if rest := _rest(scene, roots):
        found.insert(0, rest)
    return [statement for statement in found if statement.clauses]


def _dating(scene: Scene, times: Sequence[ResolvedTime]) -> list[ResolvedTime | None]:
    """The times that date a clause, then those for which what it tells lasts, unless still to come.

    Where there are only such, when it came about is not said.
    """
    lasting = [time for time in times if lasts(time, scene.words, scene.lex)]
    own = [time for time in times if time not in lasting]
    own = [time for time in own if not is_deadline(time, scene.words, scene.lex)] or own
    own = [time for time in own if not _is_set(time, own)]
    lasting = [time for time in lasting if not _is_ahead(time, scene)]
    governing: list[ResolvedTime | None] = [*_governing(own, scene)]
    return [*(governing or [None]), *_governing(lasting, scene)]


def _is_set(time: ResolvedTime, beside: Sequence[ResolvedTime]) -> bool:
    """“In 2019 it promised walls by 2020”: another time tells when, this one by when."""
    start = time.interval.start
    return time.expression.signal in _BOUNDS and any(
        other.expression.signal is Signal.AT
        and other.interval.end is not None
        and start is not None
        and other.interval.end <= start
        for other in beside
    )


_BOUNDS = {Signal.UNTIL, Signal.BY, Signal.BEFORE}


def _is_ahead(time: ResolvedTime, scene: Scene) -> bool:
    start = time.interval.start
    is_end = time.expression.signal is Signal.UNTIL
    return is_end and scene.day is not None and start is not None and start > scene.day


def _rest(scene: Scene, roots: Mapping[int, Sequence[ResolvedTime | None]]) -> Statement | None:
    main = _main(scene)
    if (
        main in roots
        or _is_label(scene, main)
        or any(scene.clauses[number].kind is Kind.FRAME for number in roots)
    ):
        return None
    contents = [
        n for n in roots if scene.clauses[n].kind is Kind.CONTENT and scene.clauses[n].host == main
    ]
    if contents and scene.is_speech(main):
        return None
    return Statement(members(scene, main, roots), main, _bound(scene, main, roots))


def _is_label(scene: Scene, main: int) -> bool:
    """“What we found: On 2 May she …”: what stands before the colon tells nothing."""
    behind = scene.clauses[main + 1 : main + 2]
    is_open = scene.lows[scene.clauses[main].first] in scene.lex.questions
    return is_open and any(clause.opener == ":" for clause in behind)


def _bound(
    scene: Scene, main: int, roots: Mapping[int, Sequence[ResolvedTime | None]]
) -> ResolvedTime | None:
    """“Berg ran the bank until it collapsed in 2020”: the running ends there.

    So does what lay before a month or a year: “He lasted a term before he was sacked in May”.
    """
    for number, (time, *_) in roots.items():
        clause = scene.clauses[number]
        if time is None or clause.host != main or clause.kind is not Kind.SUBORDINATE:
            continue
        if clause.opener in scene.lex.until:
            return time._replace(expression=time.expression._replace(signal=Signal.UNTIL))
        if clause.opener in scene.lex.before and time.interval.granularity > Granularity.DAY:
            return time._replace(expression=time.expression._replace(signal=Signal.BEFORE))
    return None


def _main(scene: Scene) -> int:
    return next((n for n, clause in enumerate(scene.clauses) if clause.host is None), 0)


def _homes(scene: Scene) -> dict[int, list[ResolvedTime]]:
    """Clause → the times that may govern it."""
    homes: dict[int, list[ResolvedTime]] = {}
    loose: list[tuple[int, ResolvedTime]] = []
    for time in scene.times:
        number = _home(scene, time)
        owner = _owner(scene, number)
        if not may_date(scene, number, owner, time):
            continue
        if owner == number:
            homes.setdefault(owner, []).append(time)
        else:
            loose.append((owner, led_in_by(scene.clauses[number], time, scene.lex)))
    for owner, time in loose:
        wider = [other for other in homes.setdefault(owner, []) if _is_glossed(scene, other, time)]
        if wider or not homes[owner]:
            homes[owner] = [time, *(other for other in homes[owner] if other not in wider)]
        elif number := _apart(scene, time, homes[owner]):
            homes.setdefault(number, []).append(time)
    for time in scene.times:
        told = _told_behind(scene, time)
        if told is not None and told not in homes:
            plain = time.expression._replace(signal=Signal.AT)
            homes[told] = [time._replace(expression=plain)]
    return homes


def _apart(scene: Scene, time: ResolvedTime, beside: Sequence[ResolvedTime]) -> int:
    """The clause of “It sank on Monday, near a wall raised *when the dam was built in 1931*”; or 0.

    What is told together is of one time, but not where both say theirs and these lie apart.
    """
    number = _home(scene, time)
    clause = scene.clauses[number]
    is_told = clause.kind is Kind.SUBORDINATE and clause.verb is not None
    overlaps = any(time.interval.overlaps(other.interval) for other in beside)
    return number if is_told and not overlaps else 0


def _is_glossed(scene: Scene, wide: ResolvedTime, time: ResolvedTime) -> bool:
    """“this week (June 13)”: the day in brackets is what the time before them means."""
    between = scene.text[wide.expression.span.end : time.expression.span.start].split()
    return between == ["("] and wide.interval.contains(time.interval)


def _told_behind(scene: Scene, time: ResolvedTime) -> int | None:
    """The clause of “until May 7, when he was found”: what it tells was on that day."""
    behind = scene.word_at(time.expression.span.end)
    if scene.words[behind].text == ",":
        behind += 1
    return next(
        (
            number
            for number, clause in enumerate(scene.clauses)
            if clause.first == behind and clause.opener in scene.lex.on_which and clause.verb
        ),
        None,
    )


def _home(scene: Scene, time: ResolvedTime) -> int:
    """The clause a time stands in, or the relative one behind it (“the war in 1914 that …”)."""
    behind = scene.word_at(time.expression.span.end)
    for number, clause in enumerate(scene.clauses):
        if clause.first == behind and clause.kind is Kind.RELATIVE and not clause.is_loose:
            is_now = clause.verb is not None and clause.verb.tense in _OF_NOW
            return number - 1 if is_now and number else number
    return scene.clause_at(time.expression.span.start)


_OF_NOW = {Tense.PRESENT, Tense.GOING_ON}  # “passed a law in May that requires lifts”


def _resumed(scene: Scene, number: int) -> int:
    clause = scene.clauses[number]
    return clause.host if clause.kind is Kind.RESUMED and clause.host is not None else number


def _owner(scene: Scene, number: int) -> int:
    """The clause a time in this clause governs: itself where it tells something of its own."""
    clause = scene.clauses[number]
    seen = 0
    while (
        clause.host is not None and not _stands_alone(scene, number) and seen < len(scene.clauses)
    ):
        number = _resumed(scene, clause.host)
        clause = scene.clauses[number]
        seen += 1
    return number


def _stands_alone(scene: Scene, number: int) -> bool:
    clause = scene.clauses[number]
    if clause.kind is Kind.PARTICIPLE:
        return number == 0 and not clause.opener.endswith("ing") and not clause.is_loose
    if clause.kind is Kind.SUBORDINATE and clause.opener in scene.lex.together:
        return False
    if clause.verb is None:
        return False
    if clause.kind is Kind.COORD and clause.shares:
        return _has_time(scene, clause.host)
    return clause.kind in _OWN or (clause.kind is Kind.ASIDE and clause.verb is not None)


def _has_time(scene: Scene, number: int | None) -> bool:
    if number is None:
        return False
    return any(_home(scene, time) == number for time in scene.times)


def _governing(times: Sequence[ResolvedTime], scene: Scene) -> list[ResolvedTime]:
    """Of the times in one clause those that date it: the finest, each once, ranges whole.

    “On Monday it closed at 3 p.m.” has one, and so has “on Sunday night … at 10.30 p.m.”; what was
    “in 2019 and again last May” was twice.
    """
    opening = [time for time in times if not time.expression.is_range_end] or list(times)
    grains = [max(time.interval.granularity, Granularity.DAY) for time in opening]
    finest = min(grains, default=Granularity.DAY)
    kept: list[ResolvedTime] = []
    for time, grain in zip(opening, grains, strict=True):
        is_fine = grain == finest or any(_are_joined(time, other, scene) for other in opening)
        is_known = any(time.interval == other.interval for other in kept)
        if is_fine and not is_known and not any(dates_finer(other, time) for other in opening):
            kept.append(time)
    return kept


def _are_joined(one: ResolvedTime, other: ResolvedTime, scene: Scene) -> bool:
    """“in 2019 and again last May”, “in March, and then in 2021”."""
    first, last = sorted((one.expression.span, other.expression.span))
    between = [word.strip(",") for word in scene.text[first.end : last.start].lower().split()]
    lex = scene.lex
    joins = [word for word in between if word in lex.coordinators]
    fills = lex.coordinators | lex.adverbs | lex.time_prepositions
    return len(joins) == 1 and all(word in fills for word in between if word)


def dates_finer(time: ResolvedTime, wide: ResolvedTime) -> bool:
    """Whether a clock time or part of a day says when on that day something was."""
    is_plain = wide.expression.signal in {Signal.AT, Signal.DURING}
    is_day = wide.interval.granularity <= Granularity.DAY and wide.expression.range_end is None
    is_within = wide.interval.contains(time.interval)
    is_part = bool(time.interval.part) and not wide.interval.part  # with the borders of its day
    is_finer = is_within and (is_part or not time.interval.contains(wide.interval))
    return is_plain and is_day and is_finer and time.expression.signal is Signal.AT


def members(scene: Scene, root: int, roots: Mapping[int, object]) -> tuple[int, ...]:
    """The clauses that hang on `root` and on no nearer statement; a speech keeps what it says."""
    return tuple(n for n in range(len(scene.clauses)) if _belongs(scene, n, root, roots))


def _belongs(scene: Scene, number: int, root: int, roots: Mapping[int, object]) -> bool:
    root_kind = scene.clauses[root].kind
    current: int | None = number
    seen = 0
    while current is not None and seen <= len(scene.clauses):
        if current == root:
            return True
        clause = scene.clauses[current]
        if root_kind is Kind.FRAME and clause.host is None:
            return True
        if clause.kind is Kind.FRAME and root in roots:
            return False
        is_said = clause.kind is Kind.CONTENT and scene.is_speech(clause.host or 0)
        if current in roots and not is_said:
            return False
        current = clause.host
        seen += 1
    return False
