"""Words that would act on a page, a sheet or a terminal, put wherever an article can put words."""

from __future__ import annotations

import msgspec

from kztimeline.edits import revise
from kztimeline.model import Action, Edit, Merged, Settings
from kztimeline.outputs.parts import days_of, parts_of
from kztimeline.outputs.publish import publish
from kztimeline.outputs.records import Event, Timeline
from kztimeline.temporal import Interval
from kztimeline.timelines import assemble_timeline
from makers import make_story

ATTACKS = {
    "script": "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "entity": "&lt;img src=x onerror=alert(1)&gt; &amp;#60;b>",
    "markup": "[link=https://x.example]here[/link] [b](javascript:1) **b** `c`",
    "formula": '=HYPERLINK("https://x.example","here")',
    "formula in disguise": "\u200b\t=1+1",
    "plus": "+1+cmd|' /C calc'!A0",
    "at": "@SUM(1+1)*cmd|' /C calc'!A0",
    "escapes": "\x1b[31mred\x1b[0m \x1b]8;;http://x.example\x1b\\link\x1b]8;;\x1b\\ \x9b2J\x07",
    "overrides": "user\u202egnp.exe \u2066isolated\u2069",
    "long word": "x" * 10_000,
    "long word of wide letters": "Ә" * 10_000,
    "surrogate": "half \ud800 a pair \udcff",
    "controls": "a\0b\x01c\x85d\u2028e\x7f",
    "line ends": "END:VEVENT\r\nBEGIN:VALARM\r\nATTACH:x\nEND:VALARM",
    "parameters": 'a;b,c:d"e\\nf\\',
    "links": "see https://x.example/a, www.x.example or ftp://x and me@x.example",
    "quotes": '\'); DROP TABLE events; --""',
}
_TEXTS = {
    "title", "display_date", "exact", "prefix", "suffix", "path", "speaker", "cue", "text",
    "publisher", "author", "url", "about", "unit", "rule", "note", "value", "was",
}  # fmt: skip
_LISTS = {"who", "where", "tags"}


def attacked(words: str) -> Timeline:
    """A chronology whose every text is these words; only dates, numbers and codes are sound."""
    return msgspec.convert(_replaced(msgspec.to_builtins(edited_story()), words), Timeline)


def edited_story() -> Timeline:
    """The story with every edit there is: one event each, told, hidden or added."""
    whole = make_story().timeline
    founded, walked, joined, some, opens = (event.id for event in whole.events)
    place = {"locator": "articles/kztimeline.toml", "line": 3}
    edits = (
        Edit(Action.DATE, walked, when=Interval.of(2024, 3), **place),
        Edit(Action.TITLE, walked, "Dockers strike", **place),
        Edit(Action.NOTE, walked, "see p. 3", **place),
        Edit(Action.TAGS, walked, others=("strike", "port"), **place),
        Edit(Action.CONFIRM, joined, **place),
        Edit(Action.MERGE, opens, others=(walked,), **place),
        Edit(Action.SPLIT, founded, others=(whole.events[0].members[0].id,), **place),
        Edit(Action.HIDE, some, **place),
        Edit(Action.ADD, "ev-0add0add", "A vote", when=Interval.of(2024, 3, 20), **place),
    )
    events = revise((*whole.events, *whole.undated), edits).events
    merged = Merged(events, whole.figures, whole.days)
    return publish(assemble_timeline(merged, whole.accounts, whole.notes, Settings()), "9.9")


def story() -> Timeline:
    return publish(make_story().timeline, "9.9")


def first_event(**changes: object) -> Event:
    """The dockers' walk-out with other fields; bounds follow another date unless they are given."""
    date = changes.get("date")
    if isinstance(date, str):
        first, last = (day.isoformat() for day in days_of(parts_of(date)))
        changes = {"earliest": first, "latest": last, **changes}
    return msgspec.convert({**msgspec.to_builtins(story().events[1]), **changes}, Event)


def only(event: Event) -> Timeline:
    """The story with this event alone."""
    return msgspec.structs.replace(story(), events=(event,), undated=(), figures=())


def _replaced(part: object, words: str) -> object:
    if isinstance(part, dict):
        return {name: _new(name, value, words) for name, value in part.items()}
    return [_replaced(each, words) for each in part] if isinstance(part, list | tuple) else part


def _new(name: str, value: object, words: str) -> object:
    if name in _LISTS:
        return [words, f"{words}2"]
    is_text = name in _TEXTS and not isinstance(value, int | float)
    return words if is_text else _replaced(value, words)
