"""Do the weights of salience hold for stories they were not made on? Fit on some, score on another.

    python tests/salience_held_out.py FOLDER [TOPIC…]

FOLDER and TOPICs are those of ``salience_ablation.py``. Each weight of a line is tried at nothing,
half and twice what it is; for each topic those are taken that do best on all others, and the topic
is told with them, with the weights of the program, and with plain ones (all but the three that
carry most at one twentieth). The same for the parts of a day. With 95 % intervals of a paired
bootstrap over the references' days. Topics whose references do not give words by day tell of days
only. A report, never a test.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from itertools import product
from math import copysign
from pathlib import Path
from statistics import mean
from types import ModuleType
from typing import NamedTuple

from kztimeline.clusters import merge_events
from kztimeline.model import DaySalience, MergedEvent
from kztimeline.pipeline import Story
from salience_ablation import (
    DAY_PARTS,
    LINE_PARTS,
    ROUNDS,
    Outcome,
    dates,
    outcome,
    references,
    score,
    shares,
    told,
)

PLACES: tuple[tuple[ModuleType, str], ...] = LINE_PARTS
CARRYING = {"_CENTRAL", "_LENGTH", "_REPEATS"}
PLAIN = 0.05
TIMES = (0.0, 0.5, 1.0, 2.0)
DAY_OWN = (1.0, 1.0, 1.0)  # how many times what they count: told, named, lasting
DAY_GRID = [(a, b, c) for a, b, c in product((0.0, 1.0), (0.0, 1.0), TIMES) if a + b + c]
Weights = tuple[float, ...]  # in the order of PLACES
DayWeights = tuple[float, float, float]


class Topic(NamedTuple):
    """A topic told, and its references."""

    name: str
    story: Story
    wanted: Sequence[Mapping[str, Sequence[str]]]

    @property
    def has_words(self) -> bool:
        """Whether the references' words are given by day."""
        return any(line.strip() for each in self.wanted for told in each.values() for line in told)


def main(arguments: Sequence[str]) -> int:
    """Fit, score and print a table of lines and a table of days."""
    folder, *names = arguments
    chosen = names or sorted(f.name.split(".")[0] for f in Path(folder).glob("*.articles.jsonl.gz"))
    topics = [Topic(n, told(Path(folder), n), references(Path(folder), n)) for n in chosen]
    if spoken := [topic for topic in topics if topic.has_words]:
        _print_lines(spoken)
    _print_days(topics)
    return 0


# ── lines ─────────────────────────────────────────────────────────────────────────────────────────


def _print_lines(topics: Sequence[Topic]) -> None:
    own = tuple(getattr(module, name) for module, name in PLACES)
    print("own: ", _named(own))
    trials = {
        (at, times): [score(_outcomes(topic, _changed(own, at, times)), shares) for topic in topics]
        for at, times in product(range(len(own)), TIMES)
    }
    plain = tuple(
        weight if name in CARRYING else copysign(PLAIN, weight)
        for weight, (_, name) in zip(own, PLACES, strict=True)
    )
    found: dict[str, list[Outcome]] = {"own": [], "fitted elsewhere": [], "plain": []}
    for number, topic in enumerate(topics):
        fitted = tuple(weight * _best(trials, at, number) for at, weight in enumerate(own))
        print(f"{topic.name}, fitted elsewhere:", _named(fitted))
        for label, weights in zip(found, (own, fitted, plain), strict=True):
            told_so = _outcomes(topic, weights)
            found[label] += told_so
            print(f"  {label:18} words {score(told_so, shares):.4f}", flush=True)
    for label in ("fitted elsewhere", "plain"):
        print(f"{label} against own: words {_interval(found['own'], found[label], shares)}")


def _best(trials: Mapping[tuple[int, float], Sequence[float]], at: int, left_out: int) -> float:
    """How many times a weight should be what it is by all topics but one; as it is, if equal."""

    def gain(times: float) -> tuple[float, bool]:
        scores = trials[at, times]
        return mean(s for n, s in enumerate(scores) if n != left_out), times == 1.0

    return max(TIMES, key=gain)


def _named(weights: Weights) -> str:
    told = zip(PLACES, weights, strict=True)
    return "  ".join(f"{name.strip('_').lower()} {weight:+.3f}" for (_, name), weight in told)


def _changed(weights: Weights, at: int, times: float) -> Weights:
    return (*weights[:at], weights[at] * times, *weights[at + 1 :])


@contextmanager
def _told_with(weights: Weights) -> Iterator[None]:
    """The program with other weights for a while."""
    with ExitStack() as stack:
        for (module, name), weight in zip(PLACES, weights, strict=True):
            stack.callback(setattr, module, name, getattr(module, name))
            setattr(module, name, weight)
        yield


def _outcomes(topic: Topic, weights: Weights) -> list[Outcome]:
    with _told_with(weights):
        merged = merge_events(topic.story.linked)
    texts = {each.article.id: each.article.text for each in topic.story.accounts}
    days = {day.day.isoformat(): day.salience for day in merged.days}
    return [outcome(each, _by_day(merged.events), days, texts) for each in topic.wanted]


def _by_day(events: Sequence[MergedEvent]) -> Mapping[str, list[MergedEvent]]:
    found: defaultdict[str, list[MergedEvent]] = defaultdict(list)
    for event in sorted(events, key=lambda event: -event.salience):
        if event.when and (day := event.when.only_day):
            found[day.isoformat()].append(event)
    return found


# ── days ──────────────────────────────────────────────────────────────────────────────────────────


def _print_days(topics: Sequence[Topic]) -> None:
    told_so = {topic.name: merge_events(topic.story.linked) for topic in topics}
    found: dict[DayWeights, dict[str, list[Outcome]]] = {
        weights: {
            topic.name: _dated(topic, told_so[topic.name].events, told_so[topic.name].days, weights)
            for topic in topics
        }
        for weights in DAY_GRID
    }
    own: list[Outcome] = []
    fitted: list[Outcome] = []
    for topic in topics:
        others = [other.name for other in topics if other is not topic]
        best = max(
            DAY_GRID,
            key=lambda w: (mean(score(found[w][name], dates) for name in others), w == DAY_OWN),
        )
        here = found[DAY_OWN][topic.name], found[best][topic.name]
        print(f"{topic.name:18} date {score(here[0], dates):.3f}, fitted elsewhere", end=" ")
        print(f"{best} {score(here[1], dates):.3f}")
        own, fitted = own + here[0], fitted + here[1]
    print(f"fitted elsewhere against own: date {_interval(own, fitted, dates)}")


def _dated(
    topic: Topic, events: Sequence[MergedEvent], days: Sequence[DaySalience], weights: DayWeights
) -> list[Outcome]:
    """The days of a topic where its parts count so many times what they do."""
    by_day = {day: told[:1] for day, told in _by_day(events).items()}
    times = dict(zip(DAY_PARTS, weights, strict=True))
    worths = {d.day.isoformat(): sum(times[p.kind] * p.value for p in d.parts) for d in days}
    texts = {each.article.id: each.article.text for each in topic.story.accounts}
    return [outcome(each, by_day, worths, texts) for each in topic.wanted]


def _interval(own: Sequence[Outcome], other: Sequence[Outcome], measure: object) -> str:
    gained = score(other, measure) - score(own, measure)
    drawn = sorted(score(other, measure, n) - score(own, measure, n) for n in range(ROUNDS))
    return f"{gained:+.4f} [{drawn[ROUNDS // 40]:+.4f} {drawn[-ROUNDS // 40]:+.4f}]"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
