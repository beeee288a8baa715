"""How an event is told in one line: its date, what sort of thing it is, where it stands."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable

from kztimeline.model import Modality, Status
from kztimeline.outputs.by_hand import place_of, standing
from kztimeline.outputs.inert import inert
from kztimeline.outputs.records import Event, Source
from kztimeline.temporal import DateKind

FIRM = frozenset({"stated", "derived"})
_MODALITY = {
    Modality.HAPPENED: "",
    Modality.PLANNED: "planned",
    Modality.CLAIMED: "claimed",
    Modality.HYPOTHETICAL: "only supposed",
}


def date_column(event: Event) -> str:
    """The date in a column that sorts as text: a prefix, a span as `start/end`, else the EDTF.

    One of several days is `first..last` where no prefix names just those: a week, early March.
    """
    if event.date_kind is DateKind.ONE_OF and not event.date_end and (days := _one_of(event)):
        return days
    if event.date is None:
        return event.edtf or ""
    if event.date_end:
        return f"{event.date}/{event.date_end}"
    open_ended = event.earliest is None or event.latest is None
    return (event.edtf or event.date) if open_ended else event.date


def _one_of(event: Event) -> str:
    """The first and last of the days; empty where there are no two, or a prefix says as much."""
    first, last = event.earliest, event.latest
    if not (first and last) or first == last:
        return ""
    year, month = int(last[:4]), int(last[5:7])
    is_month = last.endswith(f"-{monthrange(year, month)[1]}") and first == f"{last[:7]}-01"
    is_year = (first, last) == (f"{last[:4]}-01-01", f"{last[:4]}-12-31")
    return "" if is_month or is_year else f"{first}..{last}"


def caveats(event: Event) -> tuple[str, ...]:
    """What a reader must know before repeating the event, in words: planned, claimed, disputed."""
    words = [_MODALITY[event.modality]]
    if event.modality is Modality.CLAIMED and (speaker := _speaker(event.sources)):
        words = [f"claimed by {speaker}"]
    if event.status is Status.CONFLICT:
        words.append("sources disagree")
    return tuple(word for word in words if word)


def caveats_in_words(event: Event) -> tuple[str, ...]:
    """The same and how the date is known, for formats that have no marks to show it."""
    loose = event.certainty is not None and event.certainty not in FIRM
    return (*caveats(event), *(("date inferred",) if loose else ()))


def asides(event: Event) -> tuple[str, ...]:
    """All that is said beside a title: caveats, how the date is known, what people made of it."""
    return (*caveats_in_words(event), *standing(event))


def _speaker(sources: Iterable[Source]) -> str | None:
    said = (source.attribution for source in sources if source.attribution)
    return next((inert(each.speaker) for each in said if each.speaker), None)


def place(source: Source) -> str:
    """Where a source stands: `path:line`."""
    return f"{inert(source.path)}:{source.line}"


def places(event: Event) -> str:
    """All its places, `path:line; path:line`, each once; of what was added by hand the edit's."""
    told = dict.fromkeys(place(source) for source in event.sources)
    return "; ".join(told or dict.fromkeys(filter(None, map(place_of, event.edits[:1]))))
