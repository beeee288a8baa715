"""Words before an expression: modifiers that belong to it, and the signal outside it."""

from __future__ import annotations

from collections.abc import Sequence

from kztimeline.languages import Endings, Modifier, Signals
from kztimeline.model import Mod, Signal, TimexType
from kztimeline.textual import Lexeme


def modifier_before(
    tokens: Sequence[Lexeme], first: int, kind: TimexType, modifiers: Endings[Modifier]
) -> tuple[int, Mod | None]:
    """Index of the modified expression's first token, and its mod; unchanged for none."""
    if not first or tokens[first - 1].low not in modifiers.lasts:
        return first, None
    for words, modifier in modifiers.of(_lows(tokens, first)):
        if kind not in modifier.types or not _begins(tokens[first], modifier.before):
            continue
        if first + 1 < len(tokens) and tokens[first + 1].low in modifier.not_before:
            continue
        begins = first - words
        if begins == 0 or tokens[begins - 1].low not in modifier.not_left:
            return begins, modifier.mod
    return first, None


def _begins(token: Lexeme, before: frozenset[str]) -> bool:
    return not before or token.low in before or any(key in before for key, _ in token.classes)


def signal_before(tokens: Sequence[Lexeme], first: int, signals: Signals) -> Signal:
    """What the words before an expression make of it; `at` where they say nothing."""
    if not first or tokens[first - 1].low not in signals.endings.lasts:
        return Signal.AT
    return next((signal for _, signal in signals.endings.of(_lows(tokens, first))), Signal.AT)


_LONGEST_PHRASE = 5  # tokens


def _lows(tokens: Sequence[Lexeme], first: int) -> list[str]:
    return [token.low for token in tokens[max(0, first - _LONGEST_PHRASE) : first]]
