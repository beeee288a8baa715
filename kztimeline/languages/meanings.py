"""“near(month, day)” to a `Meaning` tree, with every operator and its arguments checked."""

from __future__ import annotations

import re

from kztimeline.model.errors import TableError
from kztimeline.model.expressions import Meaning

# The closed vocabulary: what each operator reads stands in times/evaluate.py. Numbers of arguments.
OPERATORS = {
    "date": (1, 3),  # year, month, day as stated
    "near": (1, 3),  # the candidate on the side the sentence speaks of
    "nearest": (1, 1),  # the candidate that lies nearer, whatever the verbs say
    "this": (1, 1),
    "last": (1, 2),  # last week; last Tuesday; the last x before a base
    "next": (1, 2),  # next Tuesday; the next x after a base
    "shift": (3, 3),  # base, count, unit
    "nth": (3, 3),  # count, what, inside
    "which": (3, 3),  # count or -1, weekday or unit, inside: the first Monday in May
    "part": (2, 2),  # letters of a part, whole
    "decade": (1, 1),
    "century": (1, 1),
    "before_christ": (1, 1),  # older than our calendar: a value, and no place
    "between": (2, 2),
    "ends": (2, 2),  # a range in words: one expression for each end
    "each": (1, 1),  # a list in words: one expression for each value of the slot that is repeated
    "either": (2, 2),  # the night of 5/6 January: on one of two days
    "holding": (2, 2),  # the week of 8 April
    "today": (0, 0),  # the anchor's day; in a history these days
    "kin": (1, 1),  # the quarter the text last spoke of, else the last one
    "counterpart": (1, 1),  # the period told of, years back or in a year: “the 2022 period”
    "same": (1, 1),  # that day: through the focus
    "some": (1, 1),  # a Tuesday: that of the day just named, else any
    "told": (1, 1),  # the end of the month, the Sunday: of those told of, else by the anchor
    "named": (1, 2),
    "clock": (2, 4),  # base, hour, minute, half of day
    "lasting": (2, 2),
    "every": (1, 3),  # unit, and what names the day in it
    "vague": (1, 1),  # PAST_REF, PRESENT_REF, FUTURE_REF
    "minus": (1, 1),
    "plus": (3, 3),  # count, numerator, denominator: five and a half
    "completed": (2, 2),  # 1984 and 85: the century of the one, the figures of the other
    "nothing": (0, 0),  # a trap: looks like a time and is none
    "numeric": (1, 1),  # 05/01/2022, by the order of the setting
}
_TOKEN = re.compile(r"\s*(?:(?P<name>[A-Za-z_]\w*)|(?P<number>-?\d+)|(?P<mark>[(),-]))")


def read_meaning(text: str, where: str) -> Meaning:
    """The tree a meaning names; `TableError` with its place for what is no term.

    >>> read_meaning("shift(anchor, -1, day)", "en › yesterday")
    Meaning(operator='shift', arguments=('anchor', -1, 'day'))
    """
    parts = _TOKEN.findall(text)
    if "".join("".join(part) for part in parts) != re.sub(r"\s+", "", text):
        message = f"cannot read meaning `{text}` in {where}"
        raise TableError(message)
    words = ["".join(part) for part in parts]
    term, rest = _term(words, where)
    if rest or not isinstance(term, Meaning):
        message = f"meaning `{text}` in {where} is no single term"
        raise TableError(message)
    return term


def _term(words: list[str], where: str) -> tuple[Meaning | str | int, list[str]]:
    if not words:
        message = f"meaning ends too early in {where}"
        raise TableError(message)
    first, rest = words[0], words[1:]
    if first == "-":
        inner, rest = _term(rest, where)
        return Meaning("minus", (inner,)), rest
    if rest[:1] == ["("]:
        return _call(first, rest[1:], where)
    return (int(first) if first.lstrip("-").isdigit() else first), rest


def _call(operator: str, words: list[str], where: str) -> tuple[Meaning, list[str]]:
    if operator not in OPERATORS:
        message = f"unknown operator `{operator}` in {where} › meaning"
        raise TableError(message, hint=f"operators are {', '.join(sorted(OPERATORS))}")
    arguments: list[Meaning | str | int] = []
    while words[:1] != [")"]:
        argument, words = _term(words, where)
        arguments.append(argument)
        if words[:1] == [","]:
            words = words[1:]
        elif words[:1] != [")"]:
            message = f"missing `)` in {where} › meaning"
            raise TableError(message)
    least, most = OPERATORS[operator]
    if not least <= len(arguments) <= most:
        message = (
            f"`{operator}` takes {least} to {most} arguments, not {len(arguments)}, in {where}"
        )
        raise TableError(message)
    return Meaning(operator, tuple(arguments)), words[1:]
