"""Merging and splitting by hand: clusters of mentions to the clusters people want."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from kztimeline.edits.register import Register, unfound
from kztimeline.model import Action, Edit, Note


class Regrouped(Struct, frozen=True):
    """Clusters of places, each place in one, all ascending; places hidden; what holds; notes.

    `held` are all edits but those that could not be followed here.
    """

    clusters: tuple[tuple[int, ...], ...]
    hidden: frozenset[int]
    held: tuple[Edit, ...]
    notes: tuple[Note, ...]


def regroup(
    mentions: Sequence[str], clusters: Sequence[tuple[int, ...]], edits: Sequence[Edit]
) -> Regrouped:
    """Follow merges and splits in the order they are given.

    `mentions` are in order of telling, `clusters` hold places in it. A merge joins whole clusters,
    whatever else came into them; a split takes its mentions out, together, of the cluster that
    `edit.event` is in. One that asks for what is so already holds, too.
    """
    if not edits:
        return Regrouped(tuple(clusters), frozenset(), (), ())
    state = _Clusters(mentions, clusters)
    notes: list[Note] = []
    held: list[Edit] = []
    for edit in edits:
        follow = {Action.MERGE: state.merge, Action.SPLIT: state.split}.get(edit.action)
        troubles = list(follow(edit)) if follow else []
        notes += troubles
        if not troubles:
            held.append(edit)
    hides = (edit for edit in edits if edit.action is Action.HIDE)
    hidden = frozenset(at for edit in hides for at in state.members(edit.event))
    return Regrouped(state.clusters, hidden, tuple(held), tuple(notes))


class _Clusters:
    """Clusters while they are regrouped."""

    def __init__(self, mentions: Sequence[str], clusters: Sequence[tuple[int, ...]]) -> None:
        self._register = Register(mentions)
        self._members = {number: list(places) for number, places in enumerate(clusters)}
        self._home = {at: number for number, places in self._members.items() for at in places}
        self._heads = {min(places) for places in self._members.values()}

    @property
    def clusters(self) -> tuple[tuple[int, ...], ...]:
        return tuple(sorted(tuple(sorted(places)) for places in self._members.values()))

    def members(self, key: str) -> Sequence[int]:
        """The places of the one event that `key` means; none where it means none or several."""
        found = self._found(key)
        return self._members[found[0]] if len(found) == 1 else ()

    def merge(self, edit: Edit) -> Iterator[Note]:
        """Join all clusters that are named; troubles with any leave all as they are."""
        found = {key: self._found(key) for key in (edit.event, *edit.others)}
        troubles = [unfound(edit, key, len(of)) for key, of in found.items() if len(of) != 1]
        yield from troubles
        if not troubles:
            kept, *others = dict.fromkeys(of[0] for of in found.values())
            for number in others:
                self._put(self._members[kept] + self._members.pop(number), kept)

    def split(self, edit: Edit) -> Iterator[Note]:
        """Take the mentions that are named out of the event into one of their own."""
        found = self._found(edit.event)
        if len(found) != 1:
            yield unfound(edit, edit.event, len(found))
            return
        named = {key: self._register.places(key) for key in edit.others}
        troubles = [unfound(edit, key, len(of)) for key, of in named.items() if len(of) != 1]
        yield from troubles
        before = self._members[found[0]]
        out = [at for at in before if [at] in named.values()]
        if not troubles and len(out) == len(before):
            yield _whole(edit)
        elif not troubles and out:
            self._put([at for at in before if at not in out], found[0])
            self._put(out, max(self._members) + 1)

    def _found(self, key: str) -> list[int]:
        return self._register.events(key, self._home, self._heads)

    def _put(self, places: list[int], number: int) -> None:
        self._members[number] = places
        self._home.update(dict.fromkeys(places, number))
        self._heads.difference_update(places)
        self._heads.add(min(places))


def _whole(edit: Edit) -> Note:
    return Note(
        "edit-without-effect",
        f"`{edit.action}`: nothing is left of `{edit.event}` without the passages named",
        edit.locator,
        edit.line,
        "leave those out that are to stay together",
    )
