"""Number words to numbers: “twenty-three”, “two thousand three hundred and five”, “two dozen”."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kztimeline.textual.lexemes import Lexeme

NUMBER_JOINTS = frozenset({"-", "and"})
_TEN, _DOZEN, _TEEN, _TWENTY, _HUNDRED, _THOUSAND = 10, 12, 13, 20, 100, 1000


def number_run(
    lexemes: Sequence[Lexeme], first: int, words: Mapping[str, int]
) -> tuple[int, int] | None:
    """The number that begins at lexeme `first` and the index after it; `None` if none begins there.

    Tens take ones (“twenty-three”, “twenty three”), hundreds and thousands multiply what stands
    before them and take what is smaller, also after “and”. A lone multiplier is one of it.

    >>> from kztimeline.textual.lexemes import lexemes
    >>> number_run(lexemes("twenty-three days", 0, 17), 0, {"twenty": 20, "three": 3})
    (23, 3)
    """
    value = words.get(lexemes[first].low)
    if value is None:
        return None
    position = first + 1
    while position < len(lexemes):
        between = lexemes[position].low
        skip = 1 if between in NUMBER_JOINTS else 0
        following = lexemes[position + skip : position + skip + 1]
        added = words.get(following[0].low) if following else None
        joined = None if added is None else _join(value, added, by_and=between == "and")
        if joined is None:
            break
        value = joined
        position += skip + 1
    return value, position


def _join(value: int, added: int, *, by_and: bool) -> int | None:
    """What two neighbouring number words make together; `None` where they are two numbers."""
    if added == _DOZEN and not by_and:
        return value * added if value < _DOZEN else None
    if added in (_HUNDRED, _THOUSAND) and not by_and:
        return _multiply(value, added)
    if _TEEN <= value <= _TWENTY and _TWENTY <= added < _HUNDRED and not by_and:
        return value * _HUNDRED + added  # nineteen ninety: a year as it is spoken
    tail = value % _HUNDRED
    if value >= _HUNDRED and tail == 0 and added < _HUNDRED:
        return value + added
    is_tens = tail % _TEN == 0 and tail >= _TWENTY
    return value + added if is_tens and 0 < added < _TEN and not by_and else None


def _multiply(value: int, unit: int) -> int | None:
    """“two hundred”; of “four thousand two hundred” only the two."""
    low = value % _THOUSAND if value >= _THOUSAND else value
    return value - low + low * unit if 0 < low < unit else None
