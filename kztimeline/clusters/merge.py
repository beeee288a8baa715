"""A cluster of profiles to the merged event that is published."""

from __future__ import annotations

from collections.abc import Sequence

from kztimeline.clusters.profiles import Profile
from kztimeline.clusters.represent import Gathered, modality_of, readings, status_of, told_times
from kztimeline.clusters.salience import Standing
from kztimeline.clusters.voices import Voices, articles_of
from kztimeline.model import DateKind, Match, MergedEvent, event_id


def gathered(members: Sequence[Profile], matches: tuple[Match, ...], voices: Voices) -> Gathered:
    """What is told of one happening; `members` in order of telling."""
    return Gathered(
        members=tuple(members),
        told=told_times(members, voices),
        modality=modality_of(members),
        voices=voices.count(members),
        matches=matches,
    )


def merged_event(cluster: Gathered, standing: Standing) -> MergedEvent:
    """One merged event: its id that of the telling told first, its words those told best."""
    first, speaking = cluster.members[0].event, standing.members
    return MergedEvent(
        id=event_id(first.id),
        members=tuple(member.event for member in speaking),
        title=speaking[0].event.title,
        when=cluster.when,
        kind=cluster.told[0].kind if cluster.told else DateKind.INSTANT,
        certainty=cluster.certainty,
        modality=cluster.modality,
        negated=first.negated,
        status=status_of(cluster.told, cluster.voices),
        readings=readings(cluster.told),
        matches=cluster.matches,
        article_count=articles_of(cluster.members),
        voices=cluster.voices,
        salience=standing.salience,
        parts=standing.parts,
    )
