"""Words that name a time, before anyone knows the date."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from kztimeline.textual.spans import Span


class TimexType(StrEnum):
    """The four types of TIMEX3 (TimeML 1.2.1)."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class Mod(StrEnum):
    """TIMEX3's `mod`: how a value is to be bent."""

    START = "START"
    MID = "MID"
    END = "END"
    APPROX = "APPROX"
    BEFORE = "BEFORE"
    AFTER = "AFTER"
    ON_OR_BEFORE = "ON_OR_BEFORE"
    ON_OR_AFTER = "ON_OR_AFTER"
    LESS_THAN = "LESS_THAN"
    MORE_THAN = "MORE_THAN"
    EQUAL_OR_LESS = "EQUAL_OR_LESS"
    EQUAL_OR_MORE = "EQUAL_OR_MORE"


class Signal(StrEnum):
    """What a word before an expression makes of it: TimeML's SIGNAL, outside the extent."""

    AT = "at"
    SINCE = "since"
    FROM = "from"
    UNTIL = "until"
    BY = "by"
    BEFORE = "before"
    AFTER = "after"
    DURING = "during"


class Side(StrEnum):
    """Which side of the anchor the sentence around an expression speaks of."""

    PAST = "past"
    FUTURE = "future"
    UNKNOWN = "unknown"


class Named(StrEnum):
    """What thing a time names, where it says which thing is meant: “the 2011 raid”."""

    NOTHING = ""
    ANY = "any"
    FORESEEN = "foreseen"  # set beforehand: “Sunday’s vote”
    SUDDEN = "sudden"  # known only once it has happened: “the March attack”


class Meaning(NamedTuple):
    """An open term such as ``near(weekday)``; leaves are slot names, words or numbers."""

    operator: str
    arguments: tuple[Meaning | str | int, ...] = ()


class TimeExpression(NamedTuple):
    """A time expression found in one article.

    `span` follows TimeML: no leading preposition. `slots` are the parts the rule cut out, numbers
    where they are numbers. `range_end` is the span of the expression that closes the range this one
    opens; the closing one has `is_range_end`. `sentence` is the index into `Article.sentences`.
    `side_cue` are the verbs that show the side. `names`: the thing it says which of is meant, not
    when what is told happened (“the 2011 raid”). `is_said`: when somebody spoke (“police said
    Friday”). `heads`: it is all that its paragraph says, as above the entries of a chronology.
    `is_governed`: the verbs before it tell of it, and no others (“hit a lorry on 8 June”).
    `is_earlier`: what was past already when the rest happened (“had left in May”).
    `aside_end`: the comma that closes its aside (“a bank, founded in 1871, …”), or the verb joined
    to its own (“shut in 2020 and opened in May”), 0 without one.
    """

    article_id: str
    span: Span
    type: TimexType
    rule: str
    meaning: Meaning
    slots: tuple[tuple[str, str | int], ...]
    sentence: int
    mod: Mod | None = None
    signal: Signal = Signal.AT
    side: Side = Side.UNKNOWN
    side_cue: Span | None = None
    range_end: Span | None = None
    is_range_end: bool = False
    names: Named = Named.NOTHING
    is_said: bool = False
    heads: bool = False
    is_governed: bool = False
    is_earlier: bool = False
    aside_end: int = 0
