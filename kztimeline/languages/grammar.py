"""All rules of a language folded into one tree, walked token by token.

However many rules there are, a token costs one look per class it belongs to: the rules share their
beginnings. Keys of the tree are literals or ``{class}``, with a space before them where white space
must stand.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from kztimeline.languages.lexicon import Classes, Lexicon, Value
from kztimeline.languages.patterns import Element, sequences
from kztimeline.languages.rules import Rule
from kztimeline.model.errors import TableError
from kztimeline.textual.lexemes import Lexeme

_Node = dict[str, Any]
_ENDS = ""  # the key under which a node lists the rules that end there

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
        self._root: _Node = {}
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
        self._first = frozenset(key.strip() for key in self._root)

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
            node = node.setdefault(key if element.is_glued else f" {key}", {})
        slots = tuple(element.slot for element in sequence if element.slot)
        ends = node.setdefault(_ENDS, [])
        if not any(rule is other for other, _ in ends):
            ends.append((rule, slots))

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
        first = self._first
        return [
            at
            for at, (_, _, low, _, _, classes) in enumerate(tokens)
            if low in first or (classes and any(key in first for key, _ in classes))
        ]

    def walk(self, tokens: Sequence[Lexeme], first: int) -> list[Found]:
        """Every rule that fits from token `first` on, shorter readings before longer ones."""
        found: list[Found] = []
        frontier: _Frontier = [(self._root, ())]
        gap = " "
        for position in range(first, len(tokens)):
            token = tokens[position]
            if position > first:
                gap = "" if token.is_glued else " "
            frontier = _advance(frontier, gap + token.low, gap, token.classes)
            if not frontier:
                break
            for node, values in frontier:
                if _ENDS in node:
                    for rule, slots in node[_ENDS]:
                        pairs = tuple(zip(slots, values, strict=True))
                        found.append(Found(rule, first, position + 1, pairs))
        return found


_Frontier = list[tuple[_Node, tuple[Value, ...]]]


def _advance(frontier: _Frontier, literal: str, gap: str, classes: Classes) -> _Frontier:
    """Where the walk can stand after one more token: a look for its word and each class."""
    ahead: _Frontier = []
    for node, values in frontier:
        if literal in node:
            ahead.append((node[literal], values))
        for key, value in classes:
            known = gap + key
            if known in node:
                ahead.append((node[known], (*values, value)))
    return ahead
