"""A cluster of profiles to the merged event that is published."""

from __future__ import annotations

from collections.abc import Sequence

from kztimeline.clusters.profiles import Profile
from kztimeline.clusters.represent import (
    best_first,
    modality_of,
    readings,
    status_of,
    told_times,
)
from kztimeline.clusters.salience import salience
from kztimeline.clusters.voices import Voices, articles_of
from kztimeline.model import DateKind, Match, MergedEvent, event_id


def merged_event(
    members: Sequence[Profile], matches: tuple[Match, ...], voices: Voices
) -> MergedEvent:
    """One merged event; `members` in order of telling, so that the first gives the id."""
    told = told_times(members, voices)
    speaking = best_first(members, told)
    heard = voices.count(members)
    when = told[0].interval if told else None
    certainty = told[0].certainty if told else speaking[0].event.certainty
    return MergedEvent(
        id=event_id(members[0].event.id),
        members=tuple(member.event for member in speaking),
        title=speaking[0].event.title,
        when=when,
        kind=told[0].kind if told else DateKind.INSTANT,
        certainty=certainty,
        modality=modality_of(members),
        negated=members[0].event.negated,
        status=status_of(told, heard),
        readings=readings(told),
        matches=matches,
        article_count=articles_of(members),
        voices=heard,
        salience=salience(members, heard, certainty, when),
    )
