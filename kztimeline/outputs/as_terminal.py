"""The terminal timeline: days as headings, an event a line, its sources at the right."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from rich.text import Text

from kztimeline.model import Status
from kztimeline.outputs.by_hand import doings, remarks, standing
from kztimeline.outputs.days import heading, headings, moment
from kztimeline.outputs.figures import figure_rows
from kztimeline.outputs.inert import inert
from kztimeline.outputs.lead import (
    BACKGROUND_LEAD,
    LEAD_PER_HEADING,
    Told,
    lead,
    split_background,
)
from kztimeline.outputs.look import HELD, Look, hanging, row
from kztimeline.outputs.marks import MEANINGS, Mark, mark_of
from kztimeline.outputs.records import Event, Timeline
from kztimeline.outputs.short_names import ShortNames
from kztimeline.outputs.summary import count, count_events
from kztimeline.outputs.telling import caveats

# mark, its style, what the legend says
_SIGNS = {
    Mark.FIRM: ("●", "green", MEANINGS[Mark.FIRM]),
    Mark.VOUCHED: ("✓", "green", MEANINGS[Mark.VOUCHED]),
    Mark.LOOSE: ("○", "yellow", MEANINGS[Mark.LOOSE]),
    Mark.PLAN: ("◇", "cyan", MEANINGS[Mark.PLAN]),
    Mark.DISPUTED: ("≠", "bold red", MEANINGS[Mark.DISPUTED]),
    Mark.DATELESS: ("·", "dim", ""),  # stands under a heading that says so
}
_TOLD = tuple(sign for mark, sign in _SIGNS.items() if mark is not Mark.DATELESS)
_INDENT = 2
_DATE_CELLS = 18  # “16 December 1986” and a little
_WEEKDAY = re.compile(r"^\w+day,? (?=\d)")
_NAME_DAYS = (
    "Nothing says on which day these statements fall: name the day of the articles with "
    "--anchor 2022-01-11, or of each in a table with --manifest FILE."
)
_NOTHING_SAID = "The articles state no dates, or --since, --until, --grep and the like left none."


def write_terminal(timeline: Timeline, look: Look) -> Iterator[str]:
    """The whole screen, line by line."""
    page = _Page(timeline, look)
    return look.lines(page.rows())


class _Page:
    """One timeline on one screen; remembers which marks were used, for the legend."""

    def __init__(self, timeline: Timeline, look: Look) -> None:
        self.timeline = timeline
        self.look = look
        self.names = ShortNames.of(article.path for article in timeline.articles)
        self.used: set[tuple[str, str, str]] = set()
        self.has_told_how = False
        self.is_open = look.everything or timeline.chosen is not None

    def rows(self) -> Iterator[Text]:
        """Background, days, undated, figures, legend."""
        blocks = (
            self._emptiness,
            self._background,
            self._story,
            self._undated,
            self._choice,
            self._figures,
            self._legend,
        )
        is_first = True
        for block in chain.from_iterable(make() for make in blocks):
            if not is_first:
                yield Text()
            is_first = False
            yield from block

    def _background(self) -> Iterator[list[Text]]:
        before, _ = split_background(self.timeline)
        if before:
            told = lead(before, BACKGROUND_LEAD, everything=self.is_open)
            dated = max(len(_bare(heading(event))) for event in told.shown)
            rows = self._events(told, "before the story", min(dated, _DATE_CELLS))
            yield [self._heading("Background"), *rows]

    def _story(self) -> Iterator[list[Text]]:
        _, story = split_background(self.timeline)
        for words, events in headings(story):
            told = lead(events, LEAD_PER_HEADING, everything=self.is_open)
            where = "on this day" if events[0].precision == "day" else "here"
            yield [self._heading(words), *self._events(told, where)]

    def _undated(self) -> Iterator[list[Text]]:
        undated = self.timeline.undated
        if undated and self.look.everything:
            yield [self._heading("Date not known"), *self._events(Told(undated, 0), "")]
        elif undated:
            words = f"  + {count(len(undated), 'statement')} without a date{self._how()}"
            yield [self.look.text(words, "dim")]

    def _choice(self) -> Iterator[list[Text]]:
        if self.timeline.chosen:
            words = f"  {count_events(self.timeline)} chosen (without --top and the like all)"
            yield [self.look.text(words, "dim")]

    def _emptiness(self) -> Iterator[list[Text]]:
        if not self.timeline.events:
            now = _NAME_DAYS if self.timeline.undated else _NOTHING_SAID
            yield [
                self._heading("No dated events"),
                *hanging(self.look, Text(), self.look.text(now), _INDENT),
            ]

    def _how(self) -> str:
        """How to see what is folded, said once."""
        told, self.has_told_how = self.has_told_how, True
        return "" if told else " (--all shows them)"

    def _figures(self) -> Iterator[list[Text]]:
        rows = figure_rows(self.timeline.figures, self.look, self.names)
        if rows:
            yield [self._heading("Figures on which sources differ"), *rows]

    def _legend(self) -> Iterator[list[Text]]:
        if self.used - {_SIGNS[Mark.FIRM], _SIGNS[Mark.DATELESS]}:
            entries = [mark for mark in _TOLD if mark in self.used]
            words = "   ".join(
                f"{sign}{HELD}{meaning.replace(' ', HELD)}" for sign, _, meaning in entries
            )
            yield hanging(self.look, Text(), self.look.text(words, "dim"), _INDENT)

    def _heading(self, words: str) -> Text:
        return self.look.text(inert(words), "bold")

    def _events(self, told: Told, where: str, dated: int = 0) -> Iterator[Text]:
        for event in told.shown:
            yield from self._event(event, dated)
        if told.folded:
            yield self.look.text(f"  + {told.folded} more {where}{self._how()}", "dim")

    def _event(self, event: Event, dated: int) -> Iterator[Text]:
        mark = _SIGNS[mark_of(event)]
        self.used.add(mark)
        sign, style, _ = mark
        opening = _bare(heading(event)).ljust(dated) if dated else moment(event)
        words = Text.assemble(
            self.look.text(f"{opening}  " if opening else "", "bold"),
            self.look.text(inert(event.title)),
        )
        indent = dated + 2 if dated else 0
        yield from row(self.look, self.look.text(sign, style), words, self._label(event), indent)
        if event.status is Status.CONFLICT and len(event.readings) > 1:
            yield from self._readings(event)
        for said in (" · ".join(doings(event)), "  ".join(remarks(event))):
            if said:
                yield from row(self.look, Text(" "), self.look.text(said, "dim"), Text())

    def _label(self, event: Event) -> Text:
        words = self.look.text(", ".join(_caveats(event)), "italic")
        gap = "  " if words else ""
        return Text.assemble(words, gap, self.look.text(self.names.told_in(event), "dim"))

    def _readings(self, event: Event) -> Iterator[Text]:
        cited = {source.id: source for source in event.sources}
        told = (
            (
                _bare(reading.display_date),
                ", ".join(self.names.place(cited[s]) for s in reading.sources),
            )
            for reading in event.readings
        )
        words = self.look.text(" · ".join(f"{day} ({by})" for day, by in told), "red")
        return iter(row(self.look, Text(" "), words, Text()))


def _bare(words: str) -> str:
    """A date without its weekday."""
    return _WEEKDAY.sub("", words)


def _caveats(event: Event) -> Sequence[str]:
    """Caveats and edits in words; a disagreement is told by the readings under the event."""
    return [*(word for word in caveats(event) if word != "sources disagree"), *standing(event)]
