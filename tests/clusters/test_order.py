"""Laws of merging: any order in, the same out; nothing lost; what cannot be one never is."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from cluster_makers import FRIDAY, Paper, Telling, account
from kztimeline.clusters import link_events, merge_events
from kztimeline.model import Account, MergedEvent, MergeSettings, Modality
from kztimeline.temporal import Interval

_DEEDS = (
    "The ferry Aurora sank off Cape Lind.",
    "Off Cape Lind the ferry Aurora sank in a gale.",
    "Police in Orrin arrested the banker Paul Rees.",
    "The banker Rees was arrested in Orrin.",
    "Dockers in Westport walked off the quays.",
    "Westport dockers walked out.",
    "The council approved the harbour budget.",
)
_DAYS = (
    Interval.of(2024, 3, 12),
    Interval.of(2024, 3, 13),
    Interval.of(2024, 3, 15),
    Interval.of(2024, 3),
    None,
)

tellings = st.builds(
    Telling,
    st.sampled_from(_DEEDS),
    st.sampled_from(_DAYS),
    negated=st.booleans(),
    is_carried=st.booleans(),
    modality=st.sampled_from(Modality),
)
days = st.one_of(st.none(), st.dates(date(2024, 3, 10), date(2024, 3, 20)).map(Interval.on))
folders = st.lists(
    st.tuples(st.lists(tellings, min_size=1, max_size=4).map(tuple), days), min_size=1, max_size=5
).map(lambda rows: [account(Paper(f"paper-{at}", *row)) for at, row in enumerate(rows)])


def merged(accounts: list[Account]) -> tuple[MergedEvent, ...]:
    return merge_events(link_events(accounts, MergeSettings())).events


@given(folders.flatmap(lambda folder: st.tuples(st.just(folder), st.permutations(folder))))
def test_order_of_input_does_not_show(both: tuple[list[Account], list[Account]]) -> None:
    told, shuffled = both
    assert merge_events(link_events(told, MergeSettings())) == merge_events(
        link_events(shuffled, MergeSettings())
    )


@given(folders)
def test_every_event_is_in_exactly_one(folder: list[Account]) -> None:
    told = sorted(event.id for one in folder for event in one.events)
    assert told == sorted(member.id for event in merged(folder) for member in event.members)


@given(folders)
def test_ids_are_unique(folder: list[Account]) -> None:
    ids = [event.id for event in merged(folder)]
    assert len(ids) == len(set(ids))


@given(folders)
def test_what_cannot_be_one_is_not(folder: list[Account]) -> None:
    for event in merged(folder):
        assert len({member.negated for member in event.members}) == 1
        said = [m.when for m in event.members if m.when and not m.is_carried]
        starts = [when.first_day for when in said if when.first_day]
        ends = [when.last_day for when in said if when.last_day]
        assert not starts or not ends or (max(starts) - min(ends)).days <= 1


@given(folders)
def test_a_cluster_is_held_together_by_one_match_fewer_than_it_has_members(
    folder: list[Account],
) -> None:
    for event in merged(folder):
        assert len(event.members) - 1 >= len(event.matches)
        matched = {side for match in event.matches for side in (match.left, match.right)}
        assert matched <= {member.id for member in event.members}


def test_ids_hold_when_a_later_article_is_added() -> None:
    first = [
        account(Paper("herald", (Telling(_DEEDS[0]), Telling(_DEEDS[2])), Interval.of(2024, 3, 13)))
    ]
    late = account(Paper("courier", (Telling(_DEEDS[1]), Telling(_DEEDS[4])), FRIDAY))
    before = {event.id for event in merged(first)}
    after = {event.id for event in merged([*first, late])}
    assert before < after
