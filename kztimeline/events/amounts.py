"""Numbers in a sentence: what they come to, in digits or words, and how they are bent."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from kztimeline.languages import CueTable, Language
from kztimeline.model.record import Record
from kztimeline.textual.spans import Span
from kztimeline.textual.tokens import Token, number

_COMPARATOR_REACH = 26  # characters before a number in which its comparator stands
_THOUSANDS = 3  # digits behind a comma
_HUNDRED = 100
_TEN = 10
_TENTH = 10
CURRENCY_MARKS = "$€£¥"
_DASHES = {"-", "–", "—"}

_LISTED = (
    "articles", "between", "doubtful_suffixes", "range_openers", "range_joints",
    "and_", "from_", "by",
)  # fmt: skip
_JOINED = re.compile(r"[^\W_]+|-")


class Amount(Record, frozen=True):
    """A number and its place: tokens `[first, end)`, characters `span` with its comparator.

    `value` is the number that is written, of a range the lower one. `low` and `high` bound what
    the words allow; `None` is open.
    """

    first: int
    end: int
    value: float
    low: float | None
    high: float | None
    comparator: str | None
    span: Span


class NumberWords(Record, frozen=True):
    """The language's words that are numbers or bend them."""

    comparators: CueTable
    numbers: dict[str, float]
    halves: dict[tuple[str, ...], float]
    magnitudes: dict[str, float]
    suffixes: dict[str, float]
    doubtful_suffixes: frozenset[str]
    trailing: dict[tuple[str, ...], str]
    openers: frozenset[str]
    articles: frozenset[str]
    between: frozenset[str]
    range_openers: frozenset[str]
    range_joints: frozenset[str]
    and_: frozenset[str]
    from_: frozenset[str]
    by: frozenset[str]


@cache
def number_words(language: Language) -> NumberWords:
    """A language's number words (``quantities.toml``)."""
    table = language.table("quantities")
    halves = {words.split()[0] for words in table["halves"]}
    return NumberWords(
        openers=frozenset(halves.union(table["numbers"], table["articles"].split())),
        comparators=language.cues("quantities"),
        numbers=_values(table["numbers"]),
        halves={tuple(words.split()): value for words, value in table["halves"].items()},
        magnitudes=_values(table["magnitudes"]),
        suffixes=_values(table["suffixes"]),
        trailing={tuple(words.split()): value for words, value in table["trailing"].items()},
        **{key: frozenset(table[key].split()) for key in _LISTED},
    )


def _values(written: dict[str, int]) -> dict[str, float]:
    return {word: float(value) for word, value in written.items()}


def pieces(words: Sequence[Token], known: NumberWords) -> list[Token]:
    """Tokens with what hyphens join to a number cut up: “20-30”, “ninety-one”, “6.1-magnitude”."""
    cut: list[Token] = []
    for word in words:
        head = word.lower.partition("-")[0]
        if head and "-" in word.text and (head[0].isdigit() or head in known.numbers):
            cut.extend(_parts(word))
        else:
            cut.append(word)
    return cut


def _parts(word: Token) -> Iterator[Token]:
    """A word at its hyphens; its first part may hold marks: “6.1”."""
    head = word.text.partition("-")[0]
    yield Token(word.start, word.start + len(head), head, head.lower())
    for found in _JOINED.finditer(word.text, len(head)):
        start = word.start + found.start()
        yield Token(start, start + len(found[0]), found[0], found[0].lower())


def find_amounts(text: str, words: Sequence[Token], known: NumberWords) -> Iterator[Amount]:
    """The numbers among tokens that `pieces` has cut, in order of place."""
    index = 0
    while index < len(words):
        low = words[index].lower
        begins = low[0].isdigit() or low in known.openers
        found = _number_at(words, index, known) if begins else None
        if found is None:
            index += 1
            continue
        value, end = found
        both, end = _range(words, index, (value, end), known)
        yield _bent(text, words, (index, end), both or (value, None), known)
        index = end


def _number_at(words: Sequence[Token], index: int, known: NumberWords) -> tuple[float, int] | None:
    """Value of the number that begins at a token and the index behind it."""
    for phrase, half in known.halves.items():
        if _stands(words, index, phrase):
            return _multiplied(words, index + len(phrase), half, known)
    word = words[index].lower
    following = words[index + 1].lower if index + 1 < len(words) else ""
    if word in known.articles:
        ready = following in known.magnitudes
        return _multiplied(words, index + 1, 1, known) if ready else None
    if word[0].isdigit():
        written = _digits(words, index)
        return None if written is None else _multiplied(words, written[1], written[0], known)
    if word not in known.numbers:
        return None
    value, end = known.numbers[word], index + 1
    if value % _TEN == 0 and _TEN < value < _HUNDRED:
        ones = end + (end < len(words) and words[end].text == "-")
        added = known.numbers.get(words[ones].lower, 0) if ones < len(words) else 0
        if 0 < added < _TEN:
            value, end = value + added, ones + 1
    return _multiplied(words, end, value, known)


def _digits(words: Sequence[Token], index: int) -> tuple[float, int] | None:
    """“2,030”, “6.1”; also cut up before us: “2 , 030”, “6 . 1”."""
    written, end = words[index].text, index + 1
    while end + 1 < len(words) and _is_cut_up(words, end, written):
        written += words[end].text + words[end + 1].text
        end += 2
    value = number(written)
    return None if value is None else (value, end)


def _is_cut_up(words: Sequence[Token], mark: int, written: str) -> bool:
    before, here, after = words[mark - 1], words[mark], words[mark + 1]
    is_apart = before.end < here.start and here.end < after.start and after.text.isdigit()
    if here.text == ",":
        return is_apart and len(after.text) == _THOUSANDS and len(written) <= _THOUSANDS * 3 + 2
    return is_apart and here.text == "." and "." not in written


def _multiplied(
    words: Sequence[Token], end: int, value: float, known: NumberWords
) -> tuple[float, int] | None:
    """“2.5 million”, “two and a half million”, “4bn”, “three hundred and twenty”."""
    if _is_glued(words, end):
        suffix = _suffix(words, end, known)
        return None if suffix is None else (value * suffix, end + 1)
    and_a_half = next((p for p in known.halves if _stands(words, end + 1, p)), ())
    if and_a_half and words[end].lower in known.and_ and value < _HUNDRED:
        value, end = value + 0.5, end + 1 + len(and_a_half)
    if (
        _stands(words, end, ("+",))
        and words[end + 1 :]
        and words[end + 1].lower in known.magnitudes
    ):
        end += 1
    while end < len(words) and words[end].lower in known.magnitudes:
        size = known.magnitudes[words[end].lower]
        value, end = value * size, end + 1
        rest = end + (end < len(words) and words[end].lower in known.and_)
        added = known.numbers.get(words[rest].lower) if rest < len(words) else None
        if added is not None and size >= _HUNDRED:
            more = _number_at(words, rest, known)
            if more and more[0] < size:
                return value + more[0], more[1]
    return value, end


def _is_glued(words: Sequence[Token], end: int) -> bool:
    """Whether letters follow a number without a gap: “4bn”, “67th”, “15km”."""
    is_next = 0 < end < len(words) and words[end].start == words[end - 1].end
    return is_next and words[end - 1].text[0].isdigit() and words[end].text[0].isalpha()


def _suffix(words: Sequence[Token], end: int, known: NumberWords) -> float | None:
    """“4bn” and “4k”; “4m” only of money or of a plural: “500m away” is a distance."""
    suffix = known.suffixes.get(words[end].lower)
    if suffix is None or words[end].lower not in known.doubtful_suffixes:
        return suffix
    has_mark = end > 1 and words[end - 2].text in CURRENCY_MARKS
    has_plural = end + 1 < len(words) and words[end + 1].lower.endswith(("s", "people"))
    return suffix if has_mark or has_plural else None


def _stands(words: Sequence[Token], index: int, phrase: tuple[str, ...]) -> bool:
    if index >= len(words) or words[index].lower != phrase[0]:
        return False
    return tuple(word.lower for word in words[index : index + len(phrase)]) == phrase


def _range(
    words: Sequence[Token], index: int, first: tuple[float, int], known: NumberWords
) -> tuple[tuple[float, float] | None, int]:
    """Both ends of “20-30”, “between 20 and 30”, “two to three million”, and the index behind."""
    value, end = first
    if end + 1 >= len(words):
        return None, end
    before, joint = words[index - 1].lower if index else "", words[end]
    joins = known.range_joints | (known.and_ if before in known.range_openers else set())
    if before in known.from_ | known.by or (joint.lower not in joins and joint.text not in _DASHES):
        return None, end
    skip = words[end + 1].text in CURRENCY_MARKS
    second = _number_at(words, end + 1 + skip, known) if end + 1 + skip < len(words) else None
    if second is None:
        return None, end
    size = {**known.magnitudes, **known.suffixes}.get(words[second[1] - 1].lower, 1)
    low = value * size if value < size else value
    return ((low, second[0]), second[1]) if low < second[0] else (None, end)


def _bent(
    text: str,
    words: Sequence[Token],
    place: tuple[int, int],
    said: tuple[float, float | None],
    known: NumberWords,
) -> Amount:
    first, end = place
    value, upper = said
    start = words[first].start
    if first and words[first - 1].lower in known.range_openers and upper:
        start = words[first - 1].start
    start, comparator = _comparator(text, start, known)
    trailing = next((p for p in known.trailing if _stands(words, end, p)), ())
    if trailing:
        end, comparator = end + len(trailing), known.trailing[trailing]
    low, high = bounds(value, comparator)
    if upper is not None:
        low, high, comparator = value, upper, "at-least"
    return Amount(first, end, value, low, high, comparator, Span(start, words[end - 1].end))


def _comparator(text: str, start: int, known: NumberWords) -> tuple[int, str | None]:
    """Where the quantity begins with its comparator, and which that is."""
    window = Span(max(0, start - _COMPARATOR_REACH), start)
    for hit in known.comparators.find(text, window):
        between = text[hit.span.end : start].lower()
        if all(
            word in known.between or word.strip(CURRENCY_MARKS) in {"", "us"}
            for word in between.split()
        ):
            return hit.span.start, hit.cue.gives
    return start, None


def bounds(value: float, comparator: str | None) -> tuple[float | None, float | None]:
    """What a comparator allows: “about” reaches a tenth either way, “nearly” a tenth down.

    >>> bounds(100, "nearly"), bounds(100, "more-than"), bounds(100, None)
    ((90.0, 100), (100, None), (100, 100))
    """
    tenth = value / _TENTH
    return {
        "at-least": (value, None),
        "more-than": (value, None),
        "at-most": (None, value),
        "less-than": (None, value),
        "nearly": (value - tenth, value),
        "about": (value - tenth, value + tenth),
    }.get(comparator or "", (value, value))
