"""What people did to an event by hand, in words, and what the program had before."""

from __future__ import annotations

from kztimeline.model import Action, Review
from kztimeline.outputs.inert import inert
from kztimeline.outputs.records import Edit, Event
from kztimeline.outputs.wording import display_date
from kztimeline.temporal import from_edtf

_STANDING = {
    Review.CONFIRMED: "confirmed",
    Review.EDITED: "edited by hand",
    Review.ADDED: "added by hand",
    Review.HIDDEN: "hidden by hand",
}
_VOUCHING = (Action.CONFIRM, Action.DATE, Action.ADD)
_CHANGING = (Action.DATE, Action.TITLE, Action.MERGE, Action.SPLIT)
_WITH = (Action.MERGE, Action.SPLIT)
_IN_A_WORD = {
    Action.MERGE: "merged with",
    Action.SPLIT: "split off",
    Action.CONFIRM: "confirmed",
    Action.HIDE: "hidden",
    Action.ADD: "added",
}


def standing(event: Event) -> tuple[str, ...]:
    """How far people have been over it, in a word; none where nobody was."""
    return (_STANDING[event.review],) if event.review in _STANDING else ()


def is_vouched(event: Event) -> bool:
    """Whether somebody stands for its date: confirmed the event, dated it, or added it."""
    return any(edit.action in _VOUCHING for edit in event.edits)


def how_dated(event: Event) -> str:
    """How its date is known, in words: “date derived”, “date by hand”, “no date”."""
    if event.certainty is None:
        return "no date"
    is_by_hand = any(edit.action in {Action.DATE, Action.ADD} for edit in event.edits)
    return "date by hand" if is_by_hand else f"date {event.certainty}"


def doings(event: Event) -> tuple[str, ...]:
    """What was changed: “date was 2 January 2022”, “title was …”, “merged with …”."""
    return tuple(doing(edit) for edit in event.edits if edit.action in _CHANGING)


def remarks(event: Event) -> tuple[str, ...]:
    """What people noted: `note: …`, and the tags as `#tag`."""
    note = (f"note: {inert(event.note)}",) if event.note else ()
    tags = (" ".join(f"#{inert(tag)}" for tag in event.tags),) if event.tags else ()
    return (*note, *tags)


def was(event: Event, action: Action) -> str | None:
    """What the program had for the date (EDTF) or the title; `None` where it still stands."""
    return next((edit.was or "" for edit in event.edits if edit.action is action), None)


def place_of(edit: Edit) -> str:
    """Where an edit stands: `kztimeline.toml:12`; empty where it came from no file."""
    path = inert(edit.path or "")
    return f"{path}:{edit.line}" if path and edit.line else path


def doing(edit: Edit) -> str:
    """What one edit did; nothing of a note or tags, which speak for themselves."""
    if edit.action is Action.DATE:
        return f"date was {_in_words(edit.was)}"
    if edit.action is Action.TITLE:
        return f"title was “{inert(edit.was or '')}”"
    if edit.action in _WITH:
        return f"{_IN_A_WORD[edit.action]} {inert(edit.value or '')}"
    return _IN_A_WORD.get(edit.action, "")


def _in_words(edtf: str | None) -> str:
    """The date; one that somebody wrote into a saved file otherwise is shown as it stands."""
    if not edtf:
        return "not known"
    try:
        return display_date(*from_edtf(edtf))
    except ValueError:
        return inert(edtf)
