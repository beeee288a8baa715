"""Target: the edits file, as people and programs get it wrong, over a story that is there."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from attacks import ATTACKS
from fuzz import laws
from fuzz.draw import Draw
from fuzz.readers import folder
from fuzz.words import DATES, ODD, SAMPLES, phrase
from kztimeline import IntakeRequest, Settings, open_intake
from kztimeline.model import Action, Edit, InputError
from kztimeline.outputs import FORMATS, Dress, write
from kztimeline.outputs.look import Look
from kztimeline.outputs.publish import publish
from kztimeline.pipeline import Story, edit_story, link_story
from kztimeline.sources import read_edits

_KEYS = [
    "event",
    "merge",
    "split",
    "date",
    "title",
    "confirm",
    "hide",
    "note",
    "tags",
    "add",
    "dat",
]
_EDTF = ["2022", "2022-01", "2022-01-05", "2022-01-05~", "2022-01-05/2022-01-19", "2022-01-19/2022-01-05",
         "../2022", "2022/..", "[2022-01-01..2022-01-07]", "[2022-01-01,2022-02-01]", "199X", "18XX", "0000",
         "9999-12-31", "9999-12-31/..", "-0044", "2022-02-30", "2022-01-05?", "2022-01-05%", "unknown", "../..",
         "2022-21", "2022-W01", "2022-01-05T10:00", "Y99999", "", "/", "[]", "99999999999"]  # fmt: skip


@cache
def story() -> Story:
    documents = open_intake(IntakeRequest((str(SAMPLES / "brannay-ferry"),)))
    return link_story(documents, Settings())


@cache
def ids() -> tuple[str, ...]:
    return tuple(_names())


def edits(draw: Draw) -> None:
    """TOML of any kind: edits that are made, or noted, or one `InputError`."""
    path = folder() / "kztimeline.toml"
    path.write_bytes(toml(draw).encode("utf-8", "replace"))
    try:
        read = read_edits(path)
    except InputError:
        return
    timeline = edit_story(story(), read.edits)
    said = {note.line for note in timeline.notes} | {  # what is hidden is nowhere to be seen
        edit.line for edit in read.edits if _event_of(edit) in _hidden(read.edits)
    }
    done = {each.edit.line for event in timeline.events for each in event.edits}
    done |= {each.edit.line for event in timeline.undated for each in event.edits}
    assert {edit.line for edit in read.edits} <= said | done, "an edit went unsaid"
    published = publish(timeline, "9.9")
    laws.published_holds(published, {a.article.id: a.article.text for a in timeline.accounts})
    form = draw.one(FORMATS).name
    parts = write(form, published, Dress(Look(), guard=True))
    laws.export_holds(
        form, b"".join(p if isinstance(p, bytes) else p.encode() for p in parts), published
    )


def _hidden(made: Sequence[Edit]) -> set[str]:
    return {_event_of(edit) for edit in made if edit.action is Action.HIDE}


def _event_of(edit: Edit) -> str:
    """The event that an edit speaks of, by whichever of its names."""
    return _names().get(edit.event, edit.event)


@cache
def _names() -> dict[str, str]:
    clusters = edit_story(story(), ()).events
    return {name: e.id for e in clusters for name in (e.id, *(m.id for m in e.members))}


def toml(draw: Draw) -> str:
    entries = []
    for _ in range(1 + draw.below(6)):
        keys = (
            ["event", *draw.some(lambda: draw.one(_KEYS), 3)] if draw.below(4) else ["add", "date"]
        )
        lines = [f"{key} = {_value(draw, key)}" for key in dict.fromkeys(keys)]
        entries.append(
            "\n".join(
                [draw.one(["[[edit]]", "[[edit]]", "[[edit]]", "[edit]", "[[ 'edit' ]]"]), *lines]
            )
        )
    text = "\n".join(entries)
    if draw.chance(5):
        at = draw.below(len(text) + 1)
        text = text[:at] + draw.one([*ODD, "[" * 3000, "a." * 3000, '"""', "'''", "{"]) + text[at:]
    return text


def _value(draw: Draw, key: str) -> str:
    if draw.chance(8):
        return draw.one(["1", "-1", "1e400", "nan", "inf", "[]", "{}", "true", "2022-01-05", "10:00:00",
                         "2022-01-05T10:00:00Z", "[[[]]]", "{a = {b = 1}}", "0x" + "f" * 4000, '""', "9" * 5000])  # fmt: skip
    if key in {"event", "merge", "split"}:
        names = [quoted(_id(draw)) for _ in range(1 + draw.below(4))]
        return f"[{', '.join(names)}]" if key != "event" and draw.chance(2) else names[0]
    if key in {"confirm", "hide"}:
        return draw.one(["true", "true", "false", '"true"'])
    if key == "date":
        return quoted(draw.one(_EDTF) if draw.below(3) else draw.one(DATES))
    if key == "tags":
        return f"[{quoted(_words(draw))}, {quoted(_words(draw))}]"
    return quoted(_words(draw))


def _id(draw: Draw) -> str:
    known = draw.one(ids())
    return draw.one(
        [known, known, known, known[: 4 + draw.below(5)], "ev-", "ev-00000000", "mn-", phrase(draw)]
    )


def _words(draw: Draw) -> str:
    return draw.one([phrase(draw), draw.one(list(ATTACKS.values())), "So", " ", draw.one(ODD)])


def quoted(words: str) -> str:
    escaped = "".join(
        each if each.isprintable() and each not in '"\\' else f"\\U{ord(each):08X}"
        for each in words
    )
    return f'"{escaped}"'
