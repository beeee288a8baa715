"""Ids, or the start of one, to the events they mean."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterable, Mapping
from itertools import takewhile

from kztimeline.model import Edit, Note

_EVENT, _MENTION = "ev-", "mn-"
_BEYOND = "\U0010ffff"


class Register:
    """All ids of a chronology by how they begin; a place is where an id stood among them."""

    def __init__(self, ids: Iterable[str]) -> None:
        """Sort the ids once."""
        self._ids = sorted((_bare(name), at) for at, name in enumerate(ids))

    def places(self, key: str) -> list[int]:
        """Where the ids stand that are `key`, else those that begin with it."""
        bare = _bare(key)
        if not bare:
            return []
        first = bisect_left(self._ids, (bare, 0))
        last = bisect_left(self._ids, (bare + _BEYOND, 0))
        found = self._ids[first:last]
        whole = list(takewhile(lambda pair: pair[0] == bare, found))
        return [at for _, at in whole or found]

    def events(self, key: str, home: Mapping[int, int], heads: Container[int]) -> list[int]:
        """The events that `key` may mean: `home` has the event of each place.

        An event is called after its earliest-told mention, one of `heads`; a name that one had
        before an article was added still means it.
        """
        places = self.places(key)
        if key.startswith(_EVENT):
            places = [at for at in places if at in heads] or places
        return sorted({home[at] for at in places})


def _bare(name: str) -> str:
    return name.removeprefix(_EVENT).removeprefix(_MENTION)


def unfound(edit: Edit, key: str, found: int = 0) -> Note:
    """What to say of an id that means no event, or `found` of them."""
    if found:
        return Note(
            "edit-of-several",
            f"`{edit.action}`: `{key}` may mean {found} events",
            edit.locator,
            edit.line,
            "write more of the id",
        )
    return Note(
        "edit-without-event",
        f"`{edit.action}`: no event is called `{key}`",
        edit.locator,
        edit.line,
        "its article is not read, or was changed: name the event anew, or take the edit out",
    )
