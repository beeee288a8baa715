"""How far the events of a chronology speak of a topic."""

from __future__ import annotations

from collections import Counter
from math import fsum, log

from msgspec.structs import replace

from kztimeline.languages import load_language, load_stemmer
from kztimeline.model import PartKind
from kztimeline.outputs.records import Event, Part, Timeline
from kztimeline.textual.tokens import Stemmer, tokens

_TOPIC = 0.5  # of the salience where a topic is asked for; the rest is what it is without
_DIGITS = 4


def on_topic(timeline: Timeline, topic: str) -> Timeline:
    """The same with every salience half of what it was and half of how far the topic is spoken of.

    An event speaks of it with the stems of its title, names and first quote; a word counts by how
    rare it is in the chronology. What speaks of it most sets the measure.
    """
    stemmer = _stemmer(timeline)
    asked = stemmer.stems(tokens(topic))
    told = {event.id: _stems(_spoken(event), stemmer) & asked for event in timeline.events}
    counts = Counter(stem for stems in told.values() for stem in stems)
    weights = {stem: log((1 + len(told)) / counts[stem]) for stem in counts}
    found = {key: fsum(weights[stem] for stem in stems) for key, stems in told.items()}
    most = max(found.values(), default=0.0)
    return replace(
        timeline,
        events=tuple(
            _weighed(event, found[event.id] / most if most else 0.0) for event in timeline.events
        ),
    )


def speaks_of_it(event: Event) -> bool:
    """Whether an event of a chronology on a topic has any of its words."""
    return any(part.part is PartKind.TOPIC for part in event.why)


def _weighed(event: Event, relevance: float) -> Event:
    halved = tuple(Part(p.part, round((1 - _TOPIC) * p.value, _DIGITS)) for p in event.why)
    topic = round(_TOPIC * relevance, _DIGITS)
    salience = round((1 - _TOPIC) * event.salience + topic, _DIGITS)
    parts = (*halved, Part(PartKind.TOPIC, topic)) if topic else halved
    return replace(event, salience=salience, why=parts)


def _spoken(event: Event) -> str:
    quotes = (source.selector.exact for source in event.sources[:1])
    return " ".join((event.title, *event.who, *event.where, *event.tags, *quotes))


def _stems(text: str, stemmer: Stemmer) -> set[str]:
    return stemmer.stems(tokens(text))


def _stemmer(timeline: Timeline) -> Stemmer:
    return load_stemmer(load_language(next(iter(timeline.settings.languages), "en")))
