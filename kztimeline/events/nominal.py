"""Happenings that a noun or a participle names, with a time of their own.

“A jury convicted the man charged in an April 2007 shooting” tells two: the verdict, on the day the
verb is told, and the shooting, in April 2007 (TimeML tags both as events; so do ACE and ECB+).
A time is the noun's where it stands before it (“Monday’s vigil”), or behind it in a phrase that
only says what went before (“charged over a blaze on Sunday”); it is a participle's where that
stands between it and a noun (“a boy, 16, hurt by police on Saturday”). In doubt it is the verb's.
"""

from __future__ import annotations

from typing import NamedTuple

from kztimeline.events.carry import names_moment
from kztimeline.events.phrases import NounPhrases, names_any
from kztimeline.events.scene import Scene
from kztimeline.events.verbs import BORDERS, Tense, Verb, is_ing
from kztimeline.model import ResolvedTime, Signal
from kztimeline.temporal import Granularity

_MODIFIERS = 4  # words between a time and its noun: “the 2012 car crash”
_REACH = 14  # words between a noun and its time: further off, it is another phrase's


class Nominal(NamedTuple):
    """Words `[first, last)` that name a happening, its head word, and the time it has.

    `is_told`: they say enough to be told of by themselves, more than “a raid on Sunday”.
    """

    first: int
    last: int
    head: int
    time: ResolvedTime
    is_told: bool = True


def find_nominals(scene: Scene) -> tuple[Nominal, ...]:
    """The happenings of a sentence that no verb tells and that have a time, in order of place.

    A noun or participle has one time at most, the first; a range is a participle's or the verb's.
    """
    ends = {time.expression.range_end for time in scene.times}
    times = [time for time in scene.times if time.expression.span not in ends]
    if not times or not names_any(scene):
        return ()
    finder = _Finder(scene)
    found: dict[int, Nominal] = {}
    for time in times:
        nominal = finder.at(time)
        if nominal is not None:
            found.setdefault(nominal.head, nominal)
    return tuple(sorted(found.values(), key=lambda nominal: nominal.first))


class _Finder(NounPhrases):
    """Looks around the times of one sentence."""

    def at(self, time: ResolvedTime) -> Nominal | None:
        """What a time dates where that is no verb."""
        inside = [n for n, found in self.timed.items() if found is time]
        if not inside:
            return None
        nominal = self._before_noun(time, inside[0], inside[-1]) or self._behind(time, inside[0])
        if nominal is None:
            return None
        if self.lows[nominal.head] in self.lex.dating:
            return nominal._replace(is_told=False)  # “in a letter dated 3 May”
        if not self._says_enough(range(nominal.first, nominal.last)):
            is_another = self._is_of_another_day(time, nominal.first)
            return nominal._replace(is_told=False) if is_another else None
        is_range = time.expression.range_end is not None
        return None if is_range and self.lows[nominal.head] in self.lex.happenings else nominal

    # ── “Monday’s vigil”, “the June 20 shooting” ──────────────────────────────────────────────────

    def _before_noun(self, time: ResolvedTime, first: int, last: int) -> Nominal | None:
        head = self._noun_behind(last + 1)
        if head is None:
            return None
        has_genitive = self._low(last + 1) in self.lex.possessives
        start = first
        while start and self._is_inner(start - 1) and not self._is_begun(start, first):
            start -= 1
        is_bound = has_genitive or (start < first and self.lows[start] in self.lex.determiners)
        if not is_bound or self._is_told_by_verb(start, head) or self._is_frame(start):
            return None
        return Nominal(start, self._end(head), head, time)

    def _is_begun(self, start: int, first: int) -> bool:
        """“investigating a June 20 shooting”: the phrase begins at its determiner."""
        return start < first and self.lows[start] in self.lex.determiners

    def _noun_behind(self, index: int) -> int | None:
        """The last of the nouns that stand together, if it names a happening."""
        head = None
        for place in range(index, min(index + _MODIFIERS + 1, len(self.lows))):
            if place > index and not self._is_inner(place):
                break
            low = self.lows[place]
            if low in self.lex.determiners or self._is_doing(place):
                break
            head = place
        return head if head is not None and self.lows[head] in self.lex.happenings else None

    def _is_told_by_verb(self, start: int, head: int) -> bool:
        """“Monday’s vigil drew hundreds”: its verb is of the same day."""
        verb = next((verb for verb in self.verbs if verb.first > head), None)
        before = self._low(start - 1)
        is_subject = before not in self.lex.prepositions and all(
            verb.last >= start or self._border(verb.last, start) for verb in self.verbs
        )
        if verb is None or verb.tense is not Tense.PAST or self._has_own_day(verb):
            return False
        return is_subject and not self._border(head, verb.first)

    def _has_own_day(self, verb: Verb) -> bool:
        """“The June 30 escape led to a row on Monday”: the verb is of another day than its noun."""
        return any(
            n > verb.last
            and time.interval.granularity <= Granularity.DAY
            and not self._border(verb.last, n)
            for n, time in self.timed.items()
        )

    def _is_frame(self, start: int) -> bool:
        """“at a Tuesday meeting”, “killed in a 2008 crash”: the verb's own place and day."""
        return self._low(start - 1) in self.lex.frames and not self._is_charge(start)

    def _is_charge(self, start: int) -> bool:
        """“charged in an April 2019 blaze”: what somebody is held to answer for."""
        return not self.lex.accusing.isdisjoint(self.lows[max(0, start - _MODIFIERS) : start])

    def _is_beside(self, time: ResolvedTime, head: int) -> bool:
        """“a second march the next night”, “a strike on 2 March”: the time follows its noun."""
        behind = head + 1
        while self._low(behind) in self.lex.time_prepositions:
            behind += 1
        return self.timed.get(behind) is time

    def _is_of_another_day(self, time: ResolvedTime, start: int) -> bool:
        """“Rebels struck on Monday after *a raid on Sunday*”: a verb is told on one day.

        “A vote on Monday and a march on Tuesday” may have one verb for both.
        """
        last = max(n for n, found in self.timed.items() if found is time)
        behind = last + 1 + (self._low(last + 1) == ",")
        if not self.lex.coordinators.isdisjoint({self._low(start - 1), self._low(behind)}):
            return False
        home, at = self.scene.clause_at, time.expression.span.start
        others = {*self.timed.values()} - {time}
        days = [one.interval for one in others if home(one.expression.span.start) == home(at)]
        is_fine = all(day.granularity <= Granularity.DAY for day in (time.interval, *days))
        return bool(days) and is_fine and not any(day.overlaps(time.interval) for day in days)

    def _has_verb(self, start: int, time: ResolvedTime) -> bool:
        """Whether the words between two marks in which a phrase and its time stand have a verb."""
        last = max(n for n, found in self.timed.items() if found is time)
        first = next((n for n in range(start, 0, -1) if self.lows[n - 1] in BORDERS), 0)
        ends = range(last + 1, len(self.lows))
        end = next((n for n in ends if self.lows[n] in BORDERS), len(self.lows))
        has_form = any(is_ing(low, self.lex) for low in self.lows[first:start])
        return has_form or any(first <= verb.first < end for verb in self.verbs)

    def _border(self, left: int, right: int) -> bool:
        """Whether another clause begins between two words."""
        opens = self.lex.openers | self.lex.subordinators
        return any(low in BORDERS - {","} or low in opens for low in self.lows[left + 1 : right])

    # ── “over a blaze on Sunday”, “a boy hurt by police on Saturday” ──────────────────────────────

    def _behind(self, time: ResolvedTime, first: int) -> Nominal | None:
        place = first - 1
        if self._low(place) in self.lex.determiners:
            return None  # “a 2007 van” is of that year, not what is told of it
        while place >= 0 and self.lows[place] in self.lex.time_prepositions | self.lex.bounds:
            place -= 1
        head = self._head(place, max(-1, first - _REACH))
        if head is None:
            return None
        if self._is_doing(head):
            return self._circumstance(time, head, head)
        if self.lows[head] in self.lex.happenings:
            start = self._phrase_start(head)
            doing = start - 1  # “after losing the vote on Sunday”
            if is_ing(self._low(doing), self.lex) and self._low(doing - 1) in self.lex.sequels:
                return Nominal(doing, self._end(head), doing, time)
            return self._circumstance(time, head, start)
        return Nominal(self._phrase_start(head - 1, crosses=True), self._end(head), head, time)

    def _head(self, start: int, stop: int) -> int | None:
        """The next word before a time that can have it; `None` where a verb or border is nearer."""
        for index in range(start, stop, -1):
            is_verbs = index in self.in_verb and not (
                self._is_overtaken(index) or self._is_trailing(index)
            )
            is_stop = self._is_stop(index) and not self._is_joint(index)
            if index in self.timed or is_verbs or is_stop:
                return None
            is_noun = self.lows[index] in self.lex.happenings and not self._is_inner_noun(index)
            if is_noun or self._is_doing(index) or self._is_reduced(index):
                return index
        return None

    def _circumstance(self, time: ResolvedTime, head: int, start: int) -> Nominal | None:
        before = self._low(start - 1)
        is_coarse = not names_moment(time)
        is_second = any(other is not time for other in self.timed.values())
        attributed = before in self.lex.attributes or (
            before in self.lex.frames | self.lex.agents and self._is_charge(start)
        )
        attached = before in self.lex.circumstances or (attributed and (is_coarse or is_second))
        attached = attached or (
            self._is_beside(time, head)
            and (not self._has_verb(start, time) or self._is_of_another_day(time, start))
        )
        if not attached or time.expression.signal in {Signal.SINCE, Signal.UNTIL, Signal.BY}:
            return None
        return Nominal(start, self._end(head), head, time)
