"""Every knob: its default, its unit, what turning it does."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from math import log2

from msgspec import Struct, field

from kztimeline.temporal.interval import Interval


class DateOrder(StrEnum):
    """How an all-numeric date such as 05/01/2022 is read."""

    MDY = "MDY"
    DMY = "DMY"
    YMD = "YMD"


class ReadingSettings(Struct, frozen=True):
    """How text is read: its language (ISO 639-1) and the order of all-numeric dates."""

    language: str = "en"
    date_order: DateOrder = DateOrder.MDY


class Infer(StrEnum):
    """Whether the day of an article that states none is worked out from what it and others tell.

    `DAY` claims what the evidence carries: a day, else a month or a year, else nothing; `ALL`
    always answers with the likeliest day; `NONE` never infers.
    """

    DAY = "day"
    ALL = "all"
    NONE = "none"


class AnchorSettings(Struct, frozen=True):
    """How an article's day is found.

    `fallback` is the day for articles that state none (`--anchor`). `latest`: no article is from
    after this day (the caller's today); `None` sets no bound. `floor`: no article is from before
    it, lest a date in a story be taken for its day.
    """

    fallback: Interval | None = None
    latest: date | None = None
    floor: date = date(1995, 1, 1)
    disagreement_days: int = 1
    infer: Infer = Infer.DAY


class MergeSettings(Struct, frozen=True):
    """`threshold` in bits (log₂ odds): from there on two events are taken for one.

    It holds for folders of up to `few` articles; each doubling of their number asks for `crowd`
    bits more, since the more is told, the likelier two things are merely alike (the odds before
    looking, in Fellegi and Sunter's terms; what is told grows by a power of the articles, as words
    do by Heaps' law, about .7).
    """

    threshold: float = 2.0
    few: int = 8
    crowd: float = 0.7

    def needed(self, articles: int) -> float:
        """The bits that two events need in a folder of so many articles.

        >>> MergeSettings().needed(5), MergeSettings().needed(32)
        (2.0, 3.4)
        """
        return self.threshold + self.crowd * log2(max(articles, self.few) / self.few)


class Settings(Struct, frozen=True):
    """All of them.

    `spares`: an article over which a bug ends is set aside with a note, and the rest is told; else
    the bug ends all, as whoever looks for bugs wants it.
    """

    reading: ReadingSettings = field(default_factory=ReadingSettings)
    anchoring: AnchorSettings = field(default_factory=AnchorSettings)
    merging: MergeSettings = field(default_factory=MergeSettings)
    spares: bool = False
