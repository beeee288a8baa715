"""What a sentence knows when its times are placed: the anchor, and what was told before."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from kztimeline.model import Certainty, ResolvedTime, Side
from kztimeline.temporal import Granularity, Interval


class Focus(NamedTuple):
    """A time the text spoke of: where, whether its year stood in the words, and its day not.

    `opened`: the other end, where it is the last of a range. `looks_back`: it was counted back from
    another, which the text goes on to speak of; `is_passing`: at no sentence's head. `is_aside`: on
    which somebody spoke, or since when something has been so. `side`: whether it was told as past
    or to come. `aside_end`: where the aside ends in which it stood; 0 in none. `place`: where it
    begins in the text.
    """

    interval: Interval
    sentence: int
    paragraph: int
    has_stated_year: bool
    is_bare_clock: bool = False
    opened: Interval | None = None
    is_aside: bool = False
    looks_back: bool = False
    is_passing: bool = False
    side: Side = Side.UNKNOWN
    aside_end: int = 0
    place: int = 0


class Context(NamedTuple):
    """The anchor and the foci so far, latest first; passed on from time to time, never changed.

    `history`: how surely the text tells of years far from its day, if it does. `has_own_day`: it
    speaks from the anchor's day.

    Reference time after Reichenbach: “a day earlier” hangs on the latest focus that is no coarser
    than a day.
    """

    anchor: Interval | None
    anchor_certainty: Certainty
    sentence: int = 0
    paragraph: int = 0
    foci: tuple[Focus, ...] = ()
    history: Certainty | None = None
    stretch: int | None = None  # the paragraph that tells of “the nine months”, no longer a quarter
    has_own_day: bool = True
    heading: Focus | None = None  # a year that stands alone above what follows
    entry: Focus | None = None  # the time that headed the last entry of a chronology
    day: Focus | None = None  # a day that stands alone above what follows
    day_end: int = 0  # the sentence at which that ends

    @property
    def is_history(self) -> bool:
        """Whether dates without a year are of the year told of."""
        return self.history is not None

    def at(self, sentence: int, paragraph: int) -> Context:
        """The same memory in another sentence; a stretch is told of within its paragraph."""
        if sentence == self.sentence and paragraph == self.paragraph:
            return self
        # written out, here and below: a sixth of the time of `_replace`
        anchor, certainty, _, before, foci, history, stretch, own, heading, entry, day, end = self
        stretch = stretch if paragraph == before else None
        day = day if sentence < end else None
        place = anchor, certainty, sentence, paragraph
        values = (*place, foci, history, stretch, own, heading, entry, day, end)
        return tuple.__new__(Context, values)

    def telling_stretch(self) -> Context:
        """From here on results are those of several months, and no quarter's."""
        return self._replace(stretch=self.paragraph)

    def remembering(self, focus: Focus) -> Context:
        """With one more focus; what is older than the reach of an anaphor is forgotten."""
        anchor, certainty, at, within, foci, history, stretch, own, heading, entry, day, end = self
        stretch = None if focus.interval.granularity in _PERIODS else stretch
        foci = (focus, *foci[: _REMEMBERED - 1])
        place = anchor, certainty, at, within
        values = (*place, foci, history, stretch, own, heading, entry, day, end)
        return tuple.__new__(Context, values)

    def headed(self, time: ResolvedTime) -> Context:
        """Under a heading that is a year: entries without one lie in it."""
        return self._replace(
            heading=Focus(time.interval, self.sentence, self.paragraph, has_stated_year=True)
        )

    def under(self, time: ResolvedTime, end: int) -> Context:
        """Under a heading that is a day, up to a sentence: what happens there is of that day."""
        return self._replace(day=self.foci[0]._replace(interval=time.interval), day_end=end)

    def entered(self) -> Context:
        """Behind the head of an entry: the next one may do without its year."""
        return self._replace(entry=self.foci[0])

    def entry_above(self) -> Focus | None:
        """The head of the entry in the paragraph above, where its year is known."""
        above = self.entry
        is_near = above is not None and self.paragraph - above.paragraph <= 1
        return above if above and is_near and above.has_stated_year else None

    def entry_here(self) -> Interval | None:
        """The day that heads the entry of this paragraph."""
        here = self.entry
        is_here = here is not None and here.paragraph == self.paragraph
        is_day = here is not None and here.interval.only_day is not None
        return here.interval if here and is_here and is_day else None

    def entry_day(self) -> Interval | None:
        """The day that headed the last entry, a few paragraphs above."""
        above = self.entry
        is_near = above is not None and self.paragraph - above.paragraph <= _LONGEST_ENTRY
        is_day = above is not None and above.interval.only_day is not None
        return above.interval if above and is_near and is_day else None

    def focus(
        self,
        unit: Granularity,
        *,
        with_plans: bool,
        looking_back: bool = False,
        with_asides: bool = True,
        is_earlier: bool = False,
    ) -> Focus | None:
        """The latest focus known as finely as `unit`; `with_plans` also one after the anchor.

        A plan named in this very sentence counts always: what is said of it is said of it. Two days
        told by `looking_back` (“the previous day … the previous day’s raid”) have one base. Without
        `with_asides` the day on which somebody spoke is passed over. What `is_earlier` goes on from
        what was told by looking back: “crashed two days earlier. The jet had left at 7 a.m.”
        """
        near: Focus | None = None  # of this paragraph, but known less finely
        for focus in self.foci:
            if near and (focus.paragraph != self.paragraph or self._is_here(near, focus)):
                return near
            if focus.interval.granularity > unit or focus.interval.start is None:
                near = near or self._coarse_near(focus, unit)
                continue
            if (looking_back and focus.looks_back) or (focus.is_aside and not with_asides):
                continue
            if focus.looks_back and not is_earlier and self._is_beside(focus):
                continue
            if with_plans or focus.sentence == self.sentence or not self.is_ahead(focus.interval):
                return focus
        return near

    def _is_beside(self, aside: Focus) -> bool:
        """Whether the text goes on from the time that a look back was counted from.

        “She fell on 14 May, after a visit two weeks before. The next day …” is 15 May.
        """
        return aside.sentence != self.sentence and (
            aside.is_passing
            or any(focus.sentence == aside.sentence and not focus.looks_back for focus in self.foci)
        )

    def _coarse_near(self, focus: Focus, unit: Granularity) -> Focus | None:
        """A month told of just now, of which two weeks later are counted, not of some day before.

        “Lind asked for it in April. Two weeks later it was refused”: in spring, no day is known.
        Days are so counted from a month of their own sentence.
        """
        if focus.interval.granularity is not Granularity.MONTH:
            return None
        is_near = unit is Granularity.WEEK and focus.paragraph == self.paragraph
        return focus if is_near or self._is_of_days(focus, unit) else None

    def _is_of_days(self, focus: Focus, unit: Granularity) -> bool:
        """“The coins vanished in April and were found 11 days later”."""
        is_told = focus.sentence == self.sentence and not focus.is_aside
        return unit is Granularity.DAY and is_told and not focus.aside_end

    def _is_here(self, month: Focus, before: Focus) -> bool:
        """Whether a month stands in this sentence, and what was told before it does not."""
        return month.sentence == self.sentence != before.sentence

    def kin(self, unit: Granularity) -> Focus | None:
        """The focus that is exactly one `unit` long: the quarter the text is about.

        The one this sentence names; else the last on the calendar that is over, since results are
        told of such and what lies before them is background.
        """
        return self._kin(frozenset({unit}))

    def period(self, *units: Granularity) -> Focus | None:
        """The month or quarter the text is about, if it was named near by; or one of `units`."""
        focus = self._kin(frozenset(units) or _PERIODS) if self.stretch is None else None
        return focus if focus and self._is_near(focus) and not self._is_in_year() else None

    def _is_in_year(self) -> bool:
        """Whether this sentence tells of a whole year, named after any month or quarter."""
        latest = next((f for f in self.foci if f.interval.granularity >= Granularity.MONTH), None)
        return (
            latest is not None
            and latest.sentence == self.sentence
            and latest.interval.granularity is Granularity.YEAR
        )

    def _kin(self, units: frozenset[Granularity]) -> Focus | None:
        kin = [f for f in self.foci if f.interval.granularity in units and not f.interval.part]
        if not kin or kin[0].sentence == self.sentence:
            return kin[0] if kin else None
        over = [focus for focus in kin if self._is_over(focus)]
        near = [focus for focus in over if self._is_near(focus)]
        return max(near, key=_begin) if near else (over or kin)[0]

    def _is_near(self, focus: Focus) -> bool:
        return self.paragraph - focus.paragraph <= _KIN_REACH

    def _is_over(self, focus: Focus) -> bool:
        end, anchor = focus.interval.end, self.anchor
        return not (end and anchor and anchor.start) or end <= anchor.start

    def is_ahead(self, interval: Interval) -> bool:
        """Whether it lies wholly behind the anchor's day."""
        start, anchor = interval.start, self.anchor
        return bool(start and anchor and anchor.end and start >= anchor.end)

    def narrative_year(self, side: Side, place: int) -> tuple[Focus, Certainty] | None:
        """The year the text tells of, where that is not the anchor's, for a date told from `side`.

        `place` is where in the text the date stands.

        A history runs on in the year named last; what may be one only in a year told alike, and
        that is a guess. In news only the time told last, in this paragraph, lends its year, and a
        bare year (“who left in 2019”) only within its sentence, and one in an aside within that.
        """
        is_sure = self.history is Certainty.DERIVED
        if not is_sure and (news := self._year_of_news(place)):
            return news, Certainty.DERIVED
        if self.history is None or self._speaks_of_news():
            return None
        dated = (focus for focus in self.foci if focus.has_stated_year)
        found = next((focus for focus in dated if is_sure or focus.side is side), None)
        return (found, self.history) if found else None

    def _speaks_of_news(self) -> bool:
        """“She died on Sunday. ¶ The cause was a stroke in January”: no history as yet."""
        latest = self.foci[0] if self.foci else None
        if latest is None or latest.has_stated_year or self.paragraph - latest.paragraph > 1:
            return False
        start, now = latest.interval.start, self.anchor.start if self.anchor else None
        if start is None or now is None or latest.interval.granularity > Granularity.DAY:
            return False
        return 0 <= (now - start).days <= _NEWS_DAYS

    def _year_of_news(self, place: int) -> Focus | None:
        told = (focus for focus in self.foci if not 0 < focus.aside_end < place)
        latest = next(told, None)
        if latest is None or not latest.has_stated_year or latest.paragraph != self.paragraph:
            return self.heading
        start, anchor = latest.interval.start, self.anchor
        is_anchor_year = bool(start and anchor and anchor.start and start.year == anchor.start.year)
        is_bare = (
            latest.interval.granularity > Granularity.QUARTER and latest.sentence != self.sentence
        )
        return None if is_anchor_year or is_bare else latest


def _begin(focus: Focus) -> date:
    return focus.interval.first_day or date.min


_NEWS_DAYS = 7
_KIN_REACH = 4  # paragraphs; results are told in short ones
_PERIODS = frozenset({Granularity.MONTH, Granularity.QUARTER})
_REMEMBERED = 6  # times; an anaphor rarely reaches further back
_LONGEST_ENTRY = 4  # paragraphs
