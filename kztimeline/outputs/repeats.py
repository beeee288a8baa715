"""Which lines say what a line that is told says already, if in other words."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from math import fsum, log
from typing import NamedTuple

from kztimeline.languages import load_acts, load_language, load_stemmer
from kztimeline.outputs.records import Event, Timeline
from kztimeline.textual.similarity import folded
from kztimeline.textual.tokens import Token, number, tokens

# Share of the weight of the shorter line's words that the other has too: of one day, of others.
_SAME_DAY, _SAME = 0.6, 0.7
_QUOTED = 0.8  # share of a line's words that stand in a sentence which tells another of its day
_FEW_KEYS = 3  # lines with fewer words in common may share them by chance
_STEM = 7  # letters: “demonstrators” and “demonstration” begin alike
_JOINED = re.compile(r"(?<=\d)-")  # “7.0-magnitude”
_ACT = "act:"  # no word has a colon, so an act never meets a word


class Lines:
    """The lines that are told already, by their words: the rarer in the chronology the heavier.

    A word counts by its stem, and words for one act (“fled”, “escaped”) as one.
    """

    def __init__(self, timeline: Timeline) -> None:
        """Nothing is told yet."""
        self._keys = _Keys(next(iter(timeline.settings.languages), "en"))
        counts = Counter(key for event in timeline.events for key in self._keys.of(event.title))
        total = 1 + len(timeline.events)
        self._weights = {key: log(1 + total / count) for key, count in counts.items()}
        self._rarest = log(1 + total)
        self._told: list[_Told] = []
        self._saying: defaultdict[str, list[int]] = defaultdict(list)
        self._quoting: defaultdict[str, list[int]] = defaultdict(list)

    def is_new(self, event: Event) -> bool:
        """Whether it says what no line that is told says."""
        keys = self._keys.of(event.title)
        shared: defaultdict[int, list[str]] = defaultdict(list)
        for key in keys:
            for at in self._saying.get(key, ()):
                shared[at].append(key)
        line = _Told(event, keys, keys, self._weight(keys))
        return not (
            any(self._repeats(line, self._told[at], common) for at, common in shared.items())
            or self._is_quoted(line)
        )

    def add(self, event: Event) -> None:
        """Count a line as told."""
        keys = self._keys.of(event.title)
        quoted = self._keys.of(event.sources[0].selector.exact) if event.sources else keys
        for key in keys:
            self._saying[key].append(len(self._told))
        for key in quoted:
            self._quoting[key].append(len(self._told))
        self._told.append(_Told(event, keys, quoted, self._weight(keys)))

    def _repeats(self, line: _Told, told: _Told, shared: Sequence[str]) -> bool:
        if line.event.title == told.event.title:
            return True
        is_near = _are_near(line.event, told.event)
        needed = (_SAME_DAY if is_near else _SAME) * min(line.weight, told.weight)
        return (
            len(shared) >= _FEW_KEYS
            and self._weight(shared) >= needed
            and not _are_others(line, told)
            and (is_near or not _are_two(line.event, told.event))
        )

    def _is_quoted(self, line: _Told) -> bool:
        """Whether the sentence that tells another event of its day tells it too."""
        if not line.keys:
            return False
        rarest = max(sorted(line.keys), key=self._weight_of)
        return any(
            len(shared := line.keys & told.quoted) >= _FEW_KEYS
            and self._weight(shared) >= _QUOTED * line.weight
            and _are_near(line.event, told.event)
            for told in (self._told[at] for at in self._quoting.get(rarest, ()))
        )

    def _weight(self, keys: Iterable[str]) -> float:
        return fsum(map(self._weight_of, sorted(keys)))

    def _weight_of(self, key: str) -> float:
        return self._weights.get(key, self._rarest)


class _Told(NamedTuple):
    """A line, its words, those of the sentence that tells it, and the weight of its own."""

    event: Event
    keys: frozenset[str]
    quoted: frozenset[str]
    weight: float

    @property
    def acts(self) -> set[str]:
        """The classes of act it tells."""
        return {key for key in self.keys if key.startswith(_ACT)}


class _Keys:
    """What the words of a line are known by; a line is worked out once."""

    def __init__(self, language: str) -> None:
        self._stemmer = load_stemmer(load_language(language))
        self._acts = load_acts(load_language(language))
        self._known: dict[str, frozenset[str]] = {}

    def of(self, line: str) -> frozenset[str]:
        """Acts, stems of the other words, and figures."""
        if line not in self._known:
            found = tokens(_JOINED.sub(" ", line))
            acts = {token.lower: self._acts.told_by(token.lower) for token in found}
            plain = [token for token in found if not acts[token.lower]]
            self._known[line] = frozenset(
                {
                    *(_ACT + act for told in acts.values() for act in told),
                    *(folded(stem)[:_STEM] for stem in self._stemmer.stems(plain)),
                    *_figures(found),
                }
            )
        return self._known[line]


def _figures(found: Iterable[Token]) -> set[str]:
    """Numbers as they are written shortest; a clock time is none."""
    values = (number(token.text) for token in found if token.text[0].isdigit())
    return {f"{value:g}" for value in values if value is not None}


def _are_near(one: Event, other: Event) -> bool:
    """Whether they may be of one day."""
    if None in (one.earliest, one.latest, other.earliest, other.latest):
        return one.edtf == other.edtf
    return (one.earliest or "") <= (other.latest or "") and (other.earliest or "") <= (
        one.latest or ""
    )


def _are_others(line: _Told, told: _Told) -> bool:
    """Whether they name others only, or each tells an act that the other does not tell."""
    mine, theirs = line.acts, told.acts
    is_another_act = bool(mine - theirs) and bool(theirs - mine)
    return is_another_act or _are_apart(_known_by(line.event), _known_by(told.event))


def _are_apart(mine: set[str], theirs: set[str]) -> bool:
    return bool(mine) and bool(theirs) and mine.isdisjoint(theirs)


def _known_by(event: Event) -> set[str]:
    return {folded(name.split()[-1]) for name in event.who}


def _are_two(one: Event, other: Event) -> bool:
    """Whether, on two days, one is the plan of the other, or they count otherwise."""
    are_counts = _are_apart(_figures(tokens(one.title)), _figures(tokens(other.title)))
    return one.modality != other.modality or are_counts
