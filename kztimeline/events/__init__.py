"""Article + times → events: what it tells, and when each thing was."""

from __future__ import annotations

from kztimeline.languages import Language
from kztimeline.model import Anchor, Article, Event, Time


def tell_events(
    article: Article, times: tuple[Time, ...], anchor: Anchor, language: Language
) -> tuple[Event, ...]:
    """Events in order of telling, dated and undated."""
    raise NotImplementedError
