"""What needs a human, and in which order."""

from __future__ import annotations

import msgspec
import pytest

from attacks import ATTACKS, attacked, edited_story, first_event, only, story
from kztimeline.outputs.doubts import BARELY, Doubt, doubt_row, doubtful, neighbours
from kztimeline.outputs.look import Look
from kztimeline.outputs.records import Event, Merge, Timeline, Warn
from kztimeline.outputs.review_screen import write_choices, write_doubtful, write_readings

NEEDED = 2.0


def kinds(event: Event, *warnings: Warn) -> list[tuple[Doubt, ...]]:
    timeline = msgspec.structs.replace(only(event), warnings=warnings)
    return [each.doubts for each in doubtful(timeline, NEEDED)]


def ambiguous(path: str, line: int, words: str) -> Warn:
    message = f"`{words}` is read as MDY, and could be DMY"
    return Warn("ambiguous-date", path, message, "", line, is_problem=True)


@pytest.mark.parametrize(
    ("changes", "doubts"),
    [
        ({}, []),
        ({"status": "conflict"}, [(Doubt.CONFLICT,)]),
        ({"certainty": "inferred"}, [(Doubt.INFERRED,)]),
        ({"certainty": "guessed", "status": "conflict"}, [(Doubt.CONFLICT, Doubt.INFERRED)]),
        ({"status": "conflict", "review": "confirmed"}, []),
        ({"status": "conflict", "review": "edited"}, []),
    ],
)
def test_what_is_in_doubt(changes: dict[str, object], doubts: list[tuple[Doubt, ...]]) -> None:
    assert kinds(first_event(**changes)) == doubts


@pytest.mark.parametrize(
    ("bits", "doubts"),
    [(NEEDED, [(Doubt.MERGE,)]), (NEEDED + BARELY - 0.1, [(Doubt.MERGE,)]), (NEEDED + BARELY, [])],
)
def test_a_merge_that_barely_held(bits: float, doubts: list[tuple[Doubt, ...]]) -> None:
    event = msgspec.structs.replace(first_event(), merge=Merge(bits, (), ()))
    assert kinds(event) == doubts


@pytest.mark.parametrize(
    ("warning", "doubts"),
    [
        (ambiguous("articles/herald.txt", 4, "Tuesday, 12 March"), [(Doubt.AMBIGUOUS,)]),
        (ambiguous("articles/herald.txt", 4, "05/03"), []),
        (ambiguous("articles/herald.txt", 5, "Tuesday, 12 March"), []),
        (ambiguous("articles/other.txt", 4, "Tuesday, 12 March"), []),
    ],
)
def test_a_date_that_can_be_read_in_two_ways(
    warning: Warn, doubts: list[tuple[Doubt, ...]]
) -> None:
    assert kinds(first_event(), warning) == doubts


def test_the_most_pressing_and_most_salient_come_first() -> None:
    loose = first_event(certainty="inferred", id="ev-1", salience=0.9)
    poor, rich = (
        first_event(status="conflict", id=name, salience=salience)
        for name, salience in (("ev-2", 0.1), ("ev-3", 0.8))
    )
    timeline = msgspec.structs.replace(story(), events=(loose, poor, rich))
    assert [each.event.id for each in doubtful(timeline, NEEDED)] == ["ev-3", "ev-2", "ev-1"]


def test_what_people_edited_is_not_asked_again() -> None:
    before = {each.event.id for each in doubtful(story(), NEEDED)}
    after = {each.event.id for each in doubtful(edited_story(), NEEDED)}
    assert (len(before), after) == (2, set())


def test_neighbours_are_of_the_same_days_the_likest_first() -> None:
    timeline = story()
    walked = timeline.events[1]
    near = neighbours(walked, timeline)
    assert {event.date for event in near} == {"2024-03-12"}
    assert walked not in near
    likest = msgspec.structs.replace(near[-1], title="Dockers walked out in Westport")
    events = (walked, *near[:-1], likest)
    assert neighbours(walked, msgspec.structs.replace(timeline, events=events))[0] == likest


@pytest.mark.parametrize("words", ATTACKS.values(), ids=ATTACKS)
def test_nothing_acts_on_the_screen(words: str) -> None:
    timeline: Timeline = attacked(words)
    shaky = [msgspec.structs.replace(event, review="unreviewed") for event in timeline.events]
    timeline = msgspec.structs.replace(timeline, events=tuple(shaky))
    for each in doubtful(timeline, 99.0):
        shown = [
            *write_doubtful(each, 1, timeline, Look()),
            *write_readings(each.event, Look()),
            *write_choices(neighbours(each.event, timeline), Look()),
            doubt_row(each).reasons[0],
        ]
        told = "".join(shown)
        assert not {c for c in told if not c.isprintable() and c != "\n"}
        assert max(map(len, told.splitlines())) <= 80 or doubt_row(each).reasons[0] in told
