"""Words by what they are to a grammar: those that fit the same keys of its tree are of one kind."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from kztimeline.textual.lexemes import LONGEST_KEPT, PIECES_KEPT

Value = str | int
Classes = tuple[tuple[str, Value], ...]  # class names stand in braces, as grammar keys do


class Kinds(dict[tuple[str, Classes], int]):
    """Words with their classes, numbered by the keys of the tree that they fit; 0 is for none."""

    def __init__(self, literals: AbstractSet[str] = frozenset()) -> None:
        """Take the words that are keys themselves."""
        super().__init__()
        self._literals = literals
        self._keys: list[tuple[str, ...]] = [()]
        self._numbers: dict[tuple[str, ...], int] = {(): 0}

    def __missing__(self, word: tuple[str, Classes]) -> int:
        """Number a word that is met for the first time."""
        low, classes = word
        literal = (low,) if low in self._literals else ()
        keys = literal + tuple(key for key, _ in classes)
        if not keys:
            return 0
        number = self._numbers.setdefault(keys, len(self._keys))
        if number == len(self._keys):
            self._keys.append(keys)
        if len(low) <= LONGEST_KEPT and len(self) < PIECES_KEPT:
            self[word] = number
        return number

    def keys_of(self, kind: int) -> tuple[str, ...]:
        """The keys that words of this kind fit: the word itself first."""
        return self._keys[kind]
