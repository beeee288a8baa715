"""The chosen few: how many, of which days, and which of two lines that say the same."""

from __future__ import annotations

from itertools import permutations
from zlib import crc32

import pytest
from msgspec.structs import replace

from attacks import story
from kztimeline.model import Action, PartKind
from kztimeline.outputs.choice import Choice, choose
from kztimeline.outputs.publish import days_of
from kztimeline.outputs.records import DayEntry, Edit, Event, Part, Timeline

WHOLE = story()
TUESDAY, WEDNESDAY, FRIDAY = "2024-03-12", "2024-03-13", "2024-03-15"


def event(title: str, day: str, salience: float) -> Event:
    """An event of one day, made from the dockers' walk-out."""
    return replace(
        WHOLE.events[1],
        id=f"ev-{crc32(title.encode()):08x}",
        title=title,
        date=day,
        earliest=day,
        latest=day,
        edtf=day,
        display_date=day,
        precision="day",
        salience=salience,
        why=(Part(PartKind.CENTRAL, salience),),
        who=(),
        where=(),
        sources=(),
    )


STRIKE = event("Dockers walked out over pay", TUESDAY, 0.8)
AGAIN = event("Over their pay the dockers walked out", WEDNESDAY, 0.7)
SPEECH = event("The mayor spoke of a hard winter", TUESDAY, 0.6)
RAIN = event("Rain fell on the pickets", TUESDAY, 0.2)
TALKS = event("Talks began in the town hall", WEDNESDAY, 0.5)
DEAL = event("Both sides signed a contract", FRIDAY, 0.4)
WEIGHTS = {TUESDAY: 20.0, WEDNESDAY: 4.0, FRIDAY: 9.0}


def timeline(*events: Event) -> Timeline:
    ordered = tuple(sorted(events, key=lambda each: (each.date or "", each.title)))
    weighed = (DayEntry(day, weight, (), ()) for day, weight in WEIGHTS.items())
    return replace(WHOLE, events=ordered, days=days_of(ordered, weighed))


STORY = timeline(STRIKE, AGAIN, SPEECH, RAIN, TALKS, DEAL)


@pytest.mark.parametrize(
    ("choice", "kept"),
    [
        (Choice(top=1), {STRIKE}),
        (Choice(top=2), {STRIKE, DEAL}),
        (Choice(top=3), {STRIKE, DEAL, TALKS}),
        (Choice(top=4), {STRIKE, DEAL, TALKS, SPEECH}),
        (Choice(top=3, per_day=1), {STRIKE, DEAL, TALKS}),
        (Choice(days=1), {STRIKE, SPEECH, RAIN}),
        (Choice(days=2, per_day=1), {STRIKE, DEAL}),
        (Choice(per_day=1), {STRIKE, TALKS, DEAL}),
        (Choice(top=99), {STRIKE, SPEECH, RAIN, TALKS, DEAL}),
        (Choice(top=2, topic="the contract, and talks of it"), {TALKS, DEAL}),
        (Choice(top=2, topic="zeppelins"), set()),
    ],
)
def test_choice(choice: Choice, kept: set[Event]) -> None:
    """“Again” says what the stronger line of the day before says."""
    assert {each.title for each in choose(STORY, choice).events} == {each.title for each in kept}


def test_the_order_of_the_chronology_stays() -> None:
    chosen = choose(STORY, Choice(top=4)).events
    assert chosen == tuple(each for each in STORY.events if each in chosen)


def test_no_limit_is_the_whole() -> None:
    assert choose(STORY, Choice()) is STORY


def test_what_has_no_date_is_left_out() -> None:
    assert WHOLE.undated
    assert choose(WHOLE, Choice(top=3)).undated == ()


def test_what_was_asked_is_recorded_and_of_how_many() -> None:
    once = choose(STORY, Choice(top=4, topic="dockers, talks, winter, rain"))
    assert once.chosen is not None
    assert (once.chosen.top, once.chosen.per_day, once.chosen.events) == (4, None, 6)
    twice = choose(once, Choice(top=1))
    assert twice.chosen is not None
    assert twice.chosen.events == 6


def test_what_people_vouch_for_is_chosen_first() -> None:
    vouched = replace(RAIN, edits=(Edit(Action.CONFIRM, None, None, None, None),))
    told = timeline(STRIKE, SPEECH, vouched, TALKS)
    assert choose(told, Choice(top=1)).events == (vouched,)


def test_a_topic_adds_a_part_and_halves_the_rest() -> None:
    asked = choose(STORY, Choice(topic="a contract"))
    (deal,) = (each for each in asked.events if each.id == DEAL.id)
    assert deal.why == (Part(PartKind.CENTRAL, 0.2), Part(PartKind.TOPIC, 0.5))
    assert deal.salience == pytest.approx(0.7)
    (rain,) = (each for each in asked.events if each.id == RAIN.id)
    assert (rain.why, rain.salience) == ((Part(PartKind.CENTRAL, 0.1),), 0.1)
    assert asked.chosen is None


def test_an_event_of_another_story_takes_no_more_than_its_own_place() -> None:
    """One more heading of little weight: what was chosen before is chosen still."""
    other = event("A comet was seen over the bay", "2024-01-02", 0.3)
    for top in range(1, 5):
        before = {each.title for each in choose(STORY, Choice(top=top)).events}
        after = choose(timeline(*STORY.events, other), Choice(top=top)).events
        assert {each.title for each in after} - {other.title} <= before


def test_about_a_day_is_that_day() -> None:
    """“About noon” opens no heading of its own that would have the day's weight again."""
    about = replace(TALKS, date=FRIDAY, earliest=FRIDAY, latest=FRIDAY, display_date="about Friday")
    told = timeline(DEAL, about, STRIKE, SPEECH)
    assert {each.title for each in choose(told, Choice(days=1, per_day=9)).events} == {
        STRIKE.title, SPEECH.title,
    }  # fmt: skip
    assert len(choose(told, Choice(per_day=1)).events) == 2


def test_the_order_of_equal_events_alone_decides() -> None:
    twins = [event(f"Number {at} of the pickets was {at}", FRIDAY, 0.5) for at in range(3)]
    for shuffled in permutations(twins):
        told = replace(WHOLE, events=tuple(shuffled), days=())
        assert choose(told, Choice(top=1)).events == (shuffled[0],)
