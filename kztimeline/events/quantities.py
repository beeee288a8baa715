"""Counted and measured things: the number, how it is bent, what it counts.

Never ages, years, dates, ranks or lengths of time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from kztimeline.languages import CueTable, Language
from kztimeline.model import Quantity
from kztimeline.textual.spans import Span
from kztimeline.textual.tokens import Token, number

_COMPARATOR_REACH = 22  # characters before a number in which its comparator stands
_UNIT_REACH = 5  # words between a number and what it counts
_VERB_REACH = 9  # words around a unit in which the verb says what happened to it
_YEARS = range(1500, 2101)
_PLAIN_YEAR = re.compile(r"\d{4}")
_PEOPLE = "people"
_CURRENCIES = {"$": "dollars", "€": "euros", "£": "pounds"}


@dataclass(frozen=True, slots=True)
class QuantityWords:
    """The language's words around numbers."""

    comparators: CueTable
    numbers: dict[str, float]
    magnitudes: dict[str, float]
    numerals: frozenset[str]
    articles: frozenset[str]
    units_of_time: frozenset[str]
    never_units: frozenset[str]
    bare_participles: frozenset[str]
    passed_over: frozenset[str]
    people: frozenset[str]
    about: dict[str, str]


@cache
def quantity_words(language: Language) -> QuantityWords:
    """A language's words around numbers."""
    table = language.table("quantities")
    about = {word: name for name, words in table["about"].items() for word in words.split()}
    listed = (
        "articles",
        "units_of_time",
        "never_units",
        "bare_participles",
        "passed_over",
        "people",
    )
    sets = {key: frozenset(table[key].split()) for key in listed}
    return QuantityWords(
        comparators=language.cues("quantities"),
        numbers={word: float(value) for word, value in table["numbers"].items()},
        magnitudes={word: float(value) for word, value in table["magnitudes"].items()},
        numerals=frozenset(table["numbers"]) | frozenset(table["magnitudes"]),
        about=about,
        **sets,
    )


def find_quantities(
    text: str, words: Sequence[Token], busy: Iterable[Span], known: QuantityWords
) -> tuple[Quantity, ...]:
    """Quantities of one sentence; `busy` are its time expressions, whose numbers count nothing."""
    if not any(word.lower in known.numerals or word.text[0].isdigit() for word in words):
        return ()
    taken = tuple(busy)
    found: list[Quantity] = []
    index = 0
    while index < len(words):
        value, end = _value_at(words, index, known)
        if value is not None and not any(Span(*words[index][:2]).overlaps(span) for span in taken):
            quantity = _quantity(text, words, (index, end), value, known)
            if quantity:
                found.append(quantity)
        index = max(end, index + 1)
    return tuple(found)


def _value_at(words: Sequence[Token], index: int, known: QuantityWords) -> tuple[float | None, int]:
    """Value of the number that begins here and the index behind it."""
    word = words[index].lower
    following = words[index + 1].lower if index + 1 < len(words) else ""
    if word in known.articles and following in known.magnitudes:
        return known.magnitudes[following], index + 2
    value = number(word) if word[0].isdigit() else known.numbers.get(word)
    if value is None:
        return None, index + 1
    end = index + 1
    while end < len(words) and words[end].lower in known.magnitudes:
        value *= known.magnitudes[words[end].lower]
        end += 1
    return value, end


def _quantity(
    text: str, words: Sequence[Token], place: tuple[int, int], value: float, known: QuantityWords
) -> Quantity | None:
    first, end = place
    counted = _money(words, first, end) or _counted(words, end, known)
    if counted is None or _is_no_count(text, words, place, counted[0], known):
        return None
    unit, last = counted
    about = _about(words, first, last, known)
    if about and not unit:
        unit = _PEOPLE
    if not unit:
        return None
    start, comparator = _comparator(text, words[first].start, known)
    low, high = _bounds(value, comparator)
    span = Span(start, words[last - 1].end)
    wider = about or unit
    return Quantity(value, low, high, unit, comparator, wider, span.of(text), span)


def _money(words: Sequence[Token], first: int, end: int) -> tuple[str, int] | None:
    mark = words[first - 1].text if first else ""
    currency = _CURRENCIES.get(mark)
    if currency:
        return currency, end
    is_share = end < len(words) and words[end].text == "%"
    return ("percent", end + 1) if is_share else None


def _counted(words: Sequence[Token], end: int, known: QuantityWords) -> tuple[str, int] | None:
    """The noun behind a number and the index behind it; no unit where a verb follows at once."""
    index = end
    best: tuple[str, int] | None = None
    while index < len(words) and index - end < _UNIT_REACH:
        word = words[index]
        if word.text in {"“", '"', "‘"} and best is None:
            index += 1
            continue
        if not word.is_word or word.text[0].isdigit():
            break
        if word.lower in known.passed_over and best is None:
            index += 1
            continue
        if best is None and (word.lower in known.bare_participles or word.lower in known.about):
            return "", index
        if word.lower in known.never_units or (best and _ends_noun(word, known)):
            break
        best = (word.lower, index + 1)
        if word.lower in known.people or word.lower.endswith("s"):
            break
        index += 1
    return best


def _ends_noun(word: Token, known: QuantityWords) -> bool:
    return word.lower in known.about or word.lower.endswith(("ed", "ing"))


def _is_no_count(
    text: str, words: Sequence[Token], place: tuple[int, int], unit: str, known: QuantityWords
) -> bool:
    first, end = place
    before = words[first - 1] if first else None
    written = words[first].text
    if unit in known.units_of_time or unit.startswith("year"):
        return True
    if before is not None and before.text in {"/", ":", "-", "#", "No"}:
        return True
    if end < len(words) and words[end].text in {"/", ":", "-"}:
        return True
    is_year = _PLAIN_YEAR.fullmatch(written) is not None and int(written) in _YEARS
    bent = _comparator(text, words[first].start, known)[1] is not None
    return is_year and not bent and unit not in known.people


def _about(words: Sequence[Token], first: int, last: int, known: QuantityWords) -> str:
    """What happened to the people counted, from the nearest word that says so."""
    reach = range(max(0, first - _VERB_REACH), min(len(words), last + _VERB_REACH))
    near = sorted(reach, key=lambda index: (min(abs(index - last), abs(first - index)), index))
    for index in near:
        if words[index].lower in known.about and not _apart(words, index, first, last):
            return known.about[words[index].lower]
    return ""


def _apart(words: Sequence[Token], index: int, first: int, last: int) -> bool:
    """Whether a comma, a bracket or another number stands between."""
    between = words[last:index] if index >= last else words[index:first]
    return any(
        word.text in {",", ";", "(", ")", "“", "."} or word.text[0].isdigit() for word in between
    )


def _comparator(text: str, start: int, known: QuantityWords) -> tuple[int, str | None]:
    """Where the quantity begins with its comparator, and which that is."""
    window = Span(max(0, start - _COMPARATOR_REACH), start)
    for hit in known.comparators.find(text, window):
        between = text[hit.span.end : start].strip().lower()
        if not between or between in known.articles or between in _CURRENCIES:
            return hit.span.start, hit.cue.gives
    return start, None


def _bounds(value: float, comparator: str | None) -> tuple[float | None, float | None]:
    """What a comparator allows: “about” reaches a tenth either way, “nearly” a tenth down."""
    tenth = value / 10
    return {
        "at-least": (value, None),
        "more-than": (value, None),
        "at-most": (None, value),
        "less-than": (None, value),
        "nearly": (value - tenth, value),
        "about": (value - tenth, value + tenth),
    }.get(comparator or "", (value, value))
