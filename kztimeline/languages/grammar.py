"""All rules of a language folded into one tree, walked token by token.

Keys of the tree are literals or ``{class}``. A token may be both, or of several classes, so a walk
can stand at several nodes at once. Each such set of nodes becomes one state when it is first met
(subset construction), so that however many rules there are, a token costs one look.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from kztimeline.languages.kinds import Kinds, Value
from kztimeline.languages.lexicon import Lexicon
from kztimeline.languages.patterns import Element, sequences
from kztimeline.languages.rules import Rule
from kztimeline.model.errors import TableError
from kztimeline.textual.lexemes import Lexeme

Takes = tuple[tuple[str, int, str], ...]
Ends = tuple[tuple[Rule, Takes], ...]


class _Node:
    """A place in the tree: where a touching token leads, where one behind white space does.

    `takes` tells for each class on the way here how many tokens after the first it was met; `ends`
    are the rules that end here, with their slots: the name, and where its value stands.
    """

    __slots__ = ("ends", "glued", "spaced", "takes")

    def __init__(self, takes: tuple[tuple[int, str], ...] = ()) -> None:
        self.glued: dict[str, _Node] = {}
        self.spaced: dict[str, _Node] = {}
        self.ends: list[tuple[Rule, Takes]] = []
        self.takes = takes


class _State:
    """Nodes at which a walk can stand after the same tokens."""

    __slots__ = ("ends", "glued", "spaced")

    def __init__(self, nodes: Sequence[_Node], kinds: Kinds) -> None:
        self.ends = tuple(end for node in nodes for end in node.ends)
        self.glued = _Ways([node.glued for node in nodes], kinds)
        self.spaced = _Ways([node.spaced for node in nodes], kinds)


class _Ways(dict[int, _State | None]):
    """Where a kind of token leads from a state, `None` for nowhere; worked out when first asked."""

    def __init__(self, ways: Sequence[Mapping[str, _Node]], kinds: Kinds) -> None:
        super().__init__()
        self._ways, self._kinds = ways, kinds

    def __missing__(self, kind: int) -> _State | None:
        keys = self._kinds.keys_of(kind)
        nodes = [ways[key] for ways in self._ways for key in keys if key in ways]
        self[kind] = state = _State(nodes, self._kinds) if nodes else None
        return state


# Classes of digit runs, which the lexicon works out by length and size and lists nowhere.
DIGIT_CLASSES = frozenset(
    {
        "number", "day", "month_number", "hour", "minute", "yy", "year", "ordinal", "decade",
        "short_decade", "compact", "nth_day", "old_year", "end_year", "decimal",
        "hhmm",
    }
)  # fmt: skip


_SEEN_AS_DIGITS = frozenset(
    {
        "year",
        "decade",
        "short_decade",
        "minute",
        "month_number",
        "compact",
        "yy",
        "nth_day",
        "hour",
        "hhmm",
    }
)


class Found(NamedTuple):
    """A rule that fits the tokens `[first, after)`.

    `takes` are its slots: name, how many tokens after the first the value stands, of which class.
    """

    rule: Rule
    first: int
    after: int
    takes: Takes

    def slots(self, tokens: Sequence[Lexeme]) -> tuple[tuple[str, Value], ...]:
        """The names and values of its slots."""
        _, first, _, takes = self
        return tuple(
            [(name, dict(tokens[first + further].classes)[key]) for name, further, key in takes]
        )


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
        tree = _Node()
        self._classes = DIGIT_CLASSES.union(lexicon.classes)
        self._telling_classes = lexicon.trigger_classes - DIGIT_CLASSES
        self.triggers = Triggers(set(), set(), set())
        literals: set[str] = set()
        telling: set[str] = set()  # classes by which a sequence is told
        for rule in self.rules:
            for pattern in rule.patterns:
                for sequence in sequences(pattern, rule.name):
                    self._check(sequence, rule)
                    _add(tree, sequence, rule)
                    literals.update([element.literal for element in sequence])
                    if rule.meaning.operator != "nothing":  # a trap finds nothing by itself
                        telling.update(self._take_triggers(sequence))
        for name in telling:
            self.triggers.words.update(lexicon.words_of(name))
            if name not in lexicon.capitalised:
                self.triggers.small.update(lexicon.words_of(name))
        self.words = literals | lexicon.words
        kinds = Kinds(literals - {""})
        self.lexicon.number(kinds)
        self._start = _State([tree], kinds)
        self.openers = frozenset(name for rule in self.rules for name in rule.once)

    def _check(self, sequence: Sequence[Element], rule: Rule) -> None:
        for element in sequence:
            if element.word_class and element.word_class not in self._classes:
                message = f"unknown class `{element.word_class}` in {rule.name} › patterns"
                raise TableError(message, hint=f"classes are {', '.join(sorted(self._classes))}")

    def _take_triggers(self, sequence: Sequence[Element]) -> list[str]:
        """Words of which one must stand in a sentence for this sequence to fit, or their class."""
        if len(sequence) == 1:
            name = sequence[0].word_class
            named = self.lexicon.words_of(name) if name in self.lexicon.classes else ()
            self.triggers.alone.update({sequence[0].literal}, named)
        by_class = [e.word_class for e in sequence if e.word_class in self._telling_classes]
        if not by_class:
            words = self._telling(sequence)
            self.triggers.words.update(words)
            self.triggers.small.update(words)
        return by_class[:1]

    def _telling(self, sequence: Sequence[Element]) -> set[str]:
        """Of literals a trigger anyway, best no name, or what tells most; else numbers do."""
        if any(element.word_class in _SEEN_AS_DIGITS for element in sequence):
            return set()
        literals = [element.literal for element in sequence if element.literal.isalpha()]
        telling = [word for word in literals if word in self.lexicon.telling_words]
        plain = [word for word in telling if word not in self.lexicon.names]
        return {max(plain or telling or literals, key=len)} if literals else set()

    def over(self, tokens: Sequence[Lexeme]) -> Walk:
        """A walk over tokens as the lexicon reads them."""
        return Walk(tokens, self._start)


class Walk:
    """Where in a run of tokens the rules of a grammar fit.

    `starts` are the indices of tokens that some rule begins with, and goes on or is at its end.
    """

    __slots__ = ("_kinds", "_states", "_tokens", "starts")

    def __init__(self, tokens: Sequence[Lexeme], root: _State) -> None:
        """Take the tokens, and the state in which no token was read."""
        self._tokens = tokens
        self._kinds = kinds = [token.kind for token in tokens]
        self._states = states = list(map(root.spaced.__getitem__, kinds))
        last = len(kinds) - 1
        self.starts = [
            at
            for at, state in enumerate(states)
            if state is not None
            and (
                state.ends
                or (
                    at < last
                    and (state.glued if tokens[at + 1].is_glued else state.spaced)[kinds[at + 1]]
                )
            )
        ]

    def at(self, first: int) -> Iterable[tuple[int, Ends]]:
        """Where rules end that fit from token `first` on, the furthest first: `after` and rules."""
        tokens, kinds, count = self._tokens, self._kinds, len(self._kinds)
        state = self._states[first]
        passed: list[tuple[int, Ends]] = []
        after = first + 1
        while state is not None:
            if state.ends:
                passed.append((after, state.ends))
            if after == count:
                break
            state = (state.glued if tokens[after].is_glued else state.spaced)[kinds[after]]
            after += 1
        return reversed(passed)


def _add(tree: _Node, sequence: Sequence[Element], rule: Rule) -> None:
    node = tree
    for further, element in enumerate(sequence):
        key = element.key
        ways = node.glued if element.is_glued else node.spaced
        following = ways.get(key)
        if following is None:  # mostly it is there: patterns begin alike
            takes = node.takes if element.literal else (*node.takes, (further, key))
            following = ways[key] = _Node(takes)
        node = following
    if not any(rule is other for other, _ in node.ends):
        names = [element.slot for element in sequence if element.slot]
        named = zip(names, node.takes, strict=True)
        node.ends.append((rule, tuple((name, *take) for name, take in named)))
