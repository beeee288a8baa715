"""Time expressions + anchor → times on the calendar, or an honest “cannot”."""

from __future__ import annotations

from kztimeline.languages import Language
from kztimeline.model import Anchor, Article, Time, TimeExpression


def resolve_times(
    article: Article, expressions: tuple[TimeExpression, ...], anchor: Anchor, language: Language
) -> tuple[Time, ...]:
    """One time an expression, in order."""
    raise NotImplementedError
