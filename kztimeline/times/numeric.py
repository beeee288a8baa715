"""Which of day and month comes first in all-numeric dates: the article's own are evidence."""

from __future__ import annotations

from collections.abc import Sequence

from kztimeline.model import Article, DateOrder, Note, TimeExpression

_MONTHS = 12
_DOT = "."  # dots mean day first wherever they are written


def order_of(expressions: Sequence[TimeExpression], default: DateOrder) -> DateOrder:
    """The order that the unequivocal numeric dates of an article bear out, else the default.

    “25/12/2023” shows that the day comes first, “12/25/2023” the month; both show nothing.
    """
    shown = {_shown(*_numbers(each)) for each in _numeric(expressions)} - {None}
    return shown.pop() or default if len(shown) == 1 else default


def doubtful_dates(
    article: Article, expressions: Sequence[TimeExpression], order: DateOrder
) -> tuple[Note, ...]:
    """A note for each numeric date that can be read both ways and that no other date settles."""
    numeric = _numeric(expressions)
    if order_of(numeric, DateOrder.MDY) == order_of(numeric, DateOrder.DMY):
        return ()
    return tuple(
        _note(article, expression, order)
        for expression in numeric
        if _is_doubtful(*_numbers(expression)) and _DOT not in expression.span.of(article.text)
    )


def _numeric(expressions: Sequence[TimeExpression]) -> list[TimeExpression]:
    return [each for each in expressions if each.meaning.operator == "numeric"]


def _numbers(expression: TimeExpression) -> tuple[int, int]:
    slots = dict(expression.slots)
    return int(slots["a"]), int(slots["b"])


def _shown(first: int, second: int) -> DateOrder | None:
    if first > _MONTHS >= second:
        return DateOrder.DMY
    return DateOrder.MDY if second > _MONTHS >= first else None


def _is_doubtful(first: int, second: int) -> bool:
    return first != second and first <= _MONTHS and second <= _MONTHS


def _note(article: Article, expression: TimeExpression, order: DateOrder) -> Note:
    words = expression.span.of(article.text)
    other = DateOrder.DMY if order is DateOrder.MDY else DateOrder.MDY
    return Note(
        code="ambiguous-date",
        text=f"`{words}` is read as {order}, and could be {other}",
        locator=article.locator,
        line=article.line_of(expression.span.start),
        hint=f"say --date-order {other} if the day stands where we read the month",
    )
