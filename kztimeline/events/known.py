"""What an article dates once: its day holds wherever the same happening is told again.

“The man was convicted on Tuesday of killing Paul Berg in June. Berg was shot outside his flat”: the
shot fell in June, not on the day of the verdict. Two tellings are of one happening where they tell
one class of act and name one person, or where the second points back: “the quake was felt in …”.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple

from kztimeline.events.carry import Telling, carried, names_moment
from kztimeline.events.dating import UNDATED, Dated
from kztimeline.events.distance import Distance, find_distance
from kztimeline.events.names import Name, Sort
from kztimeline.events.reading import Reading
from kztimeline.events.statement import Statement
from kztimeline.events.telling import telling_of, trigger_of
from kztimeline.events.verbs import Tense
from kztimeline.languages import Acts
from kztimeline.model import DateKind, Reason, ResolvedTime
from kztimeline.temporal import Granularity
from kztimeline.temporal.operators import shift

_MOST_TIMES = 4  # of one act and one person
_POINTER = 3  # words between “the” and the noun it points back with: “the deadly bomb attack”
_OPENING = 6  # words at the head of a sentence that may point back: “After the shooting, …”


class _Happening(NamedTuple):
    """A dated telling: where and when."""

    sentence: int
    time: ResolvedTime


class Known:
    """The dated happenings of one article."""

    def __init__(self, acts: Acts) -> None:
        """Nothing is heard yet."""
        self._acts = acts
        self._told: dict[tuple[str, str], list[_Happening]] = {}

    def hear(self, reading: Reading) -> None:
        """Take in what a sentence dates itself; what is only planned dates nothing past."""
        for statement in reading.statements:
            telling = telling_of(reading, statement)
            is_done = telling.tense in {Tense.PAST, Tense.PERFECT} and not telling.is_speech
            if statement.time is not None and is_done:
                words = self._words(reading, statement)
                acts = self._acts.told_by(trigger_of(reading, statement))
                named = subject_happening(reading, statement, self._acts)
                self._add(reading, acts | named, words, statement.time)
        for nominal in reading.nominals:
            head = reading.scene.words[nominal.head].lower
            words = range(nominal.first, nominal.last)
            self._add(reading, self._acts.told_by(head), words, nominal.time)

    def time_of(self, reading: Reading, statement: Statement, telling: Telling) -> Dated | None:
        """When the article says elsewhere that it was; `None` where it does not, or says two days.

        Of times that hold one another the finest is taken.
        """
        if telling.tense not in {Tense.PAST, Tense.PERFECT} or not self._told:
            return None
        time = _one_time([told.time for told in self._same(reading, statement)])
        return carried(time, Reason.TOLD_ELSEWHERE) if time else None

    def counted(self, reading: Reading, statement: Statement) -> Dated | None:
        """The day that a statement is told to lie so far from, counted out (“two days after …”).

        Of what the article does not date, the news itself may lie some days after (`None`); what
        was before it is undated.
        """
        distance = find_distance(reading.scene, statement, reading.times)
        if distance is None:
            return None
        time = _one_time([told.time for told in self._counted_from(reading, distance)])
        if time is None:
            return UNDATED if distance.units < 0 else None
        inputs = (time.interval, distance.units, distance.unit)
        when = shift(*inputs)
        if when is None:
            return UNDATED
        dated = carried(time, Reason.COUNTED_FROM_EVENT)
        step = dated.steps[-1]._replace(operator="shift", inputs=inputs, outcome=when)
        kind = DateKind.ONE_OF if when.granularity is Granularity.WEEK else dated.kind
        return dated._replace(when=when, kind=kind, steps=(*time.steps, step))

    def _counted_from(self, reading: Reading, distance: Distance) -> Iterator[_Happening]:
        scene = reading.scene
        behind = range(distance.happening - _OPENING, distance.happening + 1)
        words = [n for n in behind if n >= 0]
        acts = self._acts.told_by(scene.words[distance.happening].lower)
        found = [
            told
            for key in product(sorted(acts), sorted(_people(reading, words)))
            for told in self._told.get(key, ())
        ]
        alone = (told for act in sorted(acts) for told in self._told.get((act, ""), ()))
        yield from (told for told in found or alone if names_moment(told.time))

    def _same(self, reading: Reading, statement: Statement) -> Iterator[_Happening]:
        acts = self._acts.told_by(trigger_of(reading, statement))
        names = _people(reading, self._words(reading, statement))
        keys = [
            *product(sorted(acts), sorted(names)),
            *product(sorted(self._pointed(reading)), ("",)),
        ]
        for key in keys:
            for told in self._told.get(key, ()):
                is_meant = bool(key[1]) or names_moment(told.time)
                if is_meant and told.sentence != reading.number:
                    yield told

    def _pointed(self, reading: Reading) -> frozenset[str]:
        """Classes of a happening that the head of a sentence points back to: “The quake …”."""
        lows = [word.lower for word in reading.scene.words[:_OPENING]]
        lex = reading.scene.lex
        for place, low in enumerate(lows):
            before = lows[max(0, place - _POINTER) : place]
            if low in lex.happenings and not lex.definites.isdisjoint(before):
                return self._acts.told_by(low)
        return frozenset()

    def _words(self, reading: Reading, statement: Statement) -> Sequence[int]:
        clauses = reading.scene.clauses
        return [n for at in statement.clauses for n in range(clauses[at].first, clauses[at].last)]

    def _add(
        self, reading: Reading, acts: frozenset[str], words: Sequence[int], time: ResolvedTime
    ) -> None:
        """File it by act and by each person named; more than a few times decide nothing anyway."""
        for key in product(sorted(acts), ("", *sorted(_people(reading, words)))):
            told = self._told.setdefault(key, [])
            is_new = all(time.interval != other.time.interval for other in told)
            if is_new and len(told) < _MOST_TIMES:
                told.append(_Happening(reading.number, time))


def _one_time(times: Sequence[ResolvedTime]) -> ResolvedTime | None:
    """The finest of times that hold one another; `None` of none or of several days."""
    if not times:
        return None
    finest = min(times, key=lambda time: time.interval.granularity)
    return finest if all(time.interval.contains(finest.interval) for time in times) else None


def subject_happening(reading: Reading, statement: Statement, acts: Acts) -> frozenset[str]:
    """Classes of a happening that is a statement's subject: “a quake shook the coast”."""
    scene = reading.scene
    clause = scene.clauses[statement.head]
    subject = range(clause.first, clause.verb.first) if clause.verb else ()
    dated = {nominal.head for nominal in reading.nominals}
    named = [
        scene.words[n].lower
        for n in subject
        if scene.words[n].lower in scene.lex.happenings and n not in dated
    ]
    return acts.told_by(named[-1]) if named else frozenset()


def _people(reading: Reading, words: Sequence[int]) -> frozenset[str]:
    """Last words of the names among some words, places left out."""
    starts = {reading.scene.words[n].start for n in words}
    named: list[Name] = [name for name in reading.names if name.span.start in starts]
    return frozenset(
        name.full.rpartition(" ")[2].casefold() for name in named if name.sort is not Sort.PLACE
    )
