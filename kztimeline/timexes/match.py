"""Every rule over a sentence; of rival readings the one that covers more."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet

from kztimeline.languages import Found, Grammar, Phrase, Rule, Walk
from kztimeline.model import Side
from kztimeline.textual import Lexeme

SideOf = Callable[[Found], Side]

_COUNTED = frozenset(
    {
        "people",
        "men",
        "women",
        "children",
        "troops",
        "police",
        "personnel",
        "staff",
        "dead",
        "cattle",
    }
)
_SHORTEST_PLURAL = 4


def match_sentence(
    tokens: Sequence[Lexeme],
    grammar: Grammar,
    side_of: SideOf,
    spoken: AbstractSet[str] = frozenset(),
) -> list[Found]:
    """Readings that hold, left to right, none overlapping.

    At one place the longest reading that its surroundings allow wins; of equally long ones the rule
    that beats the other, else the earlier in the tables. A reading inside a longer one that began
    before it goes. `side_of` tells the side of a reading, for rules that ask; `spoken` are rules
    that have spoken before, for those that speak once they have.
    """
    matching = _Matching(tokens, grammar.over(tokens), side_of, spoken)
    found: list[Found] = []
    position = 0
    for start in matching.starts:
        if start < position:
            continue
        best = matching.best(start)
        if best is not None and not matching.yields(best):
            found.append(best)
            position = best.after
    return found


class _Matching:
    """A run of tokens, and what decides between its readings."""

    __slots__ = ("_ends_at", "_side_of", "_spoken", "_tokens", "starts")

    def __init__(
        self, tokens: Sequence[Lexeme], walk: Walk, side_of: SideOf, spoken: AbstractSet[str]
    ) -> None:
        self._tokens, self._side_of, self._spoken = tokens, side_of, spoken
        self._ends_at, self.starts = walk.at, walk.starts

    def best(self, first: int, beyond: int = 0) -> Found | None:
        """The reading that wins at one place, if it ends `beyond` some token."""
        best: Found | None = None
        new = tuple.__new__  # half the time of calling the class
        for after, ends in self._ends_at(first):
            if best is not None or after <= beyond:
                break
            for rule, takes in ends:
                if best is not None and best.rule.name not in rule.beats:
                    continue
                if is_allowed(self._tokens, rule, first, after):
                    reading = new(Found, (rule, first, after, takes))
                    best = reading if self._holds(reading, rule) else best
        return best

    def _holds(self, reading: Found, rule: Rule) -> bool:
        """Whether what its rule asks for besides its surroundings is so."""
        if rule.once and rule.once.isdisjoint(self._spoken):
            return False
        if rule.not_side and self._side_of(reading) is rule.not_side:
            return False
        return not rule.successive or _is_successive(reading.slots(self._tokens))

    def yields(self, best: Found) -> bool:
        """Whether a reading gives way to one that begins inside it, ends later, covers as much."""
        first, after = best.first, best.after
        if after - first == 1:
            return False
        for start in self.starts:
            if first < start < after:
                rival = self.best(start, after)
                if rival and rival.after - start >= after - first:
                    return True
        return False


def _is_successive(slots: Sequence[tuple[str, str | int]]) -> bool:
    """Whether two years follow each other: 2008-09, 1999-00."""
    years = dict(slots)
    return (int(years["first"]) + 1) % 100 == int(years["last"]) % 100


def is_allowed(tokens: Sequence[Lexeme], rule: Rule, first: int, after: int) -> bool:
    """Whether what stands on both sides of the tokens `[first, after)` lets a rule speak."""
    if first:
        before = tokens[first - 1]
        if (rule.left or rule.left_phrases) and not _follows_its_words(tokens, first, rule):
            return False
        if rule.not_left and _is_one_of(before, rule.not_left):
            return False
        if after - first == 1 and _hangs_on(tokens[first], before):
            return False
    elif rule.left or rule.left_phrases:
        return False
    if not _lets_speak_behind(tokens, after, rule):
        return False
    phrases = rule.not_left_phrases  # few rules have any
    return not phrases or not any(
        _is_phrase(tokens, first - len(phrase), phrase) for phrase in phrases
    )


def _follows_its_words(tokens: Sequence[Lexeme], first: int, rule: Rule) -> bool:
    """Whether one of the words, or phrases, that a rule needs stands before a reading."""
    return _is_one_of(tokens[first - 1], rule.left) or any(
        _is_phrase(tokens, first - len(phrase), phrase) for phrase in rule.left_phrases
    )


def _lets_speak_behind(tokens: Sequence[Lexeme], after: int, rule: Rule) -> bool:
    """Whether what stands behind a reading lets its rule speak."""
    phrases = rule.right_phrases
    if after == len(tokens):
        return not (rule.right or phrases)
    if rule.right or phrases:
        is_there = bool(rule.right) and _is_one_of(tokens[after], rule.right)
        if not (is_there or any(_is_phrase(tokens, after, phrase) for phrase in phrases)):
            return False
    unlike = rule.not_right_phrases
    if unlike and any(_is_phrase(tokens, after, phrase) for phrase in unlike):
        return False
    return not rule.not_right or not (
        _is_one_of(tokens[after], rule.not_right)
        or ("{address}" in rule.not_right and _is_address(tokens, after))
    )


def _is_phrase(tokens: Sequence[Lexeme], at: int, phrase: Phrase) -> bool:
    """Whether the words from `at` on are those of a phrase."""
    if at < 0 or at + len(phrase) > len(tokens):
        return False
    return all(_is_one_of(tokens[at + further], words) for further, words in enumerate(phrase))


def _hangs_on(figures: Lexeme, before: Lexeme) -> bool:
    """Whether figures touch the letters before them: the A1086, EXPO2015."""
    return figures.is_glued and figures.low.isdecimal() and before.low.isalpha()


def _is_address(tokens: Sequence[Lexeme], at: int) -> bool:
    """Whether the name of a street follows: “1600 Harbour View Avenue”."""
    for token in tokens[at : at + _LONGEST_STREET]:
        if not token.is_capital:
            return False
        if any(key == "{street}" for key, _ in token.classes):
            return True
    return False


_LONGEST_STREET = 3  # words


def _is_one_of(token: Lexeme, names: frozenset[str]) -> bool:
    _, _, low, is_glued, is_capital, classes, _ = token
    if low in names:
        return True
    if "{word}" in names and low.isalpha():
        return True
    if "{name}" in names and is_capital and _is_no_time(token):
        return True
    if "{counted}" in names and _is_counted(token):
        return True
    if classes and True in [key in names for key, _ in classes]:
        return True
    return is_glued and f"+{low}" in names


def _is_no_time(token: Lexeme) -> bool:
    return all(key in _NAMES for key, _ in token.classes)


_NAMES = ("{landmark}", "{named_after}")  # classes of words that are no times


def _is_counted(token: Lexeme) -> bool:
    """Whether a word names things one counts: “2014 soldiers” is no year."""
    low = token.low
    return low in _COUNTED or (
        low.isalpha()
        and low.endswith("s")
        and not low.endswith(("ss", "us", "is", "wards"))
        and len(low) >= _SHORTEST_PLURAL
        and not token.is_capital
    )
