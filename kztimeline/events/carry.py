"""The day of a statement without a time of its own: its passage's, its story's, or its article's."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kztimeline.events.dating import UNDATED, Dated
from kztimeline.events.verbs import Tense
from kztimeline.model import Anchor, Certainty, Citation, DateKind, Reason, ResolvedTime, Step
from kztimeline.temporal import Granularity

LEAD_SENTENCES = 6  # news tells its main event, and when it was, in its first paragraphs
STORY_SENTENCES = 15  # as far as a short report stays with that event
PASSAGE_SENTENCES = 3  # a day named longer ago has left the reader's mind
_LONGEST_MOMENT_DAYS = 3  # a night over two days still is one time; a week is not


@dataclass(frozen=True, slots=True)
class Telling:
    """What decides whose day a statement takes: where it stands and how it speaks.

    `leans_back` tells of “He also …”: it goes on where the sentence before stopped.
    """

    sentence: int
    paragraph: int
    section: int
    tense: Tense
    is_speech: bool
    is_quoted: bool
    leans_back: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """The time that the text is talking about now, and the day of its leading event."""

    focus: ResolvedTime | None = None
    sentence: int = -1
    paragraph: int = -1
    section: int = 0
    in_background: bool = False
    story: ResolvedTime | None = None

    def after(self, telling: Telling, time: ResolvedTime) -> Passage:
        """The passage once a main clause has named a time; a coarse one is background and is never carried on."""
        place = replace(
            self, sentence=telling.sentence, paragraph=telling.paragraph, section=telling.section
        )
        if not _is_moment(time):
            return replace(place, focus=None, in_background=True)
        is_story = telling.sentence < LEAD_SENTENCES and telling.tense in {
            Tense.PAST,
            Tense.PERFECT,
        }
        story = self.story or (time if is_story and not telling.is_speech else None)
        return replace(place, focus=time, in_background=False, story=story)

    def day_of(self, telling: Telling, anchor: Anchor) -> Dated:
        """The day of a statement that names none."""
        if telling.is_speech or telling.tense is not Tense.PAST:
            return _article_day(anchor)
        same_paragraph = (self.paragraph, self.section) == (telling.paragraph, telling.section)
        if self.in_background and same_paragraph:
            return UNDATED
        if self.focus and not telling.is_quoted and self._is_near(telling, is_same=same_paragraph):
            return _carried(self.focus)
        if self.story and telling.sentence < STORY_SENTENCES and telling.section <= 1:
            return _carried(self.story)
        return _article_day(anchor)

    def _is_near(self, telling: Telling, *, is_same: bool) -> bool:
        distance = telling.sentence - self.sentence
        if telling.section != self.section or distance > PASSAGE_SENTENCES * (1 + is_same):
            return False
        return is_same or telling.leans_back or distance <= 1


def _is_moment(time: ResolvedTime) -> bool:
    start, end = time.interval.first_day, time.interval.last_day
    if start is None or end is None or time.interval.granularity > Granularity.DAY:
        return False
    return (end - start).days < _LONGEST_MOMENT_DAYS


def _carried(time: ResolvedTime) -> Dated:
    cites = (Citation(time.expression.article_id, time.expression.span),)
    step = Step("carry", (time.interval,), time.interval, Reason.CARRIED_FORWARD, cites)
    certainty = min(time.certainty, Certainty.INFERRED)
    return Dated(time, True, time.interval, time.kind, certainty, (*time.steps, step))


def _article_day(anchor: Anchor) -> Dated:
    if anchor.interval is None:
        return UNDATED
    step = Step("article-day", (anchor.interval,), anchor.interval, Reason.ARTICLE_DAY)
    kind = DateKind.INSTANT if anchor.interval.granularity <= Granularity.DAY else DateKind.ONE_OF
    certainty = min(anchor.certainty, Certainty.INFERRED)
    return Dated(None, False, anchor.interval, kind, certainty, (step,))
