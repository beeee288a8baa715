"""Article + times → events: what it tells, and when each thing was.

Enters: an article with its sentences and quotations, its times in order of place, its day.
Leaves: its events in
order of telling, each one sentence's words with the clause its time governs. The room never
paraphrases: a title
is the sentence with words left out. A sentence tells at most one event for each time it names,
and one more.
A state, a question, a general truth is no event; what has no day keeps `when` empty.
"""

from __future__ import annotations

from kztimeline.events.tell import told_events
from kztimeline.languages import Language
from kztimeline.model import Anchor, Article, Event, Time


def tell_events(
    article: Article, times: tuple[Time, ...], anchor: Anchor, language: Language
) -> tuple[Event, ...]:
    """Events in order of telling, dated and undated."""
    return told_events(article, times, anchor, language)
