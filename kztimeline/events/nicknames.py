"""What somebody is called, set into the name: “Paul (Jerry) Berg”."""

from __future__ import annotations

from collections.abc import Sequence

from kztimeline.textual.tokens import Token

LENGTH = 3  # tokens: bracket, name, bracket
_OPENING, _CLOSING = "(", ")"


def is_nickname(words: Sequence[Token], index: int) -> bool:
    """Whether one begins at a bracket: a capital in it, one before it, one behind it."""
    if words[index].text != _OPENING or not 0 < index < len(words) - LENGTH:
        return False
    around = (words[index - 1], words[index + 1], words[index + LENGTH])
    return words[index + 2].text == _CLOSING and all(
        word.is_capital and not word.text.isupper() for word in around
    )


def nickname_words(
    words: Sequence[Token], first: int = 0, last: int | None = None
) -> frozenset[int]:
    """Indices of all such brackets that begin in `[first, last)` and of what is in them."""
    ends = len(words) if last is None else last
    found = (n for n in range(first, ends) if words[n].text == _OPENING and is_nickname(words, n))
    return frozenset(place for n in found for place in range(n, n + LENGTH))
