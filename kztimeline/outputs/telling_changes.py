"""What differs between two timelines, on a screen, a line each, or as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

import msgspec
from rich.text import Text

from kztimeline.outputs.changes import Diff, FigureChange, Pair, State
from kztimeline.outputs.inert import inert
from kztimeline.outputs.look import Look, row
from kztimeline.outputs.summary import count

# list, heading, mark, its style
_GROUPS = (
    ("added", "Added", "+", "green"),
    ("gone", "Gone", "-", "red"),
    ("hidden", "Hidden by hand", "-", "red"),
    ("moved", "Moved", "→", "yellow"),
    ("disputed", "Newly disputed", "≠", "bold red"),
    ("settled", "No longer disputed", "=", "green"),
    ("merged", "Merged into another", "→", "yellow"),
    ("split", "Split from another", "→", "yellow"),
    ("changed", "Told otherwise, on the same date", "~", "cyan"),
)
_FIGURES = "Figures on which sources newly differ"
_NOTHING = "Nothing differs."
_JOINED = ("merged", "split")


def write_changes(name: str, diff: Diff, look: Look) -> Iterator[str]:
    """In the format of this name: `terminal`, `lines` or `json`."""
    if name == "json":
        return iter([msgspec.json.format(msgspec.json.encode(diff), indent=1).decode() + "\n"])
    return _lines(diff) if name == "lines" else look.lines(_screen(diff, look))


def _lines(diff: Diff) -> Iterator[str]:
    """`kind<TAB>old date<TAB>new date<TAB>title<TAB>path:line; …`."""
    for kind, *_ in _GROUPS:
        for each in getattr(diff, kind):
            told = each.new if isinstance(each, Pair) else each
            old, new = _columns(kind, each)
            cells = (kind, old, new, told.title, "; ".join(told.places))
            yield "\t".join(map(inert, cells)) + "\n"
    for figure in diff.figures:
        cells = ("figure", figure.old or "", figure.new, _about(figure), "")
        yield "\t".join(map(inert, cells)) + "\n"


def _screen(diff: Diff, look: Look) -> Iterator[Text]:
    blocks = [*_blocks(diff, look)] or [[look.text(_NOTHING)]]
    for number, block in enumerate(blocks):
        if number:
            yield Text()
        yield from block


def _blocks(diff: Diff, look: Look) -> Iterator[list[Text]]:
    for kind, heading, sign, style in _GROUPS:
        found = getattr(diff, kind)
        if found:
            mark = look.text(sign, style)
            told = chain.from_iterable(_event(kind, each, mark, look) for each in found)
            yield [look.text(f"{heading} ({len(found):,})", "bold"), *told]
    if diff.figures:
        mark = look.text("≠", "bold red")
        rows = (
            row(look, mark, look.text(_about(each)), look.text(_turn(each.old, each.new)))
            for each in diff.figures
        )
        yield [look.text(f"{_FIGURES} ({len(diff.figures):,})", "bold"), *chain(*rows)]


def _event(kind: str, each: State | Pair, mark: Text, look: Look) -> list[Text]:
    if isinstance(each, State):
        words = Text.assemble(look.text(f"{_date(each)}  ", "bold"), look.text(inert(each.title)))
        return row(look, mark, words, look.text(_place(each), "dim"))
    if kind in _JOINED:
        words = look.text(f"{inert(each.old.title)} → {inert(each.new.title)}")
        return row(look, mark, words, look.text(_place(each.new), "dim"))
    return row(look, mark, look.text(inert(each.new.title)), look.text(_what(kind, each), "dim"))


def _what(kind: str, pair: Pair) -> str:
    """What is otherwise: the date, or the words that differ."""
    old, new = pair.old, pair.new
    if kind == "moved":
        return _turn(_date(old), _date(new))
    if kind != "changed":
        return _date(new)
    said = [
        _turn(getattr(old, name), getattr(new, name))
        for name in ("modality", "status", "certainty")
        if name in pair.fields
    ]
    said += [f"was “{inert(old.title)}”"] if "title" in pair.fields else []
    said += ["denied or no longer"] if "negated" in pair.fields else []
    said += [f"other {name}" for name in ("tags", "note", "review") if name in pair.fields]
    if "sources" in pair.fields:
        said.append(_passages(len(old.places), len(new.places)))
    return ", ".join(said)


def _passages(old: int, new: int) -> str:
    return "other passages" if old == new else f"{old} → {count(new, 'passage')}"


def _turn(old: str | None, new: str | None) -> str:
    return f"{old or 'not known'} → {new or 'not known'}" if old else f"{new or 'not known'}"


def _date(state: State) -> str:
    words = inert(state.display_date or "date not known")
    return f"{words}, {inert(state.time)}" if state.time else words


def _place(state: State) -> str:
    more = f" +{len(state.places) - 1}" if len(state.places) > 1 else ""
    return f"{inert(state.places[0])}{more}" if state.places else ""


def _about(figure: FigureChange) -> str:
    return inert(figure.about or figure.unit)


def _columns(kind: str, each: State | Pair) -> tuple[str, str]:
    if isinstance(each, Pair):
        return _column(each.old), _column(each.new)
    return ("", _column(each)) if kind == "added" else (_column(each), "")


def _column(state: State) -> str:
    """EDTF and the clock, which EDTF leaves out."""
    return f"{state.edtf or '-'} {state.time}" if state.time else state.edtf or "-"
