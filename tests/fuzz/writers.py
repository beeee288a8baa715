"""Targets: what writes a chronology, and what reads a saved one again."""

from __future__ import annotations

import json
from functools import cache

from attacks import ATTACKS, story
from fuzz import laws
from fuzz.draw import Draw
from fuzz.readers import value
from fuzz.words import DATES, ODD, phrase
from kztimeline.cli.saved import paths_of, read_saved, with_paths
from kztimeline.model import InputError, OutputError
from kztimeline.outputs import FORMATS, Dress, write, write_diff
from kztimeline.outputs.as_json import write_json
from kztimeline.outputs.changes import compare
from kztimeline.outputs.filters import Wanted, select
from kztimeline.outputs.look import Look
from kztimeline.outputs.records import Timeline
from kztimeline.outputs.summary import summary

_DAYS = [
    "0001",
    "0001-01-01",
    "9999-12-31",
    "9999",
    "2024-02-29",
    "2024-02",
    "1900-01",
    "2024-03-12",
]
_EDTF = [
    "2024", "../2024-03-01", "2024-03-01/..", "[2024-03-01..2024-03-07]", "199X", "18XX", "2024~",
    "2024-03-12?", "0001-01-01", "9999-12-31/..", "", "x", "\u202e",
]  # fmt: skip
_NUMBERS = [0, 1, -1, 2**31, 2**53, 2**63, 0.1, -0.0, 1e300, 5e-324]


@cache
def _plain() -> str:
    return "".join(write_json(story()))


def exports(draw: Draw) -> None:
    """A chronology of the right shape with anything in its fields, in every format."""
    plain = json.loads(_plain())
    for _ in range(1 + draw.below(12)):
        _change(draw, plain, draw.one([_sound_value, _sound_value, _repeat]))
    try:
        timeline = read_saved(json.dumps(plain).encode(), "t.json")
    except InputError:
        return
    _written(draw, timeline)


def saved(draw: Draw) -> None:
    """JSON that was a timeline once: read, written and compared, or `InputError`."""
    plain = json.loads(_plain())
    for _ in range(1 + draw.below(6)):
        _change(draw, plain, draw.one([_any_value, _sound_value, _drop, _repeat]))
    text = json.dumps(plain, ensure_ascii=draw.chance(2))
    if draw.chance(4):
        at = draw.below(len(text) + 1)
        text = (
            text[:at]
            + draw.one(["", "[" * 9000, "1e999", "NaN", *ODD])
            + text[at + draw.below(9) :]
        )
    raw = text.encode(draw.one(["utf-8", "utf-16", "utf-32", "utf-8-sig"]), "surrogatepass")
    try:
        timeline = read_saved(raw, "t.json")
    except InputError:
        return
    timeline = with_paths(timeline, {path: f"../{path}" for path in paths_of(timeline)})
    _written(draw, timeline)
    for old, new in ((story(), timeline), (timeline, story()), (timeline, timeline)):
        diff = compare(old, new)
        for form in ("terminal", "lines", "json"):
            told = "".join(write_diff(form, diff, Look()))
            if form == "json":
                laws.validator("diff").validate(laws.whole(told))
        assert old is not new or diff.is_empty


def _written(draw: Draw, timeline: Timeline) -> None:
    wanted = Wanted(
        words=draw.one(["", "", "dock", "\u202e"]), since=draw.one([None, "2024-01-01"])
    )
    chosen = select(timeline, wanted)
    list(summary(chosen, ""))
    for each in [draw.one(FORMATS) for _ in range(2)]:
        dress = Dress(Look(width=draw.one([1, 40, 80, 300])), guard=True, bom=each.name == "csv")
        try:
            parts = list(write(each.name, chosen, dress))
        except OutputError:  # a number beyond what a database holds
            assert each.name == "sqlite"
            continue
        raw = b"".join(p if isinstance(p, bytes) else p.encode(errors="replace") for p in parts)
        laws.export_holds(each.name, raw, chosen)


def _change(draw: Draw, part: object, how: object) -> None:
    """Walk down to some field and change it."""
    while isinstance(part, dict | list) and part:
        key = draw.one(sorted(part)) if isinstance(part, dict) else draw.below(len(part))
        below = part[key]
        if not isinstance(below, dict | list) or not below or draw.chance(8):
            how(draw, part, key)
            return
        part = below


def _any_value(draw: Draw, part: dict | list, key: object) -> None:
    part[key] = value(draw)


def _drop(draw: Draw, part: dict | list, key: object) -> None:
    del part[key]


def _repeat(draw: Draw, part: dict | list, key: object) -> None:
    if isinstance(part, list):
        part.extend([part[key]] * draw.below(5))


def _sound_value(draw: Draw, part: dict | list, key: object) -> None:
    """One of the same type."""
    old = part[key]
    if isinstance(old, bool):
        part[key] = draw.chance(2)
    elif isinstance(old, int | float):
        number = draw.one(_NUMBERS)
        part[key] = int(number) if isinstance(old, int) and abs(number) < 1e20 else number
    elif key in {"date", "date_end", "earliest", "latest", "anchor"}:
        part[key] = draw.one([None, *_DAYS])
    elif key == "edtf":
        part[key] = draw.one(_EDTF)
    elif isinstance(old, str):
        part[key] = _words(draw)
    elif old is None:
        part[key] = draw.one([None, _words(draw), 0])


def _words(draw: Draw) -> str:
    return draw.one([
        "", "happened", "planned", "disagree", "span", "one-of", "century", "14:30", "stated",
        draw.one(list(ATTACKS.values())), draw.one(ODD), draw.one(DATES), phrase(draw),
    ])  # fmt: skip
