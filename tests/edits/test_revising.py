"""Dates, titles, notes, tags, events added and hidden, on events made by hand."""

from __future__ import annotations

import pytest

from kztimeline.edits import Revised, revise
from kztimeline.model import Action, Certainty, DateKind, Edit, MergedEvent, Review
from kztimeline.temporal import Interval
from makers import FRIDAY, make_article, make_event, make_merged

ARTICLE = make_article("The court ruled. The minister resigned. It rained.")
RULED, RESIGNED, RAINED = (
    make_merged(make_event(ARTICLE, 0, certainty=Certainty.INFERRED)),
    make_merged(make_event(ARTICLE, 1)),
    make_merged(make_event(ARTICLE, 2, None)),
)
EVENTS = (RULED, RESIGNED, RAINED)
JANUARY = Interval.of(2022, 1)


def edit(
    action: Action, event: str = RULED.id, text: str = "", *others: str, **more: object
) -> Edit:
    return Edit(action, event, text, others, locator="k.toml", line=3, **more)


def revised(*edits: Edit) -> Revised:
    return revise(EVENTS, edits)


def first(*edits: Edit) -> MergedEvent:
    found = revised(*edits)
    assert found.notes == ()
    assert found.events[1:3] == EVENTS[1:]
    return found.events[0]


def test_without_edits_nothing_changes() -> None:
    assert revised() == Revised(EVENTS, ())


@pytest.mark.parametrize("key", [RULED.id, RULED.id[:9], RULED.members[0].id, RULED.id[3:]])
def test_an_event_is_called_by_its_id_or_a_mention(key: str) -> None:
    assert first(edit(Action.CONFIRM, key)).review is Review.CONFIRMED


def test_a_date_stays_as_coarse_as_it_is_given() -> None:
    event = first(edit(Action.DATE, when=JANUARY))
    assert (event.when, event.certainty, event.review) == (
        JANUARY, Certainty.STATED, Review.EDITED,
    )  # fmt: skip
    assert [(a.edit.action, a.was) for a in event.edits] == [(Action.DATE, "2024-03-15")]
    assert (event.title, event.readings) == (RULED.title, RULED.readings)


def test_a_date_can_be_taken_away_and_given_to_what_has_none() -> None:
    found = revised(edit(Action.DATE), edit(Action.DATE, RAINED.id, when=FRIDAY))
    assert [event.when for event in found.events] == [None, FRIDAY, FRIDAY]
    assert [event.edits[0].was for event in (found.events[0], found.events[2])] == [
        "2024-03-15",
        "",
    ]


def test_a_title_keeps_what_it_was() -> None:
    event = first(edit(Action.TITLE, text="Court rules"))
    assert (event.title, event.review) == ("Court rules", Review.EDITED)
    assert event.edits[0].was == "The court ruled"


def test_notes_and_tags_are_no_review_and_add_up() -> None:
    event = first(
        edit(Action.NOTE, text="see p. 3"),
        edit(Action.TAGS, RULED.id, "", "court", "law"),
        edit(Action.NOTE, text="ask Ada"),
        edit(Action.NOTE, text="see p. 3"),
        edit(Action.TAGS, RULED.id, "", "law", "west"),
    )
    assert (event.note, event.tags) == ("see p. 3 / ask Ada", ("court", "law", "west"))
    assert event.review is Review.UNREVIEWED


@pytest.mark.parametrize(
    ("actions", "review"),
    [
        ((Action.CONFIRM,), Review.CONFIRMED),
        ((Action.CONFIRM, Action.TITLE), Review.EDITED),
        ((Action.MERGE,), Review.EDITED),
        ((Action.SPLIT,), Review.EDITED),
        ((Action.TITLE, Action.HIDE, Action.CONFIRM), Review.HIDDEN),
    ],
)
def test_what_stands_for_all_that_was_done(actions: tuple[Action, ...], review: Review) -> None:
    event = first(*(edit(action, text="x") for action in actions))
    assert event.review is review
    assert [applied.edit.action for applied in event.edits] == list(actions)


def test_both_parts_of_a_split_tell_of_it() -> None:
    found = revised(edit(Action.SPLIT, RULED.id, "", RAINED.members[0].id))
    assert [event.review for event in found.events] == [
        Review.EDITED, Review.UNREVIEWED, Review.EDITED,
    ]  # fmt: skip


def test_of_two_dates_the_later_holds() -> None:
    found = revised(edit(Action.DATE, when=FRIDAY), edit(Action.DATE, when=JANUARY))
    assert found.events[0].when == JANUARY
    assert [note.text for note in found.notes] == [
        f"`date`: `{RULED.id}` has another one on line 3, which holds"
    ]


def test_an_event_is_added_with_what_is_said_of_it() -> None:
    added = edit(Action.ADD, "ev-12345678", "Parliament rose", when=JANUARY, kind=DateKind.INSTANT)
    found = revised(added, edit(Action.NOTE, "ev-12345678", "see p. 3"))
    event = found.events[3]
    assert (event.id, event.title, event.when, event.note) == (
        "ev-12345678", "Parliament rose", JANUARY, "see p. 3",
    )  # fmt: skip
    assert (event.review, event.members, event.voices) == (Review.ADDED, (), 0)
    assert found.events[:3] == EVENTS


def test_an_event_that_is_added_twice_is_told_once() -> None:
    added = edit(Action.ADD, "ev-12345678", "Parliament rose", when=JANUARY)
    found = revised(added, added)
    assert len(found.events) == 4
    assert [note.code for note in found.notes] == ["edit-without-effect"]


def test_an_edit_whose_event_is_gone_is_told() -> None:
    found = revised(edit(Action.TITLE, "ev-0000", "x"), edit(Action.CONFIRM))
    assert [(n.code, n.text, n.line, n.is_problem) for n in found.notes] == [
        ("edit-without-event", "`title`: no event is called `ev-0000`", 3, True)
    ]
    assert found.events[0].review is Review.CONFIRMED
