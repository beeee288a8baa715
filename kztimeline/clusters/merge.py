"""A cluster of profiles to the merged event that is published."""

from __future__ import annotations

from collections.abc import Sequence

from kztimeline.clusters.profiles import Profile
from kztimeline.clusters.represent import Gathered, modality_of, readings, status_of, told_times
from kztimeline.clusters.salience import Row
from kztimeline.clusters.voices import Voices
from kztimeline.model import DateKind, Event, Match, MergedEvent, event_id


def gathered(members: Sequence[Profile], matches: tuple[Match, ...], voices: Voices) -> Gathered:
    """What is told of one happening; `members` in order of telling."""
    return Gathered(
        members=tuple(members),
        told=told_times(members, voices),
        modality=modality_of(members),
        voices=voices.count(members),
        matches=matches,
    )


def merged_event(
    cluster: Gathered, standing: Row, events: Sequence[Event], voices: Voices
) -> MergedEvent:
    """One merged event: its id that of the telling told first, its words those told best."""
    first = cluster.members[0].event
    speaking = tuple(events[rank] for rank in standing.members)
    return MergedEvent(
        id=event_id(first.id),
        members=speaking,
        title=speaking[0].title,
        when=cluster.when,
        kind=cluster.told[0].kind if cluster.told else DateKind.INSTANT,
        certainty=cluster.certainty,
        modality=cluster.modality,
        negated=first.negated,
        status=status_of(cluster.told, cluster.voices),
        readings=readings(cluster.told),
        matches=cluster.matches,
        article_count=voices.articles(cluster.members),
        voices=cluster.voices,
        salience=standing.salience,
        parts=standing.parts,
    )
