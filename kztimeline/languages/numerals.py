"""Number words to numbers: “twenty-three”, “two hundred and five”, “a dozen”."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kztimeline.textual.lexemes import Lexeme

_TEN, _TWENTY, _HUNDRED = 10, 20, 100


def number_run(
    lexemes: Sequence[Lexeme], first: int, words: Mapping[str, int]
) -> tuple[int, int] | None:
    """The number that begins at lexeme `first` and the index after it; `None` if none begins there.

    Tens take ones (“twenty-three”, “twenty three”); hundreds and thousands multiply what stands
    before them. A lone multiplier (“hundred”) is one of it.

    >>> from kztimeline.textual.lexemes import lexemes
    >>> number_run(lexemes("twenty-three days", 0, 17), 0, {"twenty": 20, "three": 3})
    (23, 3)
    """
    value = words.get(lexemes[first].low)
    if value is None:
        return None
    position = first + 1
    total, part = (0, value)
    while position < len(lexemes):
        skip = 1 if lexemes[position].low in ("-", "and") else 0
        following = lexemes[position + skip : position + skip + 1]
        added = words.get(following[0].low) if following else None
        if added is None:
            break
        joined = _join(part, added, by_and=skip == 1 and lexemes[position].low == "and")
        if joined is None:
            break
        part = joined
        position += skip + 1
    return total + part, position


def _join(part: int, added: int, *, by_and: bool) -> int | None:
    """What two neighbouring number words make together; `None` where they are two numbers."""
    if added >= _HUNDRED and added > part % added and not by_and:
        return part * added if part < added else None
    if part >= _HUNDRED and part % _HUNDRED == 0 and added < _HUNDRED:
        return part + added
    if (
        part % _TEN == 0
        and _TWENTY <= part % _HUNDRED < _HUNDRED
        and 0 < added < _TEN
        and not by_and
    ):
        return part + added
    return None
