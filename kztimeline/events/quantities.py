"""Counted and measured things: the number, how it is bent, what it counts.

Never ages, years, dates, ranks, names with numbers in them or lengths of time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from kztimeline.events.amounts import (
    CURRENCY_MARKS,
    Amount,
    NumberWords,
    find_amounts,
    number_words,
    pieces,
)
from kztimeline.events.counted import (
    PEOPLE,
    CountWords,
    Noun,
    count_words,
    fate_of,
    noun_behind,
)
from kztimeline.languages import Language
from kztimeline.model import Quantity
from kztimeline.model.record import Unique
from kztimeline.textual.spans import Span
from kztimeline.textual.tokens import Token

_YEARS = range(1500, 2101)
_PLAIN_YEAR = re.compile(r"\d{4}")
_MAGNITUDE_REACH = 5  # words behind a number in which its scale stands
_STRONGEST = 10  # on a scale of quakes
_SHARE_REACH = 3  # words between a share and what it is of


class QuantityWords(Unique, frozen=True, eq=False):
    """The language's words around numbers."""

    numbers: NumberWords
    counts: CountWords
    units_of_time: frozenset[str]
    labels: frozenset[str]
    including: frozenset[str]
    scales: frozenset[str]
    shares: frozenset[str]
    in_: frozenset[str]
    money_joints: frozenset[str]
    rates: frozenset[tuple[str, ...]]
    per: tuple[str, ...]
    currencies: frozenset[str]
    marks: dict[str, str]
    numerals: frozenset[str]


@cache
def quantity_words(language: Language) -> QuantityWords:
    """A language's words around numbers."""
    table = language.table("quantities")
    listed = (
        "units_of_time",
        "labels",
        "including",
        "scales",
        "shares",
        "currencies",
        "in_",
        "money_joints",
    )
    halves = {words.split()[0] for words in table["halves"]}
    return QuantityWords(
        numbers=number_words(language),
        counts=count_words(language),
        per=tuple(table["per"].split()),
        rates=frozenset(tuple(words.split()) for words in table["rates"]),
        marks=table["marks"],
        numerals=frozenset(table["numbers"]) | frozenset(table["magnitudes"]) | halves,
        **{key: frozenset(table[key].split()) for key in listed},
    )


def find_quantities(
    text: str, words: Sequence[Token], busy: Iterable[Span], known: QuantityWords
) -> tuple[Quantity, ...]:
    """Quantities of one sentence; `busy` are its time expressions, whose numbers count nothing."""
    if not _has_numeral(words, known):
        return ()
    taken = tuple(busy)
    cut = pieces(words, known.numbers)
    found: list[Quantity] = []
    for amount in find_amounts(text, cut, known.numbers):
        place = Span(cut[amount.first].start, cut[amount.end - 1].end)
        if amount.value and not any(place.overlaps(span) for span in taken):
            found.extend(_quantity(text, cut, amount, found, known))
    return tuple(found)


def _has_numeral(words: Sequence[Token], known: QuantityWords) -> bool:
    """Whether any word is a numeral; asked of every sentence, and most have none."""
    numerals = known.numerals
    for word in words:
        _, _, text, low = word
        if text[0].isdigit() or low in numerals or ("-" in low and _is_numeral(word, known)):
            return True
    return False


def _is_numeral(word: Token, known: QuantityWords) -> bool:
    first = word.text[0]
    return first.isdigit() or word.lower.partition("-")[0] in known.numerals


def _quantity(
    text: str,
    words: Sequence[Token],
    amount: Amount,
    earlier: Sequence[Quantity],
    known: QuantityWords,
) -> Iterable[Quantity]:
    """The quantity at a number, if it counts or measures anything."""
    measured = _measured(words, amount, known)
    if measured:
        unit, about, end = measured
        yield _made(text, words, amount, (unit, about, end), is_part=False)
        return
    noun = noun_behind(words, amount.end, known.counts)
    if _is_no_count(words, amount, noun, known):
        return
    first = next(n for n, word in enumerate(words) if word.end > amount.span.start)
    fate = fate_of(words, first, noun, known.counts)
    is_part, unit = noun.is_part, noun.unit
    if earlier and first and words[first - 1].lower in known.including:
        is_part = is_part or unit in known.counts.people
        whole = earlier[-1].about
        fate = fate or ("" if whole.startswith(earlier[-1].unit) else whole)
    if not (unit or fate) or (amount.value == 1 and not _is_one(words, noun, known)):
        return
    unit = unit or PEOPLE
    if first and words[first - 1].lower in known.counts.rest:
        is_part = True
    is_of_people = unit in known.counts.plurals
    wider = unit if is_of_people else _with_what(unit, words, noun.end, known.counts.of, known)
    yield _made(text, words, amount, (unit, fate or wider, noun.end), is_part=is_part)


def _is_one(words: Sequence[Token], noun: Noun, known: QuantityWords) -> bool:
    """Whether “one” counts people: “one person”, “one died”, “one was hurt”, never “one man”."""
    if noun.unit:
        return noun.unit in known.counts.people
    following = words[noun.end].lower if noun.end < len(words) else ""
    return following in known.counts.fate_words | known.counts.be


def _made(
    text: str,
    words: Sequence[Token],
    amount: Amount,
    counted: tuple[str, str, int],
    *,
    is_part: bool,
) -> Quantity:
    unit, about, end = counted
    is_quoted = any(word.text in {"“", "‘"} for word in words[amount.end : end])
    last = end if is_quoted and end < len(words) and words[end].text in {"”", "’"} else end - 1
    span = Span(amount.span.start, max(amount.span.end, words[last].end))
    return Quantity(
        value=amount.value,
        low=amount.low,
        high=amount.high,
        unit=unit,
        comparator=amount.comparator,
        about=about,
        text=span.of(text),
        span=span,
        is_part=is_part,
    )


def _measured(
    words: Sequence[Token], amount: Amount, known: QuantityWords
) -> tuple[str, str, int] | None:
    """Unit, what it is of, and the token behind, of a number that measures; else `None`."""
    first, end = amount.first, amount.end
    mark = words[first - 1].text if first else ""
    if mark in known.marks:
        unit = known.marks[mark]
        return unit, _with_what(unit, words, end, known.money_joints, known), end
    if end < len(words) and words[end].lower in known.currencies:
        unit, end = words[end].lower, end + 1
        return unit, _with_what(unit, words, end, known.money_joints, known), end
    behind = _share_end(words, end, known)
    if behind > end:
        return "percent", _with_what("percent", words, behind, known.counts.of, known), behind
    is_scaled = amount.value < _STRONGEST and _has_scale(words, amount, known)
    return ("magnitude", "magnitude", end) if is_scaled else None


def _share_end(words: Sequence[Token], end: int, known: QuantityWords) -> int:
    if end < len(words) and words[end].lower in known.shares:
        return end + 1
    is_per = tuple(word.lower for word in words[end : end + len(known.per)]) == known.per
    return end + len(known.per) if is_per else end


def _with_what(
    unit: str, words: Sequence[Token], end: int, joints: frozenset[str], known: QuantityWords
) -> str:
    """A unit with what it is of: “percent of vote”, “dollars in aid”, “tonnes of maize”."""
    if end >= len(words) or words[end].lower not in joints:
        return unit
    nouns: list[str] = []
    for word in words[end + 1 : end + 2 + _SHARE_REACH]:
        if word.lower in known.counts.of_what and not nouns:
            continue
        is_verb = word.lower.endswith("ed") and word.lower not in known.counts.nouns_in_ed
        if not word.text[0].islower() or is_verb or word.lower in known.counts.borders:
            break
        nouns.append(word.lower)
    is_time = nouns and nouns[-1] in known.units_of_time
    return f"{unit} {words[end].lower} {' '.join(nouns)}" if nouns and not is_time else unit


def _has_scale(words: Sequence[Token], amount: Amount, known: QuantityWords) -> bool:
    """“magnitude 6.1”, “a magnitude of 6.1”, “6.1-magnitude”, “6.1 on the Richter scale”."""
    lead = amount.first - 1
    if lead > 0 and words[lead].lower in known.counts.of | known.counts.be:
        lead -= 1
    before = words[lead].lower if lead >= 0 else ""
    behind = [word.lower for word in words[amount.end : amount.end + _MAGNITUDE_REACH]]
    until = next((n for n, word in enumerate(behind) if word[0].isdigit()), len(behind))
    return before in known.scales or bool(known.scales.intersection(behind[:until]))


def _is_no_count(words: Sequence[Token], amount: Amount, noun: Noun, known: QuantityWords) -> bool:
    """Whether a number is a year, an age, a rank, a score, a time or part of a name."""
    first, end = amount.first, amount.end
    before = words[first - 1] if first else None
    behind = words[end] if end < len(words) else None
    if _is_rate(words, first, end, known):
        return True
    if noun.unit in known.units_of_time or (behind and behind.lower in known.units_of_time):
        return True
    if behind and behind.text in {"/", ":"}:
        return True
    if behind and behind.text == "-" and end + 1 < len(words):
        after = words[end + 1]
        if after.text[0].isdigit() or after.lower in known.units_of_time:
            return True
    written = words[first].text
    if before is not None and _is_name(words, first, before, known):
        return True
    is_year = _PLAIN_YEAR.fullmatch(written) is not None and int(written) in _YEARS
    return is_year and amount.comparator is None and noun.unit not in known.counts.people


def _is_rate(words: Sequence[Token], first: int, end: int, known: QuantityWords) -> bool:
    """“one in five”, “four in every 1,000”, “four out of 1,000”: either of the two numbers."""
    before = tuple(word.lower for word in words[max(0, first - 2) : first])
    behind = tuple(word.lower for word in words[end : end + 2])
    if before in known.rates or behind in known.rates:
        return True
    joint = next(
        (n for n in (first - 1, end) if 0 < n < len(words) - 1 and _is_in(words[n], known)), 0
    )
    return (
        joint > 0 and _is_numeral(words[joint - 1], known) and _is_numeral(words[joint + 1], known)
    )


def _is_in(word: Token, known: QuantityWords) -> bool:
    return word.lower in known.in_


def _is_name(words: Sequence[Token], first: int, before: Token, known: QuantityWords) -> bool:
    """“Flight 370”, “page 12”, “No. 10”, “7/10”: the number names."""
    if before.text in {"/", ":", "-", "#"} or before.lower in known.labels:
        return True
    joint = before.text == "." or before.lower in known.counts.of  # “No. 10”, “ages of 21-40”
    if joint and first > 1 and words[first - 2].lower in known.labels:
        return True
    is_digit = words[first].text[0].isdigit()
    lowers = sum(word.text[0].islower() for word in words)
    is_title = lowers * 2 < sum(word.text[0].isalpha() for word in words)
    opens = first == 1 or words[first - 2].text in {"“", ":", "–", "—"}
    is_capital = before.is_capital and before.text not in CURRENCY_MARKS
    return is_digit and is_capital and not opens and not is_title
