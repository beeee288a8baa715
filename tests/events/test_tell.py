"""Laws of telling: ids, order, places; and what is no event."""

from __future__ import annotations

import re

import pytest

from telling_makers import told

STORY = (
    "# Bridge falls in northern town\n"
    "The bridge fell on [Monday|2024-03-11]. Two lorries fell with it, the mayor said on "
    "[Tuesday|2024-03-12].\nThe bridge fell on [Monday|2024-03-11]."
)


def test_ids_are_mentions_unique_and_stable() -> None:
    ids = [event.id for event in told(STORY)]
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch(r"mn-[0-9a-f]{8}", id_) for id_ in ids)
    assert ids == [event.id for event in told(STORY)]


def test_order_counts_tellings() -> None:
    events = told(STORY)
    assert list(range(len(events))) == [event.order for event in events]
    assert sorted(event.span.start for event in events) == [event.span.start for event in events]


def test_terms_are_sorted_stems_of_content_words() -> None:
    (event,) = told("The army dismissed the generals on [Monday|2024-03-11].")
    assert event.terms == ("armi", "dismiss", "gener")


NO_EVENTS = [
    "Will the ferry sail again?",
    "The coast is beautiful.",
    "The strike could spread.",
    "# Analysis",
    "“We are ready. We need help.”",
    "A quiet town in the north.",
]


@pytest.mark.parametrize("text", NO_EVENTS)
def test_questions_states_and_labels_are_no_events(text: str) -> None:
    assert told(text) == ()


def test_he_at_the_head_is_nobody_whom_the_sentence_names_later() -> None:
    marked = (
        "Paul Berg praised the port on [Monday|2024-03-11]. He likened the strike to Eva Lind’s "
        "revolt in [2014|2014] that emptied the town."
    )
    assert [event.title for event in told(marked)][1:] == [
        "Paul Berg likened the strike to Eva Lind’s revolt in 2014",
        "Eva Lind’s revolt emptied the town",
    ]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("The ferry sank on [Monday|2024-03-11].", True),
        ("The ferry has sunk, the navy said on [Monday|2024-03-11].", True),
        ("Men flee the burning ferry on [Monday|2024-03-11].", False),
        ("The ferry lies off the cape since [Monday|2024-03-11].", False),
        ("The ferry will be raised on [Monday|2024-03-18].", False),
        ("The fire of [Monday|2024-03-11] killed nine.", True),
    ],
)
def test_what_a_verb_tells_as_done_is_past(marked: str, *, expected: bool) -> None:
    assert told(marked)[0].is_past is expected
