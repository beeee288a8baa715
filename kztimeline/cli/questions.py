"""What a decision asks for: a date, a title, passages, other events."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from kztimeline.cli.dialogue import Dialogue
from kztimeline.outputs.doubts import neighbours
from kztimeline.outputs.finding import find_events
from kztimeline.outputs.inert import inert
from kztimeline.outputs.records import Event, Timeline
from kztimeline.outputs.review_screen import write_choices, write_readings
from kztimeline.temporal import from_edtf

_DATES = "2022, 2022-01, 2022-01-05, 2022-01-05~, 2022-01-05/2022-01-19 or unknown"
_UNKNOWN = "unknown"


def _confirm(talk: Dialogue, event: Event, timeline: Timeline) -> Mapping[str, object]:
    del talk, event, timeline
    return {"confirm": True}


def _hide(talk: Dialogue, event: Event, timeline: Timeline) -> Mapping[str, object]:
    del talk, event, timeline
    return {"hide": True}


def _date(talk: Dialogue, event: Event, timeline: Timeline) -> Mapping[str, object]:
    """A date as it may stand in the file, or the number of one that sources give."""
    del timeline
    talk.show(write_readings(event, talk.look))
    answer = talk.ask("date (a number takes one above) > ")
    if not answer:
        return {}
    if answer.isdecimal() and 1 <= int(answer) <= len(event.readings):
        return {"date": event.readings[int(answer) - 1].edtf}
    try:
        if answer != _UNKNOWN:
            from_edtf(answer)
    except ValueError as error:
        talk.say(f"{error}; write {_DATES}")
        return {}
    return {"date": answer}


def _title(talk: Dialogue, event: Event, timeline: Timeline) -> Mapping[str, object]:
    del event, timeline
    answer = talk.ask("title > ")
    return {"title": answer} if answer else {}


def _note(talk: Dialogue, event: Event, timeline: Timeline) -> Mapping[str, object]:
    del event, timeline
    answer = talk.ask("note > ")
    return {"note": answer} if answer else {}


def _tags(talk: Dialogue, event: Event, timeline: Timeline) -> Mapping[str, object]:
    del event, timeline
    answer = talk.ask("tags, with commas between > ")
    tags = [tag.strip() for tag in (answer or "").split(",") if tag.strip()]
    return {"tags": tags} if tags else {}


def _split(talk: Dialogue, event: Event, timeline: Timeline) -> Mapping[str, object]:
    """The passages, by number, that tell of another event."""
    del timeline
    count = len(event.sources)
    if count < 2:  # noqa: PLR2004  two parts
        talk.say("only one passage tells it")
        return {}
    answer = talk.ask(f"passages that tell of another event (1 to {count}) > ")
    if not answer:
        return {}
    chosen = _numbers(answer, count)
    if not chosen or len(chosen) == count:
        talk.say(f"name some of 1 to {count}, not all")
        return {}
    return {"split": [event.sources[number - 1].mention for number in chosen]}


def _merge(talk: Dialogue, event: Event, timeline: Timeline) -> Mapping[str, object]:
    """Other events, by number or id, that are the same happening."""
    near = neighbours(event, timeline)
    talk.show(write_choices(near, talk.look))
    answer = talk.ask("the same as (numbers, or ids) > ")
    if not answer:
        return {}
    if chosen := _numbers(answer, len(near)):
        return {"merge": [near[number - 1].id for number in chosen]}
    found = [find_events(timeline, key) for key in re.split(r"[\s,]+", answer)]
    if any(len(each) != 1 or each[0].id == event.id for each in found):
        talk.say(f"`{inert(answer)}` names no other event, or several")
        return {}
    return {"merge": [each[0].id for each in found]}


def _numbers(answer: str, count: int) -> list[int]:
    """The numbers from 1 to `count` in an answer; none where it holds anything else."""
    words = re.split(r"[\s,]+", answer.strip(", "))
    numbers = [int(word) for word in words if word.isdecimal()]
    is_sound = len(numbers) == len(words) and all(1 <= number <= count for number in numbers)
    return list(dict.fromkeys(numbers)) if is_sound else []


# By key: what is asked; it gives what the edit then says, nothing where it is left at that.
QUESTIONS: Mapping[str, Callable[[Dialogue, Event, Timeline], Mapping[str, object]]] = {
    key: asks
    for word, letter, asks in (
        ("confirm", "c", _confirm),
        ("hide", "h", _hide),
        ("date", "d", _date),
        ("title", "t", _title),
        ("split", "s", _split),
        ("merge", "m", _merge),
        ("note", "n", _note),
        ("tag", "g", _tags),
    )
    for key in (word, letter)
}
