"""What lines are about: how far they speak of a topic, and whether they say something new."""

from __future__ import annotations

from collections import Counter, defaultdict
from math import fsum, log

from msgspec.structs import replace

from kztimeline.languages import load_language, load_stemmer
from kztimeline.model import PartKind
from kztimeline.outputs.records import Event, Part, Timeline
from kztimeline.textual.tokens import Stemmer, tokens

_TOPIC = 0.5  # of the salience where a topic is asked for; the rest is what it is without
_SAME = 0.6  # share of the shorter title's words: of two such lines one says nothing new
_FEW_WORDS = 3  # titles with fewer words in common may share them by chance
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


class Lines:
    """The lines that are told already, by the stems of their titles."""

    def __init__(self, timeline: Timeline) -> None:
        """Nothing is told yet."""
        self._stemmer = _stemmer(timeline)
        self._holding: defaultdict[str, list[int]] = defaultdict(list)
        self._sizes: list[int] = []
        self._titles: set[str] = set()

    def is_new(self, event: Event) -> bool:
        """Whether no line that is told has most of its words, or the other way round."""
        stems = _stems(event.title, self._stemmer)
        shared = Counter(at for stem in stems for at in self._holding.get(stem, ()))
        return event.title not in self._titles and not any(
            common >= _FEW_WORDS and common >= _SAME * min(len(stems), self._sizes[at])
            for at, common in shared.items()
        )

    def add(self, event: Event) -> None:
        """Count a line as told."""
        stems = _stems(event.title, self._stemmer)
        for stem in stems:
            self._holding[stem].append(len(self._sizes))
        self._sizes.append(len(stems))
        self._titles.add(event.title)


def _stems(text: str, stemmer: Stemmer) -> set[str]:
    return stemmer.stems(tokens(text))


def _stemmer(timeline: Timeline) -> Stemmer:
    return load_stemmer(load_language(next(iter(timeline.settings.languages), "en")))
