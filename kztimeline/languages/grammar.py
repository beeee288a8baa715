"""All rules of a language folded into one tree, walked token by token.

However many rules there are, a token costs one look per class it belongs to: the rules share their
beginnings. Keys of the tree are literals or ``{class}``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kztimeline.languages.lexicon import Classes, Lexicon, Value
from kztimeline.languages.patterns import Element, sequences
from kztimeline.languages.rules import Rule
from kztimeline.model.errors import TableError
from kztimeline.textual.lexemes import Lexeme


class _Node:
    """A place in the tree: where a touching token leads, where one behind white space does.

    `ends` are the rules that end here, with their slots.
    """

    __slots__ = ("ends", "glued", "spaced")

    def __init__(self) -> None:
        self.glued: dict[str, _Node] = {}
        self.spaced: dict[str, _Node] = {}
        self.ends: list[tuple[Rule, tuple[str, ...]]] = []


# Classes of digit runs, which the lexicon works out by length and size and lists nowhere.
DIGIT_CLASSES = frozenset(
    {
        "number", "day", "month_number", "hour", "minute", "yy", "year", "ordinal", "decade",
        "short_decade", "compact", "nth_day", "old_year", "end_year", "decimal",
    }
)  # fmt: skip


_SEEN_AS_DIGITS = frozenset(
    {"year", "decade", "short_decade", "minute", "month_number", "compact", "yy", "nth_day", "hour"}
)


class Found(NamedTuple):
    """A rule that fits the tokens `[first, after)`, and the values of its slots."""

    rule: Rule
    first: int
    after: int
    slots: tuple[tuple[str, Value], ...]


class Triggers(NamedTuple):
    """Words of which one must stand in a sentence for some rule to fit, or else figures.

    Those in `small` tell also without a capital letter, those `alone` without any other word.
    """

    words: set[str]
    small: set[str]
    alone: set[str]


class Grammar:
    """The rules of one language."""

    def __init__(self, rules: Iterable[Rule], lexicon: Lexicon) -> None:
        """Fold the rules; a pattern with an unknown class is a `TableError`."""
        self.rules = tuple(rules)
        self.lexicon = lexicon
        self._root = _Node()
        self.triggers = Triggers(set(), set(), set())
        literals: set[str] = set()
        for rule in self.rules:
            for pattern in rule.patterns:
                for sequence in sequences(pattern, rule.name):
                    self._check(sequence, rule)
                    self._add(sequence, rule)
                    literals |= {element.literal for element in sequence}
                    if rule.meaning.operator != "nothing":  # a trap finds nothing by itself
                        self._take_triggers(sequence)
        self.words = literals | lexicon.words
        self.openers = frozenset(name for rule in self.rules for name in rule.once)

    def _check(self, sequence: Sequence[Element], rule: Rule) -> None:
        known = DIGIT_CLASSES | set(self.lexicon.classes)
        for element in sequence:
            if element.word_class and element.word_class not in known:
                message = f"unknown class `{element.word_class}` in {rule.name} › patterns"
                raise TableError(message, hint=f"classes are {', '.join(sorted(known))}")

    def _add(self, sequence: Sequence[Element], rule: Rule) -> None:
        node = self._root
        for element in sequence:
            key = element.literal or f"{{{element.word_class}}}"
            ways = node.glued if element.is_glued else node.spaced
            node = ways.setdefault(key, _Node())
        slots = tuple(element.slot for element in sequence if element.slot)
        if not any(rule is other for other, _ in node.ends):
            node.ends.append((rule, slots))

    def _take_triggers(self, sequence: Sequence[Element]) -> None:
        """Words of which one must stand in a sentence for this sequence to fit."""
        telling = self.lexicon.trigger_classes - DIGIT_CLASSES
        by_class = next((e.word_class for e in sequence if e.word_class in telling), None)
        words = self.lexicon.words_of(by_class) if by_class else self._telling(sequence)
        self.triggers.words.update(words)
        if by_class not in self.lexicon.capitalised:
            self.triggers.small.update(words)
        if len(sequence) == 1:
            name = sequence[0].word_class
            named = self.lexicon.words_of(name) if name in self.lexicon.classes else ()
            self.triggers.alone.update({sequence[0].literal}, named)

    def _telling(self, sequence: Sequence[Element]) -> set[str]:
        """Of literals a trigger anyway, best no name, or what tells most; else numbers do."""
        if any(element.word_class in _SEEN_AS_DIGITS for element in sequence):
            return set()
        literals = [element.literal for element in sequence if element.literal.isalpha()]
        telling = [word for word in literals if word in self.lexicon.telling_words]
        plain = [word for word in telling if word not in self.lexicon.names]
        return {max(plain or telling or literals, key=len)} if literals else set()

    def starts(self, tokens: Sequence[Lexeme]) -> list[int]:
        """Indices of the tokens that some rule can begin with."""
        first = self._root.spaced
        return [
            at
            for at, (_, _, low, _, _, classes) in enumerate(tokens)
            if low in first or (classes and any(key in first for key, _ in classes))
        ]

    def walk(self, tokens: Sequence[Lexeme], first: int) -> list[Found]:
        """Every rule that fits from token `first` on, shorter readings before longer ones."""
        found: list[Found] = []
        frontier: _Frontier = [(self._root, ())]
        for position in range(first, len(tokens)):
            _, _, low, is_glued, _, classes = tokens[position]
            frontier = _advance(frontier, low, classes, is_glued=is_glued and position > first)
            if not frontier:
                break
            for node, values in frontier:
                for rule, slots in node.ends:
                    pairs = tuple(zip(slots, values, strict=True))
                    found.append(Found(rule, first, position + 1, pairs))
        return found


_Frontier = list[tuple[_Node, tuple[Value, ...]]]


def _advance(frontier: _Frontier, low: str, classes: Classes, *, is_glued: bool) -> _Frontier:
    """Where the walk can stand after one more token: a look for its word and each class."""
    ahead: _Frontier = []
    for node, values in frontier:
        ways = node.glued if is_glued else node.spaced
        if low in ways:
            ahead.append((ways[low], values))
        for key, value in classes:
            if key in ways:
                ahead.append((ways[key], (*values, value)))
    return ahead
