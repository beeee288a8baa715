"""Paths as short as they can be without two looking alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from msgspec import Struct

from kztimeline.outputs.inert import inert
from kztimeline.outputs.records import Event, Source
from kztimeline.outputs.telling import places


class ShortNames(Struct, frozen=True):
    """The shortest telling end of every path.

    >>> ShortNames.of(["a/x/1.txt", "a/y/1.txt", "a/2.txt"]).short("a/x/1.txt")
    'x/1.txt'
    """

    names: Mapping[str, str]

    @classmethod
    def of(cls, paths: Iterable[str]) -> ShortNames:
        """Shorten all paths of a run together."""
        names: dict[str, str] = {}
        left = list(dict.fromkeys(paths))
        for depth in range(1, 1 + max((path.count("/") + 1 for path in left), default=0)):
            ends = {path: "/".join(path.split("/")[-depth:]) for path in left}
            count = Counter(ends.values())
            names.update({path: end for path, end in ends.items() if count[end] == 1})
            left = [path for path in left if path not in names]
        return cls({**names, **{path: path for path in left}})

    def short(self, path: str) -> str:
        """The short name; a path that is not of this run stays as it is."""
        return inert(self.names.get(path, path))

    def place(self, source: Source) -> str:
        """Where a source stands: `herald.txt:3`."""
        return f"{self.short(source.path)}:{source.line}"

    def told_in(self, event: Event) -> str:
        """`herald.txt:3 +2`; copies of one text are named so, since they bear nothing out."""
        if not event.sources:  # added by hand
            return places(event).rpartition("/")[2]
        others = event.source_count - 1
        more = f" +{others}" if others else ""
        if others and event.voice_count == 1:
            more += " copy" if others == 1 else " copies"
        elif 1 < event.voice_count < event.source_count:
            more += f" ({event.voice_count} voices)"
        return f"{self.place(event.sources[0])}{more}"
