"""How much of the story hangs on a day: how many articles tell of it, name it, come back to it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from math import fsum

from kztimeline.clusters.profiles import Corpus, Profile
from kztimeline.clusters.topic import Place, Topic, place_of
from kztimeline.model import DaySalience, Modality, Part, PartKind, Teller

# An article that names the day when its news is a week old says that the day has lasted. Twice
# as much as naming it: with 1 to 3 the same days led.
_OLD_NEWS_DAYS = 7
_LASTING = 2.0


def day_saliences(
    corpus: Corpus, tellers: Sequence[Teller], topic: Topic
) -> tuple[DaySalience, ...]:
    """Every day that is told or named, in order; a part is counted in articles.

    An article counts by how much of it is on the story and by its sentence that is closest to it:
    for what it tells to have happened that day, for a date in its words, and again where it is much
    younger than the day.
    Whole days only: “in May” names none.
    """
    told = _told(corpus.profiles, topic)
    named, lasting = _named(corpus.firsts, tellers, topic)
    return tuple(
        DaySalience(
            day=date.fromordinal(day),
            parts=tuple(
                Part(kind, round(weight * fsum(counted[day].values()), 4))
                for kind, weight, counted in (
                    (PartKind.TOLD, 1.0, told),
                    (PartKind.NAMED, 1.0, named),
                    (PartKind.LASTING, _LASTING, lasting),
                )
                if day in counted
            ),
        )
        for day in sorted(told.keys() | named.keys())
    )


def _told(profiles: Sequence[Profile], topic: Topic) -> Mapping[int, Mapping[int, float]]:
    """By day and article the closest sentence that tells something to have happened on it."""
    found: defaultdict[int, dict[int, float]] = defaultdict(dict)
    for profile in profiles:
        is_one_day = profile.first == profile.last and not profile.is_open
        if is_one_day and profile.event.modality is Modality.HAPPENED:
            _count(found[profile.first], topic, place_of(profile))
    return found


def _named(
    firsts: Sequence[int], tellers: Sequence[Teller], topic: Topic
) -> tuple[Mapping[int, Mapping[int, float]], Mapping[int, Mapping[int, float]]]:
    """The same for dates in the words; of them those in articles that are much younger."""
    named: defaultdict[int, dict[int, float]] = defaultdict(dict)
    lasting: defaultdict[int, dict[int, float]] = defaultdict(dict)
    for at, teller in enumerate(tellers):
        if firsts[at] == firsts[at + 1]:  # it tells nothing
            continue
        interval = teller.anchor.interval
        told_on = (interval.last_day or date.max).toordinal() if interval else 0
        for name, start in teller.named:
            day, place = name.toordinal(), Place(at, start)
            _count(named[day], topic, place)
            if told_on - day > _OLD_NEWS_DAYS:
                _count(lasting[day], topic, place)
    return named, lasting


def _count(counted: dict[int, float], topic: Topic, place: Place) -> None:
    weight = topic.closeness(place) * topic.share(place.teller)
    if weight > counted.get(place.teller, 0.0):
        counted[place.teller] = weight
