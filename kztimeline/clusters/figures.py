"""Numbers that articles give for one thing: agreed, disputed or revised, never averaged."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from kztimeline.clusters.claims import Claim, Stories, claims_of, do_agree, is_of_one_mouth
from kztimeline.clusters.profiles import Corpus, Sources
from kztimeline.clusters.voices import Voices
from kztimeline.model import Figure, FigureClaim, FigureStatus

_GROUPS_LOOKED_AT = 40  # latest groups of a thing that a claim may join: keeps time linear
_CLAIMS_LOOKED_AT = 40  # latest claims of a group that it is held against
_LOWER, _UPPER = {"at-least", "more-than"}, {"at-most", "less-than"}


class Telling(NamedTuple):
    """All events of a corpus, what they were made of, and which of them are one happening."""

    corpus: Corpus
    sources: Sources
    clusters: Sequence[Sequence[int]]


def figures_of(telling: Telling, unheard: Collection[int] = ()) -> tuple[Figure, ...]:
    """Things that two or more voices give numbers for, by name, then by their smallest number.

    Members of these ranks, `unheard`, are left out.
    """
    corpus, voices = telling.corpus, Voices(telling.sources.accounts)
    things: dict[str, list[Claim]] = defaultdict(list)
    told = claims_of(*telling)
    claims = tuple(claim for claim in told if claim.rank not in unheard)
    for claim in claims:
        things[claim.thing.name].append(claim)
    stories = Stories(corpus, claims)
    groups = [
        group
        for name in things
        for group in _groups(things[name], stories)
        if voices.count(corpus.profiles[claim.rank] for claim in group) > 1
    ]
    return tuple(sorted(map(_figure, groups), key=_place))


def _place(figure: Figure) -> tuple[str, float, str]:
    return figure.about, figure.claims[0].quantity.value, figure.claims[0].members[0]


def _groups(claims: Sequence[Claim], stories: Stories) -> Iterator[list[Claim]]:
    """Claims on one thing, each in the group it is bound to most surely, else in one of its own.

    An article gives a thing one number: another one in it counts something else, unless another
    says it or one sentence gives both (“eight, not nine”).
    """
    groups: list[list[Claim]] = []
    for claim in claims:
        fits = [
            (_fit(claim, group, stories), at)
            for at, group in enumerate(groups[-_GROUPS_LOOKED_AT:])
        ]
        surest, at = max(fits, default=((0, 0.0), 0))
        if surest[0]:
            groups[-_GROUPS_LOOKED_AT:][at].append(claim)
        else:
            groups.append([claim])
    yield from groups


def _fit(claim: Claim, group: Sequence[Claim], stories: Stories) -> tuple[int, float]:
    """The surest bond to a claim of the group, then how near its number; (0, 0.0) for none."""
    best, teller = (0, 0.0), claim.teller
    for other in group[-_CLAIMS_LOOKED_AT:]:
        is_one = teller == other.teller and is_of_one_mouth(claim, other)
        if is_one and not do_agree((other, claim)):
            return 0, 0.0
        if bond := stories.bond(claim, other):
            values = sorted((claim.quantity.value, other.quantity.value))
            best = max(best, (bond, values[0] / values[1]))
    return best


def _figure(group: Sequence[Claim]) -> Figure:
    """The group as published: from the smallest number up, a revision from first to last told."""
    units = Counter(claim.quantity.unit for claim in group)
    rows: dict[tuple[float, str | None], list[Claim]] = defaultdict(list)
    for claim in group:
        rows[claim.quantity.value, claim.quantity.comparator].append(claim)
    status = _status(group)
    told = sorted(rows.values(), key=lambda row: (row[0].quantity.value, row[0].rank))
    if status is FigureStatus.REVISED:
        told.sort(key=lambda row: row[0].rank)
    claims = tuple(
        FigureClaim(same[0].quantity, tuple(dict.fromkeys(c.mention for c in same)))
        for same in told
    )
    unit = max(units, key=lambda unit: (units[unit], unit))
    return Figure(_about(group), unit, status, claims)


def _about(group: Sequence[Claim]) -> str:
    """What is counted in few words: “people killed”, “NATO troops”, “people killed, 2008”."""
    thing = group[0].thing
    owners: Counter[str] = Counter()
    if thing.is_of_someone:
        for claim in group:
            owners.update(claim.names)
    owner = max(owners, key=lambda name: (owners[name], name), default="")
    if owner and owners[owner] * 2 >= len(group):
        return f"{owner} {thing.name}"
    abouts = Counter(claim.quantity.about for claim in group)
    wider = max(abouts, key=lambda about: (abouts[about], len(about), about))
    name = wider if wider.startswith(f"{thing.name} ") else thing.name
    years = {claim.year for claim in group}
    (year,) = years if len(years) == 1 else (None,)
    return f"{name}, {year}" if year else name


def _status(group: Sequence[Claim]) -> FigureStatus:
    if do_agree(group) and not _has_moved(group):
        return FigureStatus.AGREE
    return FigureStatus.REVISED if _is_revised(group) else FigureStatus.DISAGREE


def _has_moved(group: Sequence[Claim]) -> bool:
    """Whether all give one side of a bound, and another one each day: “over 100”, “over 150”."""
    said = [claim.quantity for claim in group]
    is_lower = all(one.comparator in _LOWER and one.high is None for one in said)
    is_upper = all(one.comparator in _UPPER for one in said)
    return (is_lower or is_upper) and _is_revised(group)


def _is_revised(group: Sequence[Claim]) -> bool:
    """Whether the numbers of each day agree and move one way from day to day.

    A fall is one only of numbers that nothing bends; what happened years ago is not revised.
    """
    if all(claim.looks_back for claim in group):
        return False
    dated = [(claim.day, claim) for claim in group if claim.day is not None]
    if len(dated) < len(group):
        return False
    dated.sort(key=lambda pair: (pair[0], pair[1].rank))
    days = [[claim for _, claim in same] for _, same in groupby(dated, key=lambda pair: pair[0])]
    if len(days) == 1 or not all(do_agree(day) for day in days):
        return False
    steps = [
        max(c.quantity.value for c in later) - max(c.quantity.value for c in earlier)
        for earlier, later in pairwise(days)
    ]
    is_plain = all(claim.quantity.comparator is None for claim in group)
    rises = all(step >= 0 for step in steps)
    return any(steps) and (rises or (is_plain and all(step <= 0 for step in steps)))
