"""Numbers that articles give for one thing: agreed, disputed or revised, never averaged."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby, pairwise

from kztimeline.clusters.profiles import Corpus, Profile
from kztimeline.clusters.things import counted, is_measure
from kztimeline.clusters.voices import Voices
from kztimeline.languages import load_language
from kztimeline.model import Account, Figure, FigureClaim, FigureStatus, Quantity

MOST_TIMES = (
    3.0  # numbers further apart than that count two things, or are linked by one between them
)
SAME_STORY_DAYS = 31  # articles further apart tell of another toll, unless one looks back
SAME_STORY_NAMES = 2  # names that two articles on one story share at least
LOOKING_BACK_NAMES = 5  # names that an article shares with the story it looks back on


@dataclass(frozen=True, slots=True)
class Claim:
    """One number in one event."""

    thing: str
    quantity: Quantity
    member: Profile

    @property
    def day(self) -> date | None:
        """The day its article speaks from."""
        interval = self.member.account.anchor.interval
        return interval.first_day if interval else None


def figures_of(corpus: Corpus, voices: Voices) -> tuple[Figure, ...]:
    """Things that two or more voices give numbers for, by name, then by their smallest number."""
    things: dict[str, list[Claim]] = defaultdict(list)
    for claim in _claims(corpus):
        things[claim.thing].append(claim)
    stories = Stories(corpus)
    groups = (group for name in sorted(things) for group in _groups(things[name], stories))
    return tuple(
        _figure(group) for group in groups if voices.count(claim.member for claim in group) > 1
    )


def _claims(corpus: Corpus) -> Iterator[Claim]:
    for member in corpus.profiles:
        article, event = member.account.article, member.event
        language = load_language(article.language)
        for quantity in event.quantities:
            if not is_measure(quantity, language):
                thing = counted(quantity, article.text, event.clause, language)
                yield Claim(thing, quantity, member)


class Stories:
    """Which articles tell one story: near in time, with names in common."""

    def __init__(self, corpus: Corpus) -> None:
        """Collect the names of each article."""
        names: dict[int, set[str]] = defaultdict(set)
        for profile in corpus.profiles:
            names[id(profile.account)] |= profile.names | profile.places
        self._names = names

    def are_one(self, left: Account, right: Account) -> bool:
        """Whether two articles may count the same things."""
        if left is right:
            return True
        starts = [
            account.anchor.interval.start
            for account in (left, right)
            if account.anchor.interval and account.anchor.interval.start
        ]
        is_far = len(starts) > 1 and abs(starts[0] - starts[1]) > timedelta(days=SAME_STORY_DAYS)
        one, other = self._names[id(left)], self._names[id(right)]
        if is_far:
            return len(one & other) >= LOOKING_BACK_NAMES
        return len(one & other) >= min(SAME_STORY_NAMES, len(one), len(other))


def _groups(claims: Sequence[Claim], stories: Stories) -> Iterator[list[Claim]]:
    """Claims on one story, chained from the smallest number up, `MOST_TIMES` apart at most."""
    groups: list[list[Claim]] = []
    for claim in sorted(claims, key=lambda claim: (claim.quantity.value, claim.member.rank)):
        home = next((group for group in groups if _belongs(claim, group, stories)), None)
        if home is None:
            groups.append([claim])
        else:
            home.append(claim)
    yield from groups


def _belongs(claim: Claim, group: Sequence[Claim], stories: Stories) -> bool:
    return any(
        claim.quantity.value <= other.quantity.value * MOST_TIMES
        and stories.are_one(claim.member.account, other.member.account)
        for other in reversed(group)
    )


def _figure(group: Sequence[Claim]) -> Figure:
    units = Counter(claim.quantity.unit for claim in group)
    rows: dict[tuple[float, str | None], list[Claim]] = defaultdict(list)
    for claim in sorted(group, key=lambda claim: claim.member.rank):
        rows[claim.quantity.value, claim.quantity.comparator].append(claim)
    claims = tuple(
        FigureClaim(same[0].quantity, tuple(dict.fromkeys(c.member.event.id for c in same)))
        for _, same in sorted(rows.items(), key=lambda row: (row[0][0], row[1][0].member.rank))
    )
    unit = max(units, key=lambda unit: (units[unit], unit))
    return Figure(group[0].thing, unit, _status(group), claims)


def _status(group: Sequence[Claim]) -> FigureStatus:
    if _agree(group):
        return FigureStatus.AGREE
    return FigureStatus.REVISED if _is_revised(group) else FigureStatus.DISAGREE


def _agree(group: Sequence[Claim]) -> bool:
    """Whether one number could be what all of them mean."""
    low = max((c.quantity.low for c in group if c.quantity.low is not None), default=None)
    high = min((c.quantity.high for c in group if c.quantity.high is not None), default=None)
    return low is None or high is None or low <= high


def _is_revised(group: Sequence[Claim]) -> bool:
    """Whether the numbers of each day agree and move one way from day to day."""
    dated = [(claim.day, claim) for claim in group if claim.day is not None]
    if len(dated) < len(group):
        return False
    dated.sort(key=lambda pair: (pair[0], pair[1].member.rank))
    days = [[claim for _, claim in same] for _, same in groupby(dated, key=lambda pair: pair[0])]
    if len(days) == 1 or not all(_agree(day) for day in days):
        return False
    steps = [
        max(c.quantity.value for c in later) - max(c.quantity.value for c in earlier)
        for earlier, later in pairwise(days)
    ]
    return all(step >= 0 for step in steps) or all(step <= 0 for step in steps)
