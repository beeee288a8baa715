from __future__ import annotations

import json

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from attacks import ATTACKS, attacked, story
from kztimeline.outputs import write_diff
from kztimeline.outputs.changes import Diff, compare
from kztimeline.outputs.inert import inert
from kztimeline.outputs.look import Look
from kztimeline.outputs.records import Event, Timeline
from kztimeline.outputs.schema import schema_of

KINDS = (
    "added", "gone", "hidden", "moved", "disputed", "settled", "merged", "split", "changed",
    "figures",
)  # fmt: skip
WALKED, OPENS = 1, 4  # places of events in the story


def having(*events: Event, **changes: object) -> Timeline:
    return msgspec.structs.replace(story(), events=events, **changes)


def changed(number: int = WALKED, **changes: object) -> Timeline:
    """The story with one event told otherwise."""
    events = list(story().events)
    events[number] = msgspec.convert({**msgspec.to_builtins(events[number]), **changes}, Event)
    return having(*events)


def filled(diff: Diff) -> dict[str, int]:
    return {kind: len(getattr(diff, kind)) for kind in KINDS if getattr(diff, kind)}


def told(old: Timeline, new: Timeline, form: str = "lines") -> str:
    return "".join(write_diff(form, compare(old, new), Look()))


def test_a_timeline_does_not_differ_from_itself() -> None:
    assert (compare(story(), story()).is_empty, told(story(), story())) == (True, "")
    assert told(story(), story(), "terminal") == "Nothing differs.\n"


def test_what_came_and_what_went() -> None:
    less = having(*story().events[1:])
    assert filled(compare(less, story())) == {"added": 1}
    assert filled(compare(story(), less)) == {"gone": 1}
    line = "1998\tThe union was founded\tarticles/herald.txt:6\n"
    assert told(less, story()) == f"added\t\t{line}"
    assert told(story(), less) == f"gone\t{line.replace('1998', '1998' + chr(9), 1)}"


@pytest.mark.parametrize(
    ("fields", "kinds", "what"),
    [
        ({"edtf": "2024-03-11"}, {"moved": 1}, ("edtf",)),
        ({"edtf": None, "date": None}, {"moved": 1}, ("edtf",)),
        ({"time": "14:30"}, {"moved": 1}, ("time",)),
        ({"date_kind": "span"}, {"moved": 1}, ("date_kind",)),
        ({"status": "conflict"}, {"disputed": 1, "changed": 1}, ("status",)),
        ({"title": "Dockers strike"}, {"changed": 1}, ("title",)),
        ({"modality": "planned"}, {"changed": 1}, ("modality",)),
        ({"negated": True}, {"changed": 1}, ("negated",)),
        ({"certainty": "guessed"}, {"changed": 1}, ("certainty",)),
        ({"salience": 0.01, "display_date": "12/3"}, {}, ()),
    ],
)
def test_what_is_told_otherwise(
    fields: dict[str, object], kinds: dict[str, int], what: tuple[str, ...]
) -> None:
    diff = compare(story(), changed(**fields))
    assert filled(diff) == kinds
    for kind in kinds:
        (pair,) = getattr(diff, kind)
        assert pair.fields == what
    back = compare(changed(**fields), story())
    assert bool(back.settled) == ("disputed" in kinds)


def test_moved_and_disputed_at_once_is_in_both_lists() -> None:
    diff = compare(story(), changed(edtf="2024-03-11", status="conflict"))
    assert filled(diff) == {"moved": 1, "disputed": 1}


def test_an_event_is_known_by_its_passages_when_an_earlier_one_names_it() -> None:
    """An article that tells it earlier gives the event another id."""
    diff = compare(story(), changed(id="ev-00000000", edtf="2024-03-11"))
    assert filled(diff) == {"moved": 1}


def test_events_that_become_one_are_merged_and_the_other_way_round_split() -> None:
    events = story().events
    walked, joined = events[WALKED], events[2]
    sources = (*walked.sources, *joined.sources)
    one = msgspec.structs.replace(walked, sources=sources)
    together = having(events[0], one, *events[3:])
    diff = compare(story(), together)
    assert filled(diff) == {"merged": 1, "changed": 1}
    assert (diff.merged[0].old.title, diff.merged[0].new.id) == (joined.title, walked.id)
    assert filled(compare(together, story())) == {"split": 1, "changed": 1}
    assert "\tDockers in Westport walked out\t" in told(story(), together)
    assert f"{joined.title} → {walked.title}" in told(story(), together, "terminal")


def test_an_undated_event_that_is_dated_now_has_moved() -> None:
    (calm,) = story().undated
    dated = msgspec.structs.replace(calm, edtf="2024-03-14", date="2024-03-14")
    diff = compare(story(), having(*story().events, dated, undated=()))
    assert (filled(diff), diff.moved[0].old.edtf) == ({"moved": 1}, None)
    moved = told(story(), having(*story().events, dated, undated=()))
    assert moved.startswith("moved\t-\t2024-03-14\tThe mayor called for calm\t")


def test_figures_that_newly_differ() -> None:
    agreed = msgspec.to_builtins(story())
    agreed["figures"][0]["status"] = "agree"
    old = msgspec.convert(agreed, Timeline)
    diff = compare(old, story())
    assert [(f.about, f.old, f.new) for f in diff.figures] == [("strikers", "agree", "disagree")]
    assert told(old, story()) == "figure\tagree\tdisagree\tstrikers\t\n"
    assert "strikers" in told(old, story(), "terminal")
    assert compare(story(), old).is_empty
    assert compare(having(*story().events, figures=()), story()).figures[0].old is None


def test_the_screen() -> None:
    new = changed(edtf="2024-03-11", date="2024-03-11", display_date="Monday, 11 March 2024")
    events = [*new.events[:3], msgspec.structs.replace(new.events[OPENS], modality="happened")]
    assert told(story(), having(*events), "terminal") == (
        "Gone (1)\n"
        "  - Tuesday, 12 March 2024  Some 450 workers took part    articles/courier.txt:2\n"
        "\n"
        "Moved (1)\n"
        "  → Dockers in Westport walked out\n"
        f"{'Tuesday, 12 March 2024 → Monday, 11 March 2024':>80}\n"
        "\n"
        "Told otherwise, on the same date (1)\n"
        f"  ~ The port will reopen{'planned → happened':>56}\n"
    )


@given(st.permutations(range(5)), st.sets(st.integers(0, 4)))
def test_order_tells_nothing_and_each_event_has_one_place(order: list[int], left: set[int]) -> None:
    events = story().events
    diff = compare(story(), having(*(events[n] for n in order if n not in left)))
    assert filled(diff) == ({"gone": len(left)} if left else {})
    assert {state.id for state in diff.gone} == {events[number].id for number in left}


@pytest.mark.parametrize("words", ATTACKS.values(), ids=ATTACKS)
def test_words_act_nowhere(words: str) -> None:
    lines = told(having(), attacked(words)).splitlines()
    assert {line.count("\t") for line in lines} == {4}
    assert inert(words) in lines[0]
    screen = told(attacked(words), story(), "terminal")
    assert [c for c in screen if c != "\n" and inert(c) != c.strip()] == []


def test_json_fits_its_schema() -> None:
    diff = json.loads(told(story(), changed(edtf="2024-03-11"), "json"))
    Draft202012Validator(schema_of("diff")).validate(diff)
    assert (diff["schema"], diff["schema_version"]) == ("kztimeline.diff", "1.0")
    (pair,) = diff["moved"]
    assert [pair[side]["edtf"] for side in ("old", "new")] == ["2024-03-12", "2024-03-11"]
