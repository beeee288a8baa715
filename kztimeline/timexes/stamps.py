"""The clock times that open the entries of a live page, as in “1028 The council meets again”.

Four figures at the head of a line are a year in a table of history and a time of day in a running
report. A page is a report where many lines begin so, (nearly) every one of them is a possible time
of day, and enough of them could hardly be the years of a table.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from kztimeline.model import Article, Meaning, Side, Signal, TimeExpression, TimexType
from kztimeline.textual import Span

RULE = "stamp"
_FEWEST = 4  # lines; fewer may begin so by chance
_SHARE = 0.9  # of the lines that begin with four figures; a slip of the keyboard spoils no page
_HARDLY_YEARS = 0.25  # of the stamps
_FIRST_YEAR, _LAST_YEAR = 1400, 2035  # what tables of history begin their lines with
# behind a plain line end, which is found ten times as fast as the place behind it
_LINE = re.compile(r"\n[ \t]*(?P<figures>\d{4})(?=[ \t]+[^\s\d,;.:)%/-])")
_TIME = re.compile(r"([01]\d|2[0-3])([0-5]\d)")
_WORD = re.compile(r"[a-z]+(?=\s*$)")
_WINDOW = 24  # characters before figures in which the word before them ends
_MEANING = Meaning("clock", (Meaning("today", ()), "hour", "minute"))


class Stamp(NamedTuple):
    """Where four figures stand, and the time of day they are."""

    span: Span
    hour: int
    minute: int


def find_stamps(text: str) -> tuple[Stamp, ...]:
    r"""The stamps of a live page in order of place; none where the text is no such page.

    >>> page = "0915 Doors open.\n1002 Talks.\n1130 A vote.\n1215 Lunch.\n"
    >>> [stamp.hour for stamp in find_stamps(page)]
    [9, 10, 11, 12]
    >>> find_stamps("1914 War.\n1918 Peace.\n1933 A coup.\n1945 Peace.\n")
    ()
    """
    lines = [
        (Span(line.start("figures") - 1, line.end("figures") - 1), line["figures"])
        for line in _LINE.finditer(f"\n{text}")
    ]
    if len(lines) < _FEWEST:
        return ()
    told = [(span, _TIME.fullmatch(figures)) for span, figures in lines]
    stamps = tuple(Stamp(span, int(time[1]), int(time[2])) for span, time in told if time)
    odd = sum(not _FIRST_YEAR <= int(figures) <= _LAST_YEAR for _, figures in lines)
    is_page = len(stamps) >= max(_FEWEST, _SHARE * len(lines))
    return stamps if is_page and odd >= _HARDLY_YEARS * len(lines) else ()


def stamp_at(text: str, span: Span, leading: frozenset[str]) -> Stamp | None:
    """The stamp that figures inside a live page's line are, as behind a picture's caption.

    `leading` are words before which they are a year: “in 1804”.
    """
    time = _TIME.fullmatch(span.of(text))
    before = _WORD.search(text[max(0, span.start - _WINDOW) : span.start])
    if time is None or (before and before[0] in leading):
        return None
    return Stamp(span, int(time[1]), int(time[2]))


def stamp_expression(article: Article, sentence: int, stamp: Stamp) -> TimeExpression:
    """A stamp as the expression of a time of the article's own day."""
    return TimeExpression(
        article_id=article.id,
        span=stamp.span,
        type=TimexType.TIME,
        rule=RULE,
        meaning=_MEANING,
        slots=(("hour", stamp.hour), ("minute", stamp.minute)),
        sentence=sentence,
        mod=None,
        signal=Signal.AT,
        side=Side.UNKNOWN,
        side_cue=None,
    )
