"""Words before a time expression: modifiers inside its extent, signals outside it, and what opens a range."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kztimeline.model.expressions import Mod, Signal, TimexType
from kztimeline.textual.lexemes import lexemes

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Modifier:
    """A phrase that bends times of some types; `examples` are (sentence, “value mod”)."""

    phrase: Phrase
    types: frozenset[TimexType]
    mod: Mod
    examples: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Signals:
    """Signal phrases, longest first, and for each opener of a range the words that may stand in its middle."""

    phrases: tuple[tuple[Phrase, Signal], ...]
    ranges: Mapping[str, frozenset[str]]

    @property
    def connectors(self) -> frozenset[str]:
        """All words that stand between the ends of a range."""
        return frozenset(word for words in self.ranges.values() for word in words)


def read_modifiers(table: Mapping[str, Any]) -> tuple[Modifier, ...]:
    """The rows of `modifiers.toml`, one for each phrase, longest first."""
    rows = [
        Modifier(
            _phrase(words),
            frozenset(TimexType(name) for name in row["types"]),
            Mod(row["mod"]),
            tuple((text, value) for text, value in row["examples"]),
        )
        for row in table["modifier"]
        for words in row["words"]
    ]
    return tuple(sorted(rows, key=lambda row: -len(row.phrase)))


def read_signals(table: Mapping[str, Any]) -> Signals:
    """`signals.toml`."""
    phrases = [
        (_phrase(words), Signal(name)) for name, rows in table["signals"].items() for words in rows
    ]
    ranges = {opener: frozenset(words) for opener, words in table["ranges"].items()}
    return Signals(tuple(sorted(phrases, key=lambda row: -len(row[0]))), ranges)


def ends_with(before: Sequence[str], phrase: Phrase) -> bool:
    """Whether the words before a place end with a phrase."""
    return len(before) >= len(phrase) and tuple(before[-len(phrase) :]) == phrase


def _phrase(words: str) -> Phrase:
    return tuple(lexeme.low for lexeme in lexemes(words, 0, len(words)))
