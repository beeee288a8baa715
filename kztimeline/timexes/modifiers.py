"""Words before an expression: those that belong to it and bend it, and the signal outside it."""

from __future__ import annotations

from collections.abc import Sequence

from kztimeline.languages import Modifier, Signals, Token, ends_with
from kztimeline.model import Mod, Signal, TimexType


def modifier_before(
    tokens: Sequence[Token], first: int, kind: TimexType, modifiers: Sequence[Modifier]
) -> tuple[int, Mod | None]:
    """Index of the first token of the modified expression, and its mod; unchanged where none stands."""
    before = _lows(tokens, first)
    for modifier in modifiers:
        if kind in modifier.types and ends_with(before, modifier.phrase):
            return first - len(modifier.phrase), modifier.mod
    return first, None


def signal_before(tokens: Sequence[Token], first: int, signals: Signals) -> Signal:
    """What the words before an expression make of it; `at` where they say nothing."""
    before = _lows(tokens, first)
    for phrase, signal in signals.phrases:
        if ends_with(before, phrase):
            return signal
    return Signal.AT


_LONGEST_PHRASE = 5  # tokens


def _lows(tokens: Sequence[Token], first: int) -> list[str]:
    return [token.low for token in tokens[max(0, first - _LONGEST_PHRASE) : first]]
