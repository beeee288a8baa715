"""Why a value is what it is, and what was set aside."""

from __future__ import annotations

from enum import IntEnum, StrEnum
from typing import NamedTuple, TypeAlias

from kztimeline.temporal.interval import Interval
from kztimeline.textual.spans import Span

Operand: TypeAlias = Interval | str | int | None


class Certainty(IntEnum):
    """How a value is known, ordered: `min` of two is the weaker."""

    GUESSED = 1
    INFERRED = 2
    DERIVED = 3
    STATED = 4

    @property
    def word(self) -> str:
        """The published word."""
        return _WORDS[self]


_WORDS = {certainty: certainty.name.lower() for certainty in Certainty}


class Reason(StrEnum):
    """Why a step was taken; a closed list, put in words by `outputs/explain.py`."""

    STATED_IN_WORDS = "stated-in-words"
    WEEKDAY_FIXES_YEAR = "weekday-fixes-year"
    COUNTED_FROM_ANCHOR = "counted-from-anchor"
    COUNTED_FROM_FOCUS = "counted-from-focus"
    COUNTED_FROM_EVENT = "counted-from-event"
    NEEDS_ANCHOR = "needs-anchor"
    NEEDS_YEAR = "needs-year"
    NEEDS_FOCUS = "needs-focus"
    NEEDS_EVENT = "needs-event"
    NOT_ON_CALENDAR = "not-on-calendar"
    NO_PLACE = "no-place"
    SAME_DAY = "same-day"
    TENSE_PAST = "tense-past"
    TENSE_FUTURE = "tense-future"
    TEXT_YEAR = "text-year"
    LAST_YEAR_TOLD = "last-year-told"
    PRESS_USAGE = "press-usage"
    FORESEEN = "foreseen"
    NEAREST = "nearest"
    NARROWED = "narrowed"
    JOINED = "joined"
    CARRIED_FORWARD = "carried-forward"
    TOLD_ELSEWHERE = "told-elsewhere"
    ARTICLE_DAY = "article-day"
    OPTION = "option"
    MANIFEST = "manifest"
    SIDECAR = "sidecar"
    METADATA = "metadata"
    FRONT_MATTER = "front-matter"
    ARCHIVE_HEADER = "archive-header"
    HEADER = "header"
    DATELINE = "dateline"
    PUBLISHED_LINE = "published-line"
    FILE_NAME = "file-name"
    MTIME = "mtime"
    YEAR_FROM_OTHER_CUE = "year-from-other-cue"
    ORDER_FROM_OTHER_CUE = "order-from-other-cue"
    UPDATED_LINE = "updated-line"
    NOTHING_STATED = "nothing-stated"
    OWN_WEEKDAY = "own-weekday"
    OWN_DAY = "own-day"
    LAST_ENTRY = "last-entry"
    WEEKDAY_USAGE = "weekday-usage"
    DATE_NEARBY = "date-nearby"
    LATEST_YEAR = "latest-year"
    MONTH_NEARBY = "month-nearby"
    PART_OF_MONTH = "part-of-month"
    AGE_TOLD = "age-told"
    OFFICE_HELD = "office-held"
    LENGTH_TOLD = "length-told"
    ANNIVERSARY = "anniversary"
    DAY_COUNTED = "day-counted"
    TYPOGRAPHY = "typography"
    PHRASE = "phrase"
    LIKE_ARTICLE = "like-article"
    SAME_STATEMENT = "same-statement"
    SAME_STORY = "same-story"
    LIKELIEST = "likeliest"


class Citation(NamedTuple):
    """The words a step rests on; without `span` they lie outside the text: `field` says where."""

    article_id: str
    span: Span | None
    field: str = "text"


class Step(NamedTuple):
    """One move of a derivation: applying `operator` to `inputs` gives `outcome` again."""

    operator: str
    inputs: tuple[Operand, ...]
    outcome: Operand
    reason: Reason
    cites: tuple[Citation, ...] = ()


class Note(NamedTuple):
    """Something set aside or doubtful, and why.

    `code` is kebab-case and stable, `text` one sentence part for people (lower case, no full stop),
    `hint` what to do about it, `locator` and `line` where. `is_problem` tells what `--strict`
    counts (skipped, undated, ambiguous, inferred) from what merely was left out by design (a
    README, a share prompt).
    """

    code: str
    text: str
    locator: str = ""
    line: int | None = None
    hint: str = ""
    is_problem: bool = True
