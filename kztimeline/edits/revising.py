"""Dates, titles, notes, tags, events added and hidden: merged events as people want them told."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from kztimeline.edits.register import Register, unfound
from kztimeline.model import (
    Action,
    Applied,
    Certainty,
    Edit,
    MergedEvent,
    Modality,
    Note,
    Part,
    PartKind,
    Review,
    Status,
)
from kztimeline.temporal import to_edtf

_MOST = 1.0  # of salience: whoever adds an event wants it told
_BETWEEN_NOTES = " / "
_ONLY_ONE = (Action.DATE, Action.TITLE)  # of two, the later one holds
_CHANGES = (Action.DATE, Action.TITLE, Action.MERGE, Action.SPLIT)


class Revised(Struct, frozen=True):
    """All events, those that are to be hidden among them, and what could not be followed."""

    events: Sequence[MergedEvent]
    notes: tuple[Note, ...]


def revise(events: Sequence[MergedEvent], edits: Sequence[Edit]) -> Revised:
    """The events with their edits, those added at the end; nothing depends on their order."""
    if not edits:
        return Revised(events, ())
    notes: list[Note] = []
    whole = [*events, *_added(edits, notes)]
    asked: dict[int, list[Edit]] = {}
    for edit, at in _addressed(whole, edits, notes):
        asked.setdefault(at, []).append(edit)
    revised = tuple(_revised(event, asked.get(at, ()), notes) for at, event in enumerate(whole))
    return Revised(revised, tuple(notes))


def _added(edits: Sequence[Edit], notes: list[Note]) -> list[MergedEvent]:
    made: dict[str, MergedEvent] = {}
    for edit in edits:
        if edit.action is Action.ADD and edit.event in made:
            text = f"`{edit.action}`: “{edit.text}” is added a second time"
            notes.append(_without_effect(edit, text, "take one of them out"))
        elif edit.action is Action.ADD:
            made[edit.event] = _event(edit)
    return list(made.values())


def _event(edit: Edit) -> MergedEvent:
    return MergedEvent(
        id=edit.event,
        members=(),
        title=edit.text,
        when=edit.when,
        kind=edit.kind,
        certainty=Certainty.STATED,
        modality=Modality.HAPPENED,
        negated=False,
        status=Status.SINGLE_SOURCE,
        readings=(),
        matches=(),
        article_count=0,
        voices=0,
        salience=_MOST,
        parts=(Part(PartKind.BY_HAND, _MOST),),
        review=Review.ADDED,
        edits=(Applied(edit),),
    )


def _addressed(
    events: Sequence[MergedEvent], edits: Sequence[Edit], notes: list[Note]
) -> list[tuple[Edit, int]]:
    """Each edit with the event, by number, that it is about; a split is about both its parts."""
    ids: list[str] = []
    home: list[int] = []
    heads: set[int] = set()
    for number, event in enumerate(events):
        heads.add(len(ids))
        names = (event.id, *(member.id for member in event.members))
        ids += names
        home += [number] * len(names)
    register, homes = Register(ids), dict(enumerate(home))
    told: list[tuple[Edit, int]] = []
    for edit in edits:
        if edit.action is Action.ADD:
            continue
        keys = (edit.event, *edit.others) if edit.action is Action.SPLIT else (edit.event,)
        meant = [register.events(key, homes, heads) for key in keys]
        if len(meant[0]) != 1:
            notes.append(unfound(edit, edit.event, len(meant[0])))
            continue
        told += [(edit, number) for number in dict.fromkeys(at for found in meant for at in found)]
    return told


def _revised(event: MergedEvent, edits: Sequence[Edit], notes: list[Note]) -> MergedEvent:
    """One event with its edits; of several dates or titles the last one holds."""
    holding = {edit.action: edit for edit in edits}
    applied: list[Applied] = []
    for edit in edits:
        if edit.action in _ONLY_ONE and holding[edit.action] is not edit:
            again = holding[edit.action]
            text = f"`{edit.action}`: `{edit.event}` has another one" + (
                f" on line {again.line}, which holds" if again.line else ", which holds"
            )
            notes.append(_without_effect(edit, text, "take one of them out"))
            continue
        applied.append(Applied(edit, _was(event, edit.action)))
    if not applied:
        return event
    return _with(event, holding, applied)


def _with(
    event: MergedEvent, holding: dict[Action, Edit], applied: Sequence[Applied]
) -> MergedEvent:
    title, date = holding.get(Action.TITLE), holding.get(Action.DATE)
    if date:
        event = replace(event, when=date.when, kind=date.kind, certainty=Certainty.STATED)
    said = [each.edit for each in applied]
    return replace(
        event,
        title=title.text if title else event.title,
        note=_BETWEEN_NOTES.join(
            dict.fromkeys(edit.text for edit in said if edit.action is Action.NOTE)
        ),
        tags=tuple(
            dict.fromkeys(tag for edit in said if edit.action is Action.TAGS for tag in edit.others)
        ),
        review=_review(event.review, holding),
        edits=(*event.edits, *applied),
    )


def _review(before: Review, holding: dict[Action, Edit]) -> Review:
    """What stands for all that was done: hiding, then adding, then changing, then confirming."""
    if Action.HIDE in holding:
        return Review.HIDDEN
    if before is Review.ADDED:
        return before
    if any(action in holding for action in _CHANGES):
        return Review.EDITED
    return Review.CONFIRMED if Action.CONFIRM in holding else before


def _was(event: MergedEvent, action: Action) -> str:
    if action is Action.TITLE:
        return event.title
    if action is Action.DATE and event.when is not None:
        return to_edtf(event.when, event.kind)
    return ""


def _without_effect(edit: Edit, text: str, hint: str) -> Note:
    return Note("edit-without-effect", text, edit.locator, edit.line, hint)
