"""Which member speaks for a cluster, when it was, and how far the sources bear it out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from kztimeline.clusters.profiles import Profile
from kztimeline.clusters.voices import Voices
from kztimeline.model import Certainty, DateKind, Match, Modality, Reading, Status
from kztimeline.temporal import Interval

# What a cluster is told as: the firmest any member tells. A report outweighs the plan it fulfils.
_FIRMNESS = (Modality.HAPPENED, Modality.CLAIMED, Modality.PLANNED, Modality.HYPOTHETICAL)
_NO_LENGTH = float("inf")


class Told(NamedTuple):
    """One interval, the members that give it in order of telling, how far others bear it out."""

    interval: Interval
    kind: DateKind
    members: tuple[Profile, ...]
    support: int

    @property
    def certainty(self) -> Certainty:
        """The best certainty of its members."""
        return max([member.event.certainty for member in self.members])

    @property
    def is_said(self) -> bool:
        """Whether a text gives it, rather than context."""
        return any(member.is_said for member in self.members)


class Gathered(NamedTuple):
    """A cluster and what was made out of it.

    `members` in order of telling; `told` its times, the best first; `modality` as it is told;
    `voices` how many tell it; `matches` why it is one.
    """

    members: tuple[Profile, ...]
    told: tuple[Told, ...]
    modality: Modality
    voices: int
    matches: tuple[Match, ...]

    @property
    def when(self) -> Interval | None:
        """When it was."""
        return self.told[0].interval if self.told else None

    @property
    def certainty(self) -> Certainty:
        """How that is known; of what has no time, as its first telling has it."""
        return self.told[0].certainty if self.told else self.members[0].event.certainty

    @property
    def on_time(self) -> tuple[Profile, ...]:
        """Members that give the days it is told for; all of them where it has none."""
        if not self.told:
            return self.members
        days = {(member.first, member.last) for member in self.told[0].members}
        return tuple(m for m in self.members if m.has_date and (m.first, m.last) in days)


def told_times(members: Sequence[Profile], voices: Voices) -> tuple[Told, ...]:
    """The readings of a cluster: borne out by most voices, said by a text, finest, told earliest.

    A voice counts by how it knows the day (`_support`). A coarser time that holds a finer one
    agrees with it (“last week” with “on Thursday”), also where context gives the finer.
    """
    if len(members) == 1:
        return _own_time(members[0])
    groups: dict[tuple[Interval, DateKind], list[Profile]] = {}
    for member in sorted(members, key=lambda member: member.rank):
        if member.event.when is not None:
            groups.setdefault((member.event.when, member.event.kind), []).append(member)
    heard = _witnesses(members)
    told = (
        Told(when, kind, tuple(group), _support(_agreeing(when, heard), voices))
        for (when, kind), group in groups.items()
    )
    return tuple(sorted(told, key=_preference))


def _own_time(member: Profile) -> tuple[Told, ...]:
    """What most clusters come to: one member, which nobody bears out."""
    event = member.event
    if event.when is None:
        return ()
    support = 1 + member.is_told + (member.is_told and member.is_said)
    return (Told(event.when, event.kind, (member,), support),)


def _witnesses(members: Sequence[Profile]) -> Sequence[Profile]:
    """Who knows when it was: not who only planned it, where a text says when it happened."""
    done = [member for member in members if not member.is_plan]
    return done if any(member.is_said for member in done) else members


def _support(agreeing: Sequence[Profile], voices: Voices) -> int:
    """Of every voice: one, another if its article gives the day, a third if its sentence does.

    One that only prints it that day may tell it late.
    """
    told = [member for member in agreeing if member.is_told]
    said = [member for member in told if member.is_said]
    of_all = voices.count(agreeing)
    of_told = of_all if len(told) == len(agreeing) else voices.count(told)
    return of_all + of_told + (of_told if len(said) == len(told) else voices.count(said))


def _agreeing(when: Interval, members: Sequence[Profile]) -> list[Profile]:
    return [m for m in members if m.event.when is not None and m.event.when.contains(when)]


def _preference(told: Told) -> tuple[int, bool, float, int]:
    return -told.support, not told.is_said, _length(told.interval), told.members[0].rank


def _length(interval: Interval) -> float:
    if interval.start is None or interval.end is None:
        return _NO_LENGTH
    return (interval.end - interval.start).total_seconds()


def readings(told: Sequence[Told]) -> tuple[Reading, ...]:
    """As they are published, the best first."""
    return tuple(Reading(t.interval, t.kind, tuple(m.event.id for m in t.members)) for t in told)


def modality_of(members: Sequence[Profile]) -> Modality:
    """The firmest modality among the members; each keeps its own."""
    told = {member.event.modality for member in members}
    return told.pop() if len(told) == 1 else min(told, key=_FIRMNESS.index)


def best_first(cluster: Gathered, worth: Mapping[int, float]) -> tuple[Profile, ...]:
    """Members in the order they speak for the cluster; `worth` is how well each tells it, by rank.

    Those that give its days first, with the hour or without, of them those told as the cluster is,
    then the better told, then by telling.
    """
    if len(cluster.members) == 1:
        return cluster.members

    def standing(member: Profile) -> tuple[bool, bool, float, int]:
        event = member.event
        is_other = event.modality != cluster.modality
        is_off = not _are_same_days(event.when, cluster.when)
        return (is_off, is_other, -worth[member.rank], member.rank)

    return tuple(sorted(cluster.members, key=standing))


def _are_same_days(one: Interval | None, other: Interval | None) -> bool:
    if one is None or other is None:
        return one is other
    return (one.first_day, one.last_day) == (other.first_day, other.last_day)


def status_of(told: Sequence[Told], voices: int) -> Status:
    """`conflict` where texts give times that exclude each other, else by number of voices."""
    said = [t.interval for t in told if t.is_said] if len(told) > 1 else []
    if any(not one.overlaps(other) for one in said for other in said):
        return Status.CONFLICT
    return Status.CORROBORATED if voices > 1 else Status.SINGLE_SOURCE
