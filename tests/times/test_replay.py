"""Every derivation can be taken again from its grounds; one that was tampered with cannot."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from article_makers import FRIDAY, anchored, article_of
from kztimeline.languages import load_language
from kztimeline.model import DateOrder, Reason, ResolvedTime, Step
from kztimeline.temporal import Interval
from kztimeline.times import replays, resolve_times
from kztimeline.timexes import find_timexes

PHRASES = [
    "on Monday", "on Tuesday night", "on 5 May", "on March 12", "on Tuesday, March 12", "in May",
    "in early January", "on 5 May 2019", "in 2019", "last Friday", "next week", "this month",
    "yesterday", "two weeks ago", "a day earlier", "two days later", "the next morning",
    "that week", "at 5 p.m.", "on Monday at 5 p.m.", "by evening", "on the night of 5/6 January",
    "from 3 to 7 June", "on 8-10 March", "since 1992-1995", "in the third quarter of 2022",
    "in the summer", "in the late 1990s", "in the 19th century", "around 1850", "on the 4th",
    "over the weekend", "for ten days", "on 31 February", "on 02/28/2024", "a year ago today",
    "on Christmas Eve", "in the autumn", "the following spring", "by midnight",
    "at dawn on 11 March",
    "on the first Monday in May", "on the last day of the month", "by the end of the month",
    "on 5 March, a Tuesday", "from 14 May 1876 to 2 March 1877", "on New Year's Day 1941",
    "on the 5th", "in June of the following year", "on Tuesday week", "in the winter of 1962-63",
]  # fmt: skip
VERBS = ["it broke", "it will break", "a break"]
clauses = st.tuples(st.sampled_from(VERBS), st.sampled_from(PHRASES)).map(" ".join)
texts = st.lists(
    st.tuples(clauses, st.sampled_from([". ", "; ", ".\n"])).map("".join), min_size=1, max_size=6
).map(lambda parts: "".join(part[0].upper() + part[1:] for part in parts))
days = st.dates(date(1900, 1, 1), date(2100, 12, 31)).map(Interval.on)
coarse = st.builds(Interval.of, st.integers(1900, 2100), st.integers(1, 12) | st.none())
anchors = st.one_of(st.none(), days, coarse)


def placed(text: str, anchor: Interval | None = FRIDAY) -> list[ResolvedTime]:
    article = article_of(text)
    expressions = find_timexes(article, load_language("en"))
    times = resolve_times(article, expressions, anchored(article, anchor), DateOrder.MDY)
    return [time for time in times if isinstance(time, ResolvedTime)]


def grounds(times: list[ResolvedTime], anchor: Interval | None) -> list[Interval]:
    return [*([anchor] if anchor else []), *(time.interval for time in times)]


@given(texts, anchors)
def test_every_derivation_replays_from_what_came_before(text: str, anchor: Interval | None) -> None:
    times = placed(text, anchor)

    for at, time in enumerate(times):
        assert replays(time, grounds(times[:at], anchor)), time


@given(texts, anchors)
def test_a_step_that_was_changed_does_not_replay(text: str, anchor: Interval | None) -> None:
    times = placed(text, anchor)
    assume(times)
    time = times[-1]
    wrong = Interval.of(1066, 10, 14)
    tampered = time.steps[-1]._replace(outcome=wrong)

    assert not replays(
        time._replace(steps=(*time.steps[:-1], tampered), interval=wrong),
        grounds(times[:-1], anchor),
    )


def tuesday() -> ResolvedTime:
    (time,) = placed("It broke on Tuesday night.")
    return time


def test_the_sound_derivation_replays() -> None:
    assert [step.operator for step in tuesday().steps] == ["latest", "part"]
    assert replays(tuesday(), [FRIDAY])


@pytest.mark.parametrize(
    ("time", "given_intervals"),
    [
        pytest.param(tuesday(), [], id="no anchor"),
        pytest.param(tuesday(), [Interval.of(2024, 3, 14)], id="another anchor"),
        pytest.param(tuesday()._replace(steps=()), [FRIDAY], id="no steps"),
        pytest.param(tuesday()._replace(steps=tuesday().steps[:1]), [FRIDAY], id="last step gone"),
        pytest.param(tuesday()._replace(steps=tuesday().steps[1:]), [FRIDAY], id="first step gone"),
        pytest.param(tuesday()._replace(steps=tuesday().steps[::-1]), [FRIDAY], id="turned round"),
        pytest.param(tuesday()._replace(interval=FRIDAY), [FRIDAY], id="another interval"),
        pytest.param(
            tuesday()._replace(
                steps=(
                    tuesday().steps[0]._replace(inputs=("weekday", 2, 0, FRIDAY)),
                    tuesday().steps[1],
                ),
            ),
            [FRIDAY],
            id="another weekday",
        ),
        pytest.param(
            tuesday()._replace(
                steps=(tuesday().steps[0]._replace(operator="following"), tuesday().steps[1]),
            ),
            [FRIDAY],
            id="another operator",
        ),
    ],
)
def test_a_tampered_derivation_does_not_replay(
    time: ResolvedTime, given_intervals: list[Interval]
) -> None:
    assert replays(time, given_intervals) is False


def test_a_step_without_an_interval_grounds_nothing() -> None:
    """A step may yield a number; it holds only if its operator yields it again, which none does."""
    (step, *rest) = tuesday().steps
    number = step._replace(outcome=3)

    assert not replays(tuesday()._replace(steps=(number, *rest)), [FRIDAY])


def test_a_step_that_led_nowhere_grounds_nothing_and_spoils_nothing() -> None:
    nowhere = Step("date", (2023, 2, 29), None, Reason.STATED_IN_WORDS)

    assert replays(tuesday()._replace(steps=(nowhere, *tuesday().steps)), [FRIDAY])
    assert not replays(tuesday()._replace(steps=(*tuesday().steps, nowhere)), [FRIDAY])


@given(texts, anchors)
def test_placing_twice_gives_the_same(text: str, anchor: Interval | None) -> None:
    assert placed(text, anchor) == placed(text, anchor)


@given(st.text(max_size=60), anchors)
def test_any_text_can_be_placed(text: str, anchor: Interval | None) -> None:
    assert all(time.value for time in placed(text, anchor))
