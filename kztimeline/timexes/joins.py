"""Neighbours that are one time, or two ends of a range: decided on (left, gap, right)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from kztimeline.languages import Found, Rule
from kztimeline.model import Meaning, Side, TimeExpression, TimexType
from kztimeline.textual import Lexeme, Span

Slots = tuple[tuple[str, str | int], ...]
Placed = tuple[TimeExpression, int, int]  # an expression and the tokens [first, after) it covers

OF_MEMBERS = frozenset({"ends", "each"})  # operators of readings that are several expressions
_CLOCK_GAPS = frozenset({(), ("at",), (",",), ("on",), (",", "at"), ("around",)})


def split_members(
    reading: Found, tokens: Sequence[Lexeme], connectors: frozenset[str]
) -> tuple[tuple[Found, Slots], ...]:
    """The expressions of a reading whose operator is one of `OF_MEMBERS`, and the slots of each.

    “3 to 7 June” is its two ends and “3, 5 and 8 June” three days, since TimeML tags each.
    """
    slots = reading.slots(tokens)
    if reading.rule.meaning.operator == "ends":
        return tuple((end, slots) for end in _ends(reading, tokens, connectors))
    return _each(reading, slots, tokens, connectors)


def _ends(reading: Found, tokens: Sequence[Lexeme], connectors: frozenset[str]) -> Iterator[Found]:
    middle = next(at for at in range(reading.first, reading.after) if tokens[at].low in connectors)
    first, last = (_meaning(reading, part) for part in reading.rule.meaning.arguments)
    yield reading._replace(rule=first, after=middle)
    yield reading._replace(rule=last, first=middle + 1)


def _each(
    reading: Found, slots: Slots, tokens: Sequence[Lexeme], connectors: frozenset[str]
) -> tuple[tuple[Found, Slots], ...]:
    """One expression for each value of the slot that is filled more than once."""
    names = [name for name, _, _ in reading.takes]
    listed = next(name for name in names if names.count(name) > 1)
    rule = _meaning(reading, reading.rule.meaning.arguments[0])
    shared = [slot for slot in slots if slot[0] != listed]
    *inner, last = [slot for slot in slots if slot[0] == listed]
    ends = [reading.first + further + 1 for name, further, _ in reading.takes if name == listed]
    first, out = reading.first, []
    for after, value in zip(ends, inner, strict=False):
        out.append((reading._replace(rule=rule, first=first, after=after), (*shared, value)))
        first = after
        while tokens[first].low in connectors:
            first += 1
    return (*out, (reading._replace(rule=rule, first=first), (*shared, last)))


def _meaning(reading: Found, part: object) -> Rule:
    return replace(reading.rule, meaning=part) if isinstance(part, Meaning) else reading.rule


def join_ranges(
    placed: Sequence[Placed], tokens: Sequence[Lexeme], ranges: Mapping[str, frozenset[str]]
) -> list[Placed]:
    """Link “from X to Y”, “between X and Y”, “X – Y”: the first gets the span of the second.

    So do days or years that follow each other: “24 and 25 January”, “in 2008 and 2009”.
    """
    out = list(placed)  # mostly a single one
    both = ranges.get("between", frozenset())
    for at in range(len(out) - 1):
        (left, first, after), (right, begins, ends) = out[at], out[at + 1]
        gap = [token.low for token in tokens[after:begins]]
        opener = tokens[first - 1].low if first else ""
        if len(gap) != 1 or not _are_ends(left, right):
            continue
        if gap[0] in both and _is_next_day(left, right):
            out[at + 1] = _counted_on(right), begins, ends
            continue
        middle = ranges.get(opener, ranges[""])
        if gap[0] in middle or (gap[0] in both and _follow(left, right)):
            left = _on_its_day(left, right)
            out[at] = left._replace(range_end=right.span), first, after
            out[at + 1] = right._replace(is_range_end=True), begins, ends
    return out


def _on_its_day(left: TimeExpression, right: TimeExpression) -> TimeExpression:
    """“From 6.15 pm to 7.15 pm on Sunday”: both on that day, where the first is the earlier."""
    said, told = left.meaning, right.meaning
    if (said.operator, told.operator) != ("clock", "clock") or said.arguments[0] != "day_told":
        return left
    one, other = dict(left.slots), dict(right.slots)
    first, last = one.get("hour"), other.get("hour")
    if told.arguments[0] == "day_told" or one.get("meridiem") != other.get("meridiem"):
        return left
    if not (isinstance(first, int) and isinstance(last, int) and first % _NOON < last % _NOON):
        return left
    day = tuple(slot for slot in right.slots if slot[0] not in _OF_CLOCKS)
    meaning = Meaning("clock", (told.arguments[0], *said.arguments[1:]))
    side = right.side, right.side_cue
    return left._replace(meaning=meaning, slots=left.slots + day, side=side[0], side_cue=side[1])


_NOON = 12
_OF_CLOCKS = frozenset({"hour", "minute", "second", "meridiem", "hhmm", "noon"})


def _is_next_day(left: TimeExpression, right: TimeExpression) -> bool:
    """“Thursday and Friday”, two weekdays of which the second is the next."""
    slots = left.slots + right.slots
    if {left.meaning, right.meaning} != {_WEEKDAY} or [name for name, _ in slots] != _WEEKDAYS:
        return False
    first, last = (value for _, value in slots)
    return isinstance(first, int) and isinstance(last, int) and (last - first) % 7 == 1


def _counted_on(right: TimeExpression) -> TimeExpression:
    """The second of two such days, whatever the verb: “closed Thursday and Friday”."""
    following = Meaning("next", ("weekday", "focus"))
    return right._replace(meaning=following, side=Side.UNKNOWN, side_cue=None)


_WEEKDAY = Meaning("near", ("weekday",))
_WEEKDAYS = ["weekday", "weekday"]


def _follow(left: TimeExpression, right: TimeExpression) -> bool:
    """Whether the second is the next day or year; both ends of one rule have the same slots."""
    one, other = dict(left.slots), dict(right.slots)
    is_pair = left.rule == right.rule and left.slots == right.slots
    first, last = (
        (one.get("first"), one.get("last"))
        if is_pair
        else (one.pop("year", None), other.pop("year", None))
    )
    is_alike = is_pair or not (one or other)
    return is_alike and isinstance(first, int) and isinstance(last, int) and last - first == 1


def _are_ends(left: TimeExpression, right: TimeExpression) -> bool:
    kinds = {TimexType.DATE, TimexType.TIME}
    vague = {left.meaning.operator, right.meaning.operator} & {"vague"}
    return left.type in kinds and right.type in kinds and not left.is_range_end and not vague


def join_clocks(
    placed: Sequence[Placed], tokens: Sequence[Lexeme], zones: frozenset[str]
) -> list[Placed]:
    """“Tuesday at 3 p.m.”, “3 p.m. EST (2000 GMT) on Tuesday”: one time, the clock on the day."""
    out: list[Placed] = []
    for item in placed:
        joined = _join_clock(out[-1], item, tokens, zones) if out else None
        if joined is None:
            out.append(item)
        else:
            out[-1] = joined
    return out


def join_years(placed: Sequence[Placed], tokens: Sequence[Lexeme]) -> list[Placed]:
    """“New Year’s Day 1941”, “Good Friday of 1998”: the feast takes the year behind it."""
    out: list[Placed] = []
    for item in placed:
        joined = _join_year(out[-1], item, tokens) if out else None
        if joined is None:
            out.append(item)
        else:
            out[-1] = joined
    return out


def _join_year(left: Placed, right: Placed, tokens: Sequence[Lexeme]) -> Placed | None:
    feast, year = left[0].meaning, right[0].meaning
    if year != _YEAR or tuple(token.low for token in tokens[left[2] : right[1]]) not in _YEAR_GAPS:
        return None
    if feast.operator == "named":
        dated = Meaning("named", (*feast.arguments[:1], "year"))
    elif feast.operator == "near" and all(isinstance(part, int) for part in feast.arguments):
        dated = Meaning("date", ("year", *feast.arguments))
    else:
        return None
    joined = left[0]._replace(
        span=Span(left[0].span.start, right[0].span.end),
        meaning=dated,
        slots=left[0].slots + right[0].slots,
    )
    return joined, left[1], right[2]


_YEAR = Meaning("date", ("year",))
_YEAR_GAPS = ((), (",",), ("of",), ("in",))


def _join_clock(
    left: Placed, right: Placed, tokens: Sequence[Lexeme], zones: frozenset[str]
) -> Placed | None:
    if _gap(tokens[left[2] : right[1]], zones) not in _CLOCK_GAPS:
        return None
    clocks = [_is_clock(item[0].meaning) for item in (left, right)]
    if clocks == [True, False] and _is_day(right[0]):
        clock, day = left[0], right[0]
    elif clocks == [False, True] and _is_day(left[0]):
        clock, day = right[0], left[0]
    else:
        return None
    joined = clock._replace(
        span=Span(left[0].span.start, right[0].span.end),
        meaning=_on_day(clock.meaning, day.meaning, dict(day.slots)),
        slots=clock.slots + day.slots,
        signal=left[0].signal,
        side=day.side,
        side_cue=day.side_cue,
    )
    return joined, left[1], right[2]


def _is_clock(meaning: Meaning) -> bool:
    """Whether it is a clock time, or a part of day that stands alone: “at dawn on 11 March”."""
    return meaning.operator == "clock" or meaning.arguments[-1:] == ("day_told",)


def _on_day(clock: Meaning, day: Meaning, slots: Mapping[str, str | int]) -> Meaning:
    """The clock time of a day; “at 5 on the evening of 3 June” is said of its second half."""
    if clock.operator == "part":
        return Meaning("part", (clock.arguments[0], day))
    if day.operator != "part":
        return Meaning("clock", (day, *clock.arguments[1:]))
    letters, whole = day.arguments
    said = clock.arguments[1:]
    if len(said) == _HOUR_MINUTE and slots.get(str(letters), letters) in _SECOND_HALF:
        said = (*said, "PM")
    return Meaning("clock", (whole, *said))


_HOUR_MINUTE = 2
_SECOND_HALF = ("AF", "EV")


def _gap(tokens: Sequence[Lexeme], zones: frozenset[str]) -> tuple[str, ...]:
    """The words between two times, less the zone and what it is in another, in brackets."""
    lows = [token.low for token in tokens]
    if "(" in lows and ")" in lows and zones.intersection(lows):
        lows = lows[: lows.index("(")] + lows[lows.index(")") + 1 :]
    if "time" in lows and tokens[lows.index("time") - 1].is_capital:  # “4:05 p.m. Lisbon time”
        lows = lows[: lows.index("time") - 1] + lows[lows.index("time") + 1 :]
    return tuple(low for low in lows if low not in zones)


def _is_day(expression: TimeExpression) -> bool:
    """Whether it names one day: a clock time on a month or a year would have no place."""
    meaning, slots = expression.meaning, dict(expression.slots)
    if meaning.operator == "part" and isinstance(meaning.arguments[1], Meaning):
        meaning = meaning.arguments[1]  # “at 5 on the morning of 22 June”
    elif expression.type is not TimexType.DATE:
        return False
    names = meaning.arguments
    if meaning.operator == "date":
        return len(names) == _YEAR_MONTH_DAY
    if meaning.operator == "near":
        return len(names) > 1 or names[0] in _DAY_NAMES
    if meaning.operator in {"last", "next", "this"}:
        return names[0] in _DAY_NAMES
    if meaning.operator in {"which", "nth"}:  # “at 6 on 14 August last year”
        return names[1] in {"weekday", "day"} or slots.get(str(names[1])) == "day"
    is_counted = meaning.operator in {"same", "shift"} and "day" in (
        names[-1],
        slots.get(str(names[-1])),
    )
    return is_counted or meaning.operator == "today"  # “at noon today”


_YEAR_MONTH_DAY = 3
_DAY_NAMES = ("weekday", "nth_day")
