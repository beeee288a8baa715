"""The years that the entries of a chronology leave out: the heading or the entry above has them.

20 September 2013: The first child falls ill.
26 September: A doctor reports two cases.
2014
13 January: The plant reopens.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from kztimeline.model import Draft, TimeExpression
from kztimeline.textual import Span

_FEWEST = 3  # entries of a chronology; “May 9: we were wrong” under an article is none
_MARGIN = 3  # characters: a bullet, a bracket
_ENTRY = re.compile(r"\s?[:–—]|\s-\s")
_LATE, _EARLY = 11, 2  # months: from November to February the year turns unsaid


def entry_years(draft: Draft) -> Mapping[Span, int]:
    """The year of each date that heads an entry, stated or not; none where nothing states one."""
    found: dict[Span, int] = {}
    year, month = 0, 0
    for expression in draft.expressions:
        slots = dict(expression.slots)
        named, own_month = slots.get("year"), slots.get("month")
        if expression.heads and slots.keys() == {"year"} and isinstance(named, int):
            year, month = named, 0
        elif isinstance(own_month, int) and "day" in slots and _is_entry(draft, expression):
            if isinstance(named, int):
                year = named
            elif month >= _LATE and own_month <= _EARLY:
                year += 1
            month = own_month
            if year > 1:
                found[expression.span] = year
    return found if len(found) >= _FEWEST else {}


def _is_entry(draft: Draft, date: TimeExpression) -> bool:
    """Whether next to nothing stands before it in its paragraph, and a colon or a dash behind."""
    article = draft.article
    if not _ENTRY.match(article.text, date.span.end):
        return False
    sentence = article.sentences[date.sentence]
    before = article.text[sentence.span.start : date.span.start]
    if len(before) > _MARGIN or any(character.isalpha() for character in before):
        return False
    above = article.sentences[date.sentence - 1] if date.sentence else None
    return above is None or above.paragraph != sentence.paragraph
