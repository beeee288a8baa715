"""Every rule over a sentence; of rival readings the one that covers more."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from functools import partial

from kztimeline.languages import Found, Grammar, Pair, Walk
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
    walk = grammar.over(tokens)
    starts = walk.starts
    found: list[Found] = []
    best_at = partial(_best, tokens, walk=walk, side_of=side_of, spoken=spoken)
    position = 0
    for start in starts:
        if start < position:
            continue
        best = best_at(start)
        if best is not None and not _yields(best, starts, best_at):
            found.append(best)
            position = best.after
    return found


def _yields(best: Found, starts: Sequence[int], best_at: Callable[[int], Found | None]) -> bool:
    """Whether a reading gives way to one that begins inside it, ends later and covers as much."""
    for start in starts:
        if best.first < start < best.after:
            rival = best_at(start)
            if (
                rival
                and rival.after > best.after
                and rival.after - start >= best.after - best.first
            ):
                return True
    return False


def _best(
    tokens: Sequence[Lexeme],
    first: int,
    *,
    walk: Walk,
    side_of: SideOf,
    spoken: AbstractSet[str],
) -> Found | None:
    best: Found | None = None
    for reading in walk.at(first):
        if best is not None and reading.after < best.after:
            break
        once = reading.rule.once
        if not is_allowed(tokens, reading) or (once and once.isdisjoint(spoken)):
            continue
        if reading.rule.not_side and side_of(reading) is reading.rule.not_side:
            continue
        if reading.rule.successive and not _is_successive(reading.slots(tokens)):
            continue
        if best is None or best.rule.name in reading.rule.beats:
            best = reading
    return best


def _is_successive(slots: Sequence[tuple[str, str | int]]) -> bool:
    """Whether two years follow each other: 2008-09, 1999-00."""
    years = dict(slots)
    return (int(years["first"]) + 1) % 100 == int(years["last"]) % 100


def is_allowed(tokens: Sequence[Lexeme], reading: Found) -> bool:
    """Whether what stands on both sides of a reading lets its rule speak."""
    rule = reading.rule
    before = tokens[reading.first - 1] if reading.first else None
    after = tokens[reading.after] if reading.after < len(tokens) else None
    return (
        _lets_speak(before, rule.left, rule.not_left)
        and _lets_speak(after, rule.right, rule.not_right)
        and not (rule.not_left_pairs and _is_pair(tokens, reading.first - 2, rule.not_left_pairs))
        and not (rule.not_right_pairs and _is_pair(tokens, reading.after, rule.not_right_pairs))
        and not (before is not None and _is_part_of_word(tokens, reading, before))
        and not ("{address}" in rule.not_right and _is_address(tokens, reading.after))
    )


def _lets_speak(beside: Lexeme | None, wanted: frozenset[str], unwanted: frozenset[str]) -> bool:
    """Whether the word on one side is one that a rule asks for, and none that it forbids."""
    if beside is None:
        return not wanted
    if wanted and not _is_one_of(beside, wanted):
        return False
    return not unwanted or not _is_one_of(beside, unwanted)


def _is_pair(tokens: Sequence[Lexeme], at: int, pairs: Sequence[Pair]) -> bool:
    """Whether the two words from `at` on are one of some pairs."""
    if at < 0 or at + 1 >= len(tokens):
        return False
    one, other = tokens[at], tokens[at + 1]
    return any(_is_one_of(one, first) and _is_one_of(other, last) for first, last in pairs)


def _is_part_of_word(tokens: Sequence[Lexeme], reading: Found, before: Lexeme) -> bool:
    """Whether a lone number hangs on letters: the A1086, EXPO2015."""
    first = tokens[reading.first]
    is_lone = reading.after == reading.first + 1 and first.low.isdecimal()
    return is_lone and first.is_glued and before.low.isalpha()


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
    if token.low in names:
        return True
    if "{word}" in names and token.low.isalpha():
        return True
    if "{name}" in names and token.is_capital and not token.classes:
        return True
    if "{counted}" in names and _is_counted(token):
        return True
    if token.is_glued and f"+{token.low}" in names:
        return True
    return bool(token.classes) and not names.isdisjoint(dict(token.classes))


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
