"""Edits survive: any order of articles, any articles beside them, any edits at once."""

from __future__ import annotations

from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from kztimeline import Settings, Timeline, build_timeline
from kztimeline.model import Action, DateKind, Document, Edit, MergedEvent, Review
from kztimeline.temporal import Interval

PAPERS = (
    ("2024-03-12", "Dockers walked out in Westport on Tuesday.\nThe mayor called for calm."),
    ("2024-03-13", "Dockers in Westport walked out on Tuesday.\nThe port closed on Monday."),
    ("2024-03-15", "The port of Westport was closed on Monday.\nThe mayor resigned on Thursday."),
    ("2024-03-18", "The mayor of Westport resigned on Thursday.\nTalks failed on Saturday."),
    ("2024-03-20", "Talks in Westport failed on Saturday.\nDockers walked out on March 12."),
)
YEAR = Interval.of(1999)


@cache
def paper(number: int) -> Document:
    day, text = PAPERS[number]
    return Document(f"{number}.txt", f"Date: {day}\n\n{text}\n", f"{number:064}")


@cache
def built(numbers: tuple[int, ...], edits: tuple[Edit, ...] = ()) -> Timeline:
    return build_timeline(map(paper, numbers), Settings(), edits=edits)


def every(timeline: Timeline) -> list[MergedEvent]:
    return [*timeline.events, *timeline.undated, *timeline.hidden]


def told(timeline: Timeline, mention: str) -> MergedEvent:
    (found,) = [e for e in every(timeline) if mention in {m.id for m in e.members}]
    return found


folders = st.permutations(range(len(PAPERS))).flatmap(
    lambda order: st.tuples(st.integers(1, len(PAPERS)), st.just(tuple(order)))
)


@given(folders, st.data())
@settings(max_examples=60)
def test_edits_hold_when_articles_come_and_are_shuffled(
    folder: tuple[int, tuple[int, ...]], data: st.DataObject
) -> None:
    """Edits are made on some of the articles, then all are built, in any order."""
    size, order = folder
    before = every(built(order[:size]))
    event, other = (data.draw(st.sampled_from(before)) for _ in "ab")
    key = data.draw(st.sampled_from([event.id, *(member.id for member in event.members)]))
    mention = event.members[0].id
    edits = (
        Edit(Action.DATE, key, when=YEAR),
        Edit(Action.TITLE, key, "Told anew"),
        Edit(Action.NOTE, key, "seen"),
        Edit(Action.MERGE, key, others=(other.id,)),
    )
    whole = built(order, edits)
    again = built(tuple(data.draw(st.permutations(order))), edits)

    assert [note for note in whole.notes if note.code.startswith("edit-")] == []
    for timeline in (whole, again):
        found = told(timeline, mention)
        assert (found.title, found.when, found.note, found.review) == (
            "Told anew", YEAR, "seen", Review.EDITED,
        )  # fmt: skip
        for member in (*event.members, *other.members):
            assert told(timeline, member.id) == found
    by_id = [sorted(every(each), key=lambda event: event.id) for each in (whole, again)]
    assert by_id[0] == by_id[1]


@given(folders, st.data())
@settings(max_examples=60)
def test_what_was_split_stays_apart(
    folder: tuple[int, tuple[int, ...]], data: st.DataObject
) -> None:
    size, order = folder
    several = [event for event in every(built(order[:size])) if len(event.members) > 1]
    if not several:
        return
    event = data.draw(st.sampled_from(several))
    kept, *out = data.draw(st.permutations([member.id for member in event.members]))
    taken = tuple(out[: data.draw(st.integers(1, len(out)))])
    whole = built(tuple(range(len(PAPERS))), (Edit(Action.SPLIT, kept, others=taken),))

    alone = told(whole, taken[0])
    assert {member.id for member in alone.members} == set(taken)
    assert told(whole, kept) != alone
    assert [e.review for e in (alone, told(whole, kept))] == [Review.EDITED] * 2


@given(folders, st.data())
@settings(max_examples=60)
def test_what_is_hidden_is_counted_and_tells_no_figure(
    folder: tuple[int, tuple[int, ...]], data: st.DataObject
) -> None:
    size, order = folder
    event = data.draw(st.sampled_from(every(built(order[:size]))))
    whole = built(order, (Edit(Action.HIDE, event.id),))

    assert [told(whole, event.id.replace("ev-", "mn-"))] == list(whole.hidden)
    hidden = {member.id for each in whole.hidden for member in each.members}
    heard = {m for figure in whole.figures for claim in figure.claims for m in claim.members}
    assert hidden & heard == set()


def test_what_is_added_stands_on_its_day_behind_what_is_told() -> None:
    numbers = tuple(range(len(PAPERS)))
    day = next(event.when for event in built(numbers).events if event.when)
    added = Edit(Action.ADD, "ev-12345678", "A strike vote", when=day, kind=DateKind.INSTANT)
    whole = built(numbers, (added,))
    same = [event for event in whole.events if event.when == day]
    assert same[-1].id == "ev-12345678"
    assert len(whole.events) == len(built(numbers).events) + 1
