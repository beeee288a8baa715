"""A pair of events to the bits that speak for one happening, and to a labelled match."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Callable, Hashable, Iterable, Iterator
from itertools import accumulate, count
from typing import Any, NamedTuple, TypeAlias

from kztimeline.clusters.levels import COMPARISONS, NEVER, Comparison
from kztimeline.clusters.meeting import manner
from kztimeline.clusters.profiles import Corpus, Profile
from kztimeline.model import Match, Weight

_PAIRS_KEPT = 262_144  # of which the bits are remembered
_LOOKED_BACK = 24  # members told before, in a cluster so large that all would be too many
# What tells much for its cost is asked first: most pairs are no match, and soon seen to be none.
_ASKED_FIRST = (
    "time", "numbers", "act", "words", "standing", "telling", "places", "names", "negation",
    "story", "modality",
)  # fmt: skip

# A question, the floors of its levels from low to high, the bits from each floor on behind those
# of no floor at all, and what all questions behind it can add at most.
_Rung: TypeAlias = tuple[
    Callable[[Profile, Profile, Corpus], float], tuple[float, ...], tuple[float, ...], float
]
Pair: TypeAlias = tuple[float, int, int]  # bits, the lower rank, the higher

_NOT_ASKED = 0xFF  # what an event lacks, before it is looked at


class _Ladder(NamedTuple):
    """What two events are asked: the bits they have without, the most they can add, questions."""

    start: float
    most: float
    rungs: tuple[_Rung, ...]


class Comparer:
    """Compares the events of one corpus; a pair is weighed once, as long as it is remembered."""

    def __init__(self, corpus: Corpus) -> None:
        """Keep the profiles by rank, and what is known of pairs."""
        self._corpus = corpus
        self._known: dict[tuple[int, int], float] = {}
        self._lacking = bytearray([_NOT_ASKED]) * len(corpus.profiles)
        self._needs = [each.needs for each in COMPARISONS if each.needs]
        lacking = range(1 << len(self._needs))
        self._within = [_ladder(each, COMPARISONS) for each in lacking]
        others = [each for each in COMPARISONS if not each.asks_manner]
        self._across = [_ladder(each, others) for each in lacking]
        self._meeting = _ladder(0, [each for each in COMPARISONS if each.asks_manner])
        self._tellers = array("i", bytes(4 * len(corpus.profiles)))
        self._manners = array("i", bytes(4 * len(corpus.profiles)))
        self._numbered: dict[Hashable, int] = {}
        self._numbers = count()
        self._met: dict[tuple[int, int], float] = {}

    def __reduce__(self) -> tuple[Any, ...]:
        """Made again where it is sent to: compiled, it cannot be taken apart."""
        return Comparer, (self._corpus,)

    def bits(self, left: int, right: int) -> float:
        """Sum of the weights of two events by rank; `NEVER` where something forbids."""
        pair = (left, right) if left < right else (right, left)
        bits = self._known.get(pair)
        if bits is None:
            found = next(self.above(left, (right,), NEVER), None)
            bits = found[0] if found else NEVER
            self.remember(*pair, bits)
        return bits

    def remember(self, left: int, right: int, bits: float) -> None:
        """Take for known what two events weigh, the lower rank first."""
        if len(self._known) >= _PAIRS_KEPT:
            self._known.clear()
        self._known[left, right] = bits

    def above(self, rank: int, others: Iterable[int], threshold: float) -> Iterator[Pair]:
        """The bits of an event and each of others, and their ranks, if more than `threshold`.

        A pair is left as soon as it cannot be more. The innermost loop of a large folder.
        """
        corpus, profiles, manners = self._corpus, self._corpus.profiles, self._manners
        lacking, tellers, met = self._lacking, self._tellers, self._met
        for other in others:
            left, right = (rank, other) if rank < other else (other, rank)
            lack = lacking[left] | lacking[right]
            if lack == _NOT_ASKED:
                lack = self._looked_at(left) | self._looked_at(right)
            if tellers[left] == tellers[right]:
                total, most, rungs = self._within[lack]
            else:
                total, most, rungs = self._across[lack]
                bits = met.get((manners[left], manners[right]))
                total += self._meet(left, right) if bits is None else bits
            if total + most <= threshold:
                continue
            one, two = profiles[left], profiles[right]
            for grading, floors, steps, rest in rungs:
                total += steps[bisect_right(floors, grading(one, two, corpus))]
                if total + rest <= threshold:
                    break
            else:
                yield total, left, right

    def _looked_at(self, rank: int) -> int:
        """What an event lacks, one bit for each need; noted with its teller and its manner.

        In one step each, what it lacks last: threads of a cluster's worker share it.
        """
        profile = self._corpus.profiles[rank]
        lacking = 0
        for bit, needs in enumerate(self._needs):
            if not needs(profile):
                lacking |= 1 << bit
        self._tellers[rank] = profile.teller
        self._manners[rank] = self._numbered.setdefault(manner(profile), next(self._numbers))
        self._lacking[rank] = lacking
        return lacking

    def _meet(self, left: int, right: int) -> float:
        """The bits of what asks the manner alone: few manners meet again and again."""
        if len(self._met) >= _PAIRS_KEPT:
            self._met.clear()
        corpus = self._corpus
        one, other = corpus.profiles[left], corpus.profiles[right]
        total = self._meeting.start
        for grading, floors, bits, _ in self._meeting.rungs:
            total += bits[bisect_right(floors, grading(one, other, corpus))]
        self._met[self._manners[left], self._manners[right]] = total
        return total

    def match(self, left: int, right: int) -> Match:
        """The pair with its labelled weights; levels that weigh nothing are left out."""
        sides = self._corpus.profiles[left], self._corpus.profiles[right]
        fired = ((c.name, c.fires(*sides, self._corpus)) for c in COMPARISONS)
        weights = tuple(
            Weight(name, level.label, level.bits) for name, level in fired if level.bits
        )
        return Match(sides[0].event.id, sides[1].event.id, weights)

    def matches(self, cluster: tuple[int, ...]) -> tuple[Match, ...]:
        """Each member's best match to one told before it: what holds a cluster together."""
        if len(cluster) == 1:
            return ()
        best = (
            max((self.bits(left, right), -left, right) for left in cluster[:at][-_LOOKED_BACK:])
            for at, right in enumerate(cluster)
            if at
        )
        return tuple(self.match(-left, right) for bits, left, right in best if bits != NEVER)


def _ladder(lacking: int, comparisons: Iterable[Comparison]) -> _Ladder:
    """These comparisons of two events of which one lacks these needs, first those asked first.

    Bits are multiples of a half, so that no order of adding them shows.
    """
    needy = [comparison for comparison in COMPARISONS if comparison.needs]
    lacked = [comparison for bit, comparison in enumerate(needy) if lacking >> bit & 1]
    idle = [comparison for comparison in comparisons if comparison in lacked]
    start = sum(comparison.levels[-1].bits for comparison in idle)
    asked = sorted(
        (comparison for comparison in comparisons if comparison not in lacked),
        key=lambda comparison: _ASKED_FIRST.index(comparison.name),
    )
    best = [max(level.bits for level in comparison.levels) for comparison in asked]
    rests = [sum(best) - before for before in accumulate(best)]
    rungs = tuple(_rung(comparison, rest) for comparison, rest in zip(asked, rests, strict=True))
    return _Ladder(start, sum(best), rungs)


def _rung(comparison: Comparison, rest: float) -> _Rung:
    rising = comparison.levels[::-1]
    bits = (NEVER, *(level.bits for level in rising))
    return comparison.grade, tuple(float(level.floor) for level in rising), bits, rest
