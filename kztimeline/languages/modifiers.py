"""Words before a time expression: modifiers inside its extent, signals outside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Generic, TypeVar

from kztimeline.model.expressions import Mod, Named, Signal, TimexType
from kztimeline.model.record import Record
from kztimeline.textual.lexemes import lexemes

Phrase = tuple[str, ...]


_Row = TypeVar("_Row")


class Endings(Generic[_Row]):
    """Rows found by the words that a stretch of text ends with, longest phrase first.

    `words` are all words of the phrases, `lasts` those that a phrase ends with.
    """

    def __init__(self, rows: Iterable[tuple[Phrase, _Row]]) -> None:
        """Sort the rows by the last word of their phrase: most places need not look at more."""
        self._by_last: dict[str, list[tuple[Phrase, _Row]]] = {}
        longest_first = sorted(rows, key=lambda pair: -len(pair[0]))
        self.words = frozenset(word for phrase, _ in longest_first for word in phrase)
        for phrase, row in longest_first:
            self._by_last.setdefault(phrase[-1], []).append((phrase, row))
        self.lasts = self._by_last.keys()

    def of(self, before: Sequence[str]) -> Iterator[tuple[int, _Row]]:
        """Length in words of each fitting phrase, and its row."""
        for phrase, row in self._by_last.get(before[-1], ()) if before else ():
            if tuple(before[-len(phrase) :]) == phrase:
                yield len(phrase), row


class Modifier(Record, frozen=True):
    """A phrase that bends times of some types; `examples` are (sentence, “value mod”).

    `before` are the words or classes one of which the time must begin with; empty for any. After a
    word of `not_left` the phrase is another: “talking about two days”; so it is where the second
    word of the time is one of `not_before`: “built over a weekend”.
    """

    phrase: Phrase
    types: frozenset[TimexType]
    mod: Mod
    before: frozenset[str]
    not_left: frozenset[str]
    not_before: frozenset[str]
    examples: tuple[tuple[str, str], ...]


class Signals(Record, frozen=True):
    """Signal phrases, and for each opener of a range the words that may stand in its middle.

    `connectors` are all of these, and what stands between members of a list; `zones` are words
    that name the zone of a clock time, `determiners` and `possessives` are those behind and before
    which a date says which thing is meant, `things` what is known of such things.
    """

    endings: Endings[Signal]
    ranges: Mapping[str, frozenset[str]]
    connectors: frozenset[str]
    zones: frozenset[str]
    determiners: frozenset[str]
    possessives: frozenset[str]
    things: Mapping[str, Named]
    before_years: frozenset[str]


def read_modifiers(table: Mapping[str, Any]) -> tuple[Modifier, ...]:
    """The rows of `modifiers.toml`, one for each phrase."""
    return tuple(
        Modifier(
            _phrase(words),
            frozenset(TimexType(name) for name in row["types"]),
            Mod(row["mod"]),
            frozenset(row.get("before", ())),
            frozenset(row.get("not_left", ())),
            frozenset(row.get("not_before", ())),
            tuple((text, value) for text, value in row["examples"]),
        )
        for row in table["modifier"]
        for words in row["words"]
    )


def read_signals(table: Mapping[str, Any]) -> Signals:
    """`signals.toml`."""
    phrases = (
        (_phrase(words), Signal(name)) for name, rows in table["signals"].items() for words in rows
    )
    ranges = {opener: frozenset(words) for opener, words in table["ranges"].items()}
    joiners = (*ranges.values(), table.get("lists", {}).get("between", ()))
    connectors = frozenset(word for words in joiners for word in words)
    zones = frozenset(table.get("clock", {}).get("zones", ()))
    naming = table.get("naming", {})
    determiners, possessives = (
        frozenset(naming.get(name, ())) for name in ("determiners", "possessives")
    )
    things = {word: Named(name) for name in _KNOWN for word in naming.get(name, "").split()}
    years = frozenset(table.get("live", {}).get("years", ()))
    return Signals(
        Endings(phrases), ranges, connectors, zones, determiners, possessives, things, years
    )


_KNOWN = (Named.FORESEEN, Named.SUDDEN)


def _phrase(words: str) -> Phrase:
    """The words as they come in a text; an abbreviation keeps its dot."""
    return tuple(
        low for word in words.split() for low in ([word] if word.endswith(".") else _lows(word))
    )


def _lows(word: str) -> list[str]:
    return [lexeme.low for lexeme in lexemes(word, 0, len(word))]
