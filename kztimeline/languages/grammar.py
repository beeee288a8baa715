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
        "short_decade", "compact", "nth_day",
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


class Grammar:
    """The rules of one language."""

    def __init__(self, rules: Iterable[Rule], lexicon: Lexicon) -> None:
        """Fold the rules; a pattern with an unknown class is a `TableError`."""
        self.rules = tuple(rules)
        self.lexicon = lexicon
        self._root = _Node()
        triggers: set[str] = set()
        literals: set[str] = set()
        for rule in self.rules:
            for pattern in rule.patterns:
                for sequence in sequences(pattern, rule.name):
                    self._check(sequence, rule)
                    self._add(sequence, rule)
                    literals |= {element.literal for element in sequence}
                    if rule.meaning.operator != "nothing":  # a trap finds nothing by itself
                        triggers |= self._triggers(sequence)
        self.triggers = frozenset(triggers)
        self.words = literals | lexicon.words

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

    def _triggers(self, sequence: Sequence[Element]) -> set[str]:
        """Words of which one must stand in a sentence for this sequence to fit.

        None where a number does that. Of literals the one that is a trigger anyway, or tells most.
        """
        for element in sequence:
            if element.word_class in self.lexicon.trigger_classes - DIGIT_CLASSES:
                return self.lexicon.words_of(element.word_class)
        if any(element.word_class in _SEEN_AS_DIGITS for element in sequence):
            return set()
        literals = [element.literal for element in sequence if element.literal.isalpha()]
        telling = [word for word in literals if word in self.lexicon.telling_words]
        return {max(telling or literals, key=len)} if literals else set()

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
