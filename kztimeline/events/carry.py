"""The day of a statement without a time of its own: its passage's, story's or article's."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from msgspec.structs import replace

from kztimeline.events.dating import (
    UNDATED,
    Dated,
    is_bare_clock,
    is_still_ahead,
    on_day,
    own_date,
)
from kztimeline.events.verbs import Tense
from kztimeline.model import (
    Anchor,
    Certainty,
    Citation,
    DateKind,
    Reason,
    ResolvedTime,
    Side,
    Signal,
    Step,
)
from kztimeline.model.record import Record
from kztimeline.temporal import Granularity

LEAD_SENTENCES = 6  # news tells its main event, and when it was, in its first paragraphs
STORY_DAYS = (
    60  # reports on a trial still lead with their own day; a look back a year later does not
)
SPEECH_DAYS = 7  # what is said of an older story is said to who writes of it now
FRESH_DAYS = 1  # “has left”, “is in custody”: printed today of what the story tells of yesterday
PASSAGE_SENTENCES = 3  # a day named longer ago has left the reader's mind
_LONGEST_MOMENT_DAYS = 3  # a night over two days still is one time; a week is not


class Telling(NamedTuple):
    """What decides whose day a statement takes: where it stands and how it speaks.

    `tense` is that of what it tells, also where it only reports it (`is_speech`). `leans_back`
    tells of “He also …”: it goes on where the sentence before stopped. `resumed` are the stems of
    a subject like “the guards”, which whoever told of them has to have named. `is_remembered`: its
    words put it in another time, which they leave open.
    """

    sentence: int
    paragraph: int
    section: int
    tense: Tense
    is_speech: bool
    is_quoted: bool
    leans_back: bool
    resumed: frozenset[str] = frozenset()
    is_remembered: bool = False
    behind: ResolvedTime | None = None


class Passage(Record, frozen=True):
    """The time that the text is talking about now, and the day of its leading event.

    `introduced` are the stems of whom and what the sentence with that time named first; `day` is
    the heading above it, where that is a day.
    """

    story: ResolvedTime | None = None
    focus: ResolvedTime | None = None
    sentence: int = -1
    paragraph: int = -1
    section: int = 0
    in_background: bool = False
    introduced: frozenset[str] = frozenset()
    day: ResolvedTime | None = None

    def under(self, day: ResolvedTime | None) -> Passage:
        """The passage under the heading above a sentence, or under none."""
        return self if day is self.day else replace(self, day=day)

    def after(
        self, telling: Telling, time: ResolvedTime, introduced: frozenset[str] = frozenset()
    ) -> Passage:
        """The passage once a main clause has named a time; a coarse one is background."""
        is_moment = names_moment(time)
        return replace(
            self,
            focus=time if is_moment else None,
            sentence=telling.sentence,
            paragraph=telling.paragraph,
            section=telling.section,
            in_background=not is_moment,
            introduced=introduced,
        )

    def beside(self, telling: Telling) -> Passage:
        """The passage once a sentence has told of no time: what is remembered is background."""
        if not telling.is_remembered:
            return self
        here = replace(self, sentence=telling.sentence, paragraph=telling.paragraph)
        return replace(here, focus=None, section=telling.section, in_background=True)

    def dated_by(
        self, time: ResolvedTime, times: Sequence[ResolvedTime], telling: Telling, anchor: Anchor
    ) -> Dated:
        """The date of a statement with a time of its own.

        “At 9:30 a.m.” lies on the day of the passage, in a chronology also of what is told in the
        present tense; what was done “until July” or “by July”, told
        in June, has been done, and only lasts so long.
        """
        own = own_date(time, times)
        is_past = telling.tense is Tense.PAST
        is_of_entry = self.day is not None and telling.tense is not Tense.MODAL
        if (is_past or is_of_entry) and is_bare_clock(time, anchor):
            return on_day(time, self.day_of(telling, anchor), times) or own
        is_done = is_past or (telling.is_speech and telling.tense is not Tense.MODAL)
        is_due = time.expression.side is Side.UNKNOWN and time.expression.side_cue is not None
        if is_due or not (is_done and is_still_ahead(time, anchor)):
            return own  # “a ruling was due by July”
        done = self.day_of(telling, anchor)
        return done if done.when else _by_now(anchor)

    def day_of(self, telling: Telling, anchor: Anchor) -> Dated:
        """The day of a statement that names none.

        What is to come takes the article's day; what has happened or is so that of the story which
        the article leads with, if that is fresh, else the article's; what happened takes the day
        that its passage speaks of, else that of the story. Under a heading that is a day it is of
        that day, also in the present tense of chronologies.
        """
        is_past = telling.tense is Tense.PAST
        is_told = telling.is_speech or telling.tense is not Tense.MODAL  # “Lind says it will go”
        if self.day and is_told and not (is_past and self._has(telling)):
            return carried(self.day)
        is_same = (self.paragraph, self.section) == (telling.paragraph, telling.section)
        is_next = telling.leans_back and telling.sentence - self.sentence == 1
        is_beside = is_past and self.in_background and (is_same or is_next)
        if telling.is_remembered or is_beside:
            return UNDATED
        if not is_past:
            is_fresh = _is_recent(self.story, anchor, FRESH_DAYS)
            is_news = is_fresh and telling.tense is not Tense.MODAL
            return carried(self.story) if self.story and is_news else _article_day(anchor)
        is_near = not telling.is_speech and self._is_near(telling, is_same=is_same)
        behind = telling.behind if _is_long_ago(telling, anchor) else None
        if told := (self.focus if is_near else None) or behind:
            return carried(told)
        days = SPEECH_DAYS if telling.is_speech else STORY_DAYS
        if self.story and _is_recent(self.story, anchor, days):
            return carried(self.story)
        return _article_day(anchor)

    def _has(self, telling: Telling) -> bool:
        """Whether the passage has a time of its own where a statement stands."""
        here = (self.paragraph, self.section) == (telling.paragraph, telling.section)
        return here and (self.focus is not None or self.in_background)

    def _is_near(self, telling: Telling, *, is_same: bool) -> bool:
        if telling.is_quoted or telling.section != self.section:
            return False
        distance = telling.sentence - self.sentence
        goes_on = telling.leans_back or not self.introduced.isdisjoint(telling.resumed)
        return (is_same or goes_on) and distance <= PASSAGE_SENTENCES


def _is_recent(time: ResolvedTime | None, anchor: Anchor, days: int) -> bool:
    """Whether a time lies at most so many days back: a year on, an article tells other things too.

    Without an article's day nothing shows it, and only what is told as past needs no such day.
    """
    now = anchor.interval.start if anchor.interval else None
    then = time.interval.start if time else None
    if now is None or then is None:
        return days > FRESH_DAYS
    return (now - then).days <= days


def _is_long_ago(telling: Telling, anchor: Anchor) -> bool:
    """Whether what comes behind the lead was after a day that is no news any more.

    “The price fell after the dam broke on 2 March”, told in June, fell then and not in June.
    """
    is_lead = telling.sentence < LEAD_SENTENCES
    is_news = _is_recent(telling.behind, anchor, SPEECH_DAYS)
    return not (is_lead or is_news or telling.is_speech)


def names_moment(time: ResolvedTime) -> bool:
    """Whether a time is a day or little more: only such a time is carried on."""
    start, end = time.interval.first_day, time.interval.last_day
    if start is None or end is None or time.interval.granularity > Granularity.DAY:
        return False
    return (end - start).days < _LONGEST_MOMENT_DAYS


def carried(time: ResolvedTime, reason: Reason = Reason.CARRIED_FORWARD) -> Dated:
    """The day of another statement, for one that names none."""
    cites = (Citation(time.expression.article_id, time.expression.span),)
    step = Step("carry", (time.interval,), time.interval, reason, cites)
    certainty = min(time.certainty, Certainty.INFERRED)
    return Dated(time, time.interval, time.kind, certainty, (*time.steps, step), is_carried=True)


def elsewhere(time: ResolvedTime) -> Dated:
    """The day that the article gives the same happening elsewhere."""
    return carried(time, Reason.TOLD_ELSEWHERE)


def _by_now(anchor: Anchor) -> Dated:
    """What had been done when the article was written."""
    day = _article_day(anchor)
    if day.when is None:
        return UNDATED
    when = day.when._replace(start=None)
    step = Step(Signal.BY.value, (day.when,), when, Reason.ARTICLE_DAY)
    return day._replace(when=when, kind=DateKind.INSTANT, steps=(*day.steps, step))


def _article_day(anchor: Anchor) -> Dated:
    if anchor.interval is None:
        return UNDATED
    step = Step("article-day", (anchor.interval,), anchor.interval, Reason.ARTICLE_DAY)
    kind = DateKind.INSTANT if anchor.interval.granularity <= Granularity.DAY else DateKind.ONE_OF
    certainty = min(anchor.certainty, Certainty.INFERRED)
    return Dated(None, anchor.interval, kind, certainty, (step,))
