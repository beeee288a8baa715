"""What an article dates once: its day holds wherever the same happening is told again.

“The man was convicted on Tuesday of killing Paul Berg in June. Berg was shot outside his flat”: the
shot fell in June, not on the day of the verdict. Two tellings are of one happening where they tell
one class of act and name one person, or where the second points back: “the quake was felt in …”.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import NamedTuple

from kztimeline.events.carry import Telling, carried, elsewhere, names_moment
from kztimeline.events.clauses import Clause
from kztimeline.events.dating import UNDATED, Dated, own_date
from kztimeline.events.distance import Distance, find_distance
from kztimeline.events.doings import is_doing, is_doing_lead, led_in_by
from kztimeline.events.headline import whole
from kztimeline.events.nominal import Nominal
from kztimeline.events.parts import Part, last_word, parts_in, people_in, subject_happening
from kztimeline.events.phrases import Phrase
from kztimeline.events.reading import Reading
from kztimeline.events.scene import Statement
from kztimeline.events.telling import telling_of, trigger_of
from kztimeline.events.verbs import Tense
from kztimeline.languages import Acts
from kztimeline.model import DateKind, Reason, ResolvedTime
from kztimeline.temporal import Granularity
from kztimeline.temporal.operators import shift

_MOST_TIMES = 4  # of one act and one person
_POINTER = 3  # words between “the” and the noun it points back with: “the deadly bomb attack”
_NEAR = 3  # sentences: “She survived the attack” points back to one of “1999” just told
_OPENING = 6  # words at the head of a sentence that may point back: “After the shooting, …”


class _Happening(NamedTuple):
    """A dated telling: where and when, and whether its person does it or suffers it, if it says."""

    sentence: int
    time: ResolvedTime
    part: Part = Part.OPEN

    def is_of(self, part: Part) -> bool:
        """“After he shot a thief” is not what “Berg was shot on Tuesday” tells."""
        return Part.OPEN in {part, self.part} or part is self.part


class Known:
    """The dated happenings of one article."""

    def __init__(self, acts: Acts) -> None:
        """Nothing is heard yet."""
        self._acts = acts
        self._told: dict[tuple[str, str], list[_Happening]] = {}

    def hear(self, reading: Reading) -> None:
        """Take in what a sentence dates itself; what is only planned dates nothing past."""
        is_heading = reading.sentence.is_heading
        for statement in (whole(reading),) if is_heading else reading.statements:
            if statement.time is None:
                continue
            telling = telling_of(reading, statement)
            if telling.tense in {Tense.PAST, Tense.PERFECT} and not telling.is_speech:
                acts = self._acts.told_by(trigger_of(reading, statement))
                named = subject_happening(reading, statement, self._acts)
                self._add(
                    acts | named, parts_in(reading, statement), reading.number, statement.time
                )
        for nominal in reading.nominals:
            head = reading.scene.words[nominal.head].lower
            people = people_in(reading, range(nominal.first, nominal.last))
            parts = dict.fromkeys(people, Part.OPEN)
            self._add(self._acts.told_by(head), parts, reading.number, nominal.time)

    def time_of(
        self, reading: Reading, statement: Statement, telling: Telling, he: str | None = None
    ) -> Dated | None:
        """When the article says elsewhere that it was; `None` where it does not, or says two days.

        Of times that hold one another the finest is taken; `he` is whom its “he” stands for.
        """
        if telling.tense not in {Tense.PAST, Tense.PERFECT} or not self._told:
            return None
        told = (*self._same(reading, statement, he), *self._pointed_at(reading, he))
        time = _one_time([one.time for one in told])
        return elsewhere(time) if time else None

    def beside(self, reading: Reading, clause: Statement, he: str | None) -> ResolvedTime | None:
        """When it was that a clause tells beside its sentence: “near where he was shot”.

        Only where the clause names a person to know it by. Who does it has to have done that: “he
        shot a thief” is not what “the shooting of Berg on Tuesday” names.
        """
        if telling_of(reading, clause).tense not in {Tense.PAST, Tense.PERFECT}:
            return None
        is_done = Part.DOES in parts_in(reading, clause, he).values()
        same = self._same(reading, clause, he)
        found = [told.time for told in same if told.part or not is_done]
        acts = self._acts.told_by(trigger_of(reading, clause))
        return _one_time(found or self._of_article(reading, acts))

    def recalled(self, reading: Reading, phrase: Phrase, owner: str | None) -> ResolvedTime | None:
        """When a happening was that a sentence names beside what it tells, if it says whose it is.

        `owner` is whom its “his” stands for. A bare “the quake” points, and tells nothing.
        """
        people = {*people_in(reading, phrase.words), *([last_word(owner)] if owner else [])}
        acts = self._acts.told_by(reading.scene.words[phrase.head].lower)
        keys = product(sorted(acts), sorted(people))
        found = [told.time for key in keys for told in self._told.get(key, ())]
        is_doing = reading.scene.lows[phrase.head].endswith("ing")
        is_charge = is_doing and _is_charged(reading, phrase.first)
        return _one_time(found or self._of_article(reading, acts, is_charge=is_charge))

    def finer(self, reading: Reading, nominal: Nominal) -> ResolvedTime | None:
        """The day of “shooting Berg a month ago”, where the article says it; “in May” is May."""
        own, steps = nominal.time.interval, nominal.time.steps
        is_counted = any(step.operator == "shift" for step in steps[-1:])
        if not is_counted or own.granularity <= Granularity.DAY:
            return None
        time = self.recalled(reading, Phrase(*nominal[:3]), None)
        is_finer = time is not None and names_moment(time) and own.contains(time.interval)
        return time if is_finer else None

    def described(self, reading: Reading, phrase: Phrase) -> ResolvedTime | None:
        """When a happening was of which a sentence says what it did: “the quake that killed ten”.

        The article dates one of its kind; “a quake” is that one where it is named before it is.
        """
        scene = reading.scene
        acts = self._acts.told_by(scene.lows[phrase.head])
        told = [one for act in sorted(acts) for one in self._told.get((act, ""), ())]
        near = [one for one in told if abs(one.sentence - reading.number) <= _NEAR]
        is_definite = scene.lows[phrase.first] in scene.lex.definites
        is_named = all(
            names_moment(one.time) and (is_definite or one.sentence > reading.number)
            for one in near or told
        )
        return _one_time([one.time for one in near or told]) if is_named else None

    def _of_article(
        self, reading: Reading, acts: frozenset[str], *, is_charge: bool = False
    ) -> list[ResolvedTime]:
        """When acts of these classes were, whoever did them: a headline recalls no others.

        Nor does “is accused of shooting a clerk”, where the article tells of one such day.
        """
        if not (reading.sentence.is_heading or is_charge):
            return []
        told = [told for act in sorted(acts) for told in self._told.get((act, ""), ())]
        return [one.time for one in told] if all(names_moment(one.time) for one in told) else []

    def counted(self, reading: Reading, statement: Statement) -> Dated | None:
        """The day that a statement is told to lie so far from, counted out (“two days after …”).

        Of what the article does not date, the news itself may lie some days after (`None`); what
        was before it, or “on the day of” it, is undated.
        """
        distance = find_distance(reading.scene, statement, reading.times)
        if distance is None:
            return _led_in(reading, statement)
        time = _own_time(reading, distance.happening) or _one_time(
            [told.time for told in self._counted_from(reading, distance)]
        )
        if time is None:
            return UNDATED if distance.units < 0 or distance.is_named else None
        inputs = (time.interval, distance.units, distance.unit)
        when = shift(*inputs)
        if when is None:
            return UNDATED
        dated = carried(time, Reason.COUNTED_FROM_EVENT)
        step = dated.steps[-1]._replace(operator="shift", inputs=inputs, outcome=when)
        kind = DateKind.ONE_OF if when.granularity is Granularity.WEEK else dated.kind
        return dated._replace(when=when, kind=kind, steps=(*time.steps, step))

    def led_in(self, reading: Reading, statement: Statement, time: ResolvedTime) -> Dated | None:
        """The day counted from the time of a doing: “Two days after leaving on Monday, …”."""
        scene = reading.scene
        home = scene.clause_at(time.expression.span.start)
        is_lead = home != statement.head and is_doing_lead(scene.clauses, home, scene.lex)
        return self.counted(reading, statement) if is_lead else None

    def _counted_from(self, reading: Reading, distance: Distance) -> Iterator[_Happening]:
        scene = reading.scene
        behind = range(distance.happening - _OPENING, distance.happening + 1)
        words = [n for n in behind if n >= 0]
        acts = self._acts.told_by(scene.words[distance.happening].lower)
        found = [
            told
            for key in product(sorted(acts), sorted(people_in(reading, words)))
            for told in self._told.get(key, ())
        ]
        alone = (told for act in sorted(acts) for told in self._told.get((act, ""), ()))
        yield from (told for told in found or alone if names_moment(told.time))

    def _same(self, reading: Reading, statement: Statement, he: str | None) -> Iterator[_Happening]:
        acts = self._acts.told_by(trigger_of(reading, statement))
        for name, part in sorted(parts_in(reading, statement, he).items()):
            found = (told for act in sorted(acts) for told in self._told.get((act, name), ()))
            yield from (t for t in found if t.is_of(part) and t.sentence != reading.number)

    def _pointed_at(self, reading: Reading, he: str | None) -> Iterator[_Happening]:
        """What the head of a sentence points back to: “His death …”, “The quake …”."""
        owned = product(sorted(self._owned(reading) if he else ()), [last_word(he or "")])
        yield from (told for key in owned for told in self._told.get(key, ()))
        for act in sorted(self._pointed(reading)):
            for told in self._told.get((act, ""), ()):
                is_near = 0 < reading.number - told.sentence <= _NEAR
                if told.sentence != reading.number and (is_near or names_moment(told.time)):
                    yield told

    def _owned(self, reading: Reading) -> frozenset[str]:
        """Classes of “His death …” at the head of a sentence."""
        words, lex = reading.scene.words, reading.scene.lex
        is_owned = len(words) > 1 and words[0].lower in lex.possessive_pronouns
        is_happening = is_owned and words[1].lower in lex.happenings
        return self._acts.told_by(words[1].lower) if is_happening else frozenset()

    def _pointed(self, reading: Reading) -> frozenset[str]:
        """Classes of a happening that the head of a sentence points back to: “The quake …”."""
        lows = [word.lower for word in reading.scene.words[:_OPENING]]
        lex = reading.scene.lex
        for place, low in enumerate(lows):
            before = lows[max(0, place - _POINTER) : place]
            pair = reading.scene.words[place : place + 2]
            if all(word.is_capital for word in pair):
                continue  # “The Osh Fire Brigade said”
            if low in lex.happenings and not lex.definites.isdisjoint(before):
                return self._acts.told_by(low)
        return frozenset()

    def _add(
        self,
        acts: frozenset[str],
        people: Mapping[str, Part],
        sentence: int,
        time: ResolvedTime,
    ) -> None:
        """File it by act and by each person named; more than a few times decide nothing anyway."""
        parts = {"": Part.OPEN, **people}
        for key in product(sorted(acts), sorted(parts)):
            told = self._told.setdefault(key, [])
            new = _Happening(sentence, time, parts[key[1]])
            is_new = all((time.interval, new.part) != (o.time.interval, o.part) for o in told)
            if is_new and len(told) < _MOST_TIMES:
                told.append(new)


def _is_charged(reading: Reading, index: int) -> bool:
    """Whether somebody is held to answer for what begins at a word: “accused of shooting …”."""
    before = reading.scene.lows[max(0, index - _POINTER) : index]
    return not reading.scene.lex.accusing.isdisjoint(before)


def _own_time(reading: Reading, word: int) -> ResolvedTime | None:
    """The time that a sentence gives a happening of its own: “hours after he fled on Monday”."""
    scene = reading.scene
    time = _time_inside(reading, scene.clauses[scene.clause_at(scene.words[word].start)])
    return time if time and names_moment(time) else None


def _led_in(reading: Reading, statement: Statement) -> Dated | None:
    """The day of what a doing with a time goes with: “After losing the vote on Sunday, she quit”.

    “Before joining the bank in 2001, he …” ends there; after leaving it in 2001 is any time. What
    is told of before “after losing on Sunday” is the news, and of no such day.
    """
    scene = reading.scene
    for number, clause in enumerate(scene.clauses):
        if clause.host != statement.head or not is_doing(clause, scene.lex):
            continue
        time = _time_inside(reading, clause)
        if time is None:
            continue
        is_before = clause.opener in scene.lex.ahead
        if not names_moment(time):
            return own_date(led_in_by(clause, time, scene.lex), ()) if is_before else UNDATED
        is_lead = is_doing_lead(scene.clauses, number, scene.lex)
        return carried(time, Reason.COUNTED_FROM_EVENT) if is_lead or is_before else None
    return None


def _time_inside(reading: Reading, clause: Clause) -> ResolvedTime | None:
    """The first time in a clause, a noun's too."""
    scene = reading.scene
    first, last = scene.words[clause.first].start, scene.words[clause.last - 1].end
    named = (nominal.time for nominal in reading.nominals)
    times = (*named, *scene.times)
    return next((t for t in times if first <= t.expression.span.start < last), None)


def _one_time(times: Sequence[ResolvedTime]) -> ResolvedTime | None:
    """The finest of times that hold one another; `None` of none or of several days."""
    if not times:
        return None
    finest = min(times, key=lambda time: time.interval.granularity)
    return finest if all(time.interval.contains(finest.interval) for time in times) else None
