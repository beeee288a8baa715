"""What people correct by hand, and what it was before."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from msgspec import Struct

from kztimeline.temporal.interval import DateKind, Interval


class Action(StrEnum):
    """What an edit does; each is a key of an `[[edit]]` in the edits file."""

    ADD = "add"
    MERGE = "merge"
    SPLIT = "split"
    DATE = "date"
    TITLE = "title"
    CONFIRM = "confirm"
    HIDE = "hide"
    NOTE = "note"
    TAGS = "tags"


class Review(StrEnum):
    """How far people have been over an event (the published `review`)."""

    UNREVIEWED = "unreviewed"
    CONFIRMED = "confirmed"
    EDITED = "edited"
    ADDED = "added"
    HIDDEN = "hidden"


class Edit(Struct, frozen=True):
    """One correction of one event.

    `event` is its id, that of any of its mentions, or the start of one; of an `ADD` the id it gets.
    `text` is the title or the note; `others` are the tags, the events to merge with, or the
    mentions to split off; `when` and `kind` are the date, `None` where it is not known. `locator`
    and `line` tell where the edit stands.
    """

    action: Action
    event: str
    text: str = ""
    others: tuple[str, ...] = ()
    when: Interval | None = None
    kind: DateKind = DateKind.INSTANT
    locator: str = ""
    line: int | None = None


class Applied(NamedTuple):
    """An edit that holds; `was` is what the program had: a title, a date as EDTF, `""` if none."""

    edit: Edit
    was: str = ""
