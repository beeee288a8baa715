"""One event after another put before a human; each answer is written down at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from kztimeline.cli.dialogue import Dialogue
from kztimeline.cli.edits_file import EditsFile, Written
from kztimeline.cli.questions import QUESTIONS
from kztimeline.outputs.doubts import Doubtful
from kztimeline.outputs.explain import explain
from kztimeline.outputs.inert import inert
from kztimeline.outputs.records import Event, Timeline
from kztimeline.outputs.review_screen import write_doubtful
from kztimeline.outputs.telling import date_column, place

_BACK = ("b", "back")
_PROMPT = "c h d t s m n g k b w q > "


@dataclass(slots=True)
class _Decision:
    """What was done about an event; `written` is `None` where it was only passed over."""

    event: str
    written: Written | None


@dataclass(slots=True)
class Interview:
    """A walk through what is in doubt.

    `look_again` gives the timeline with all edits as they stand now, and what is in doubt in it.
    """

    look_again: Callable[[], tuple[Timeline, list[Doubtful]]]
    file: EditsFile
    talk: Dialogue
    decided: int = 0
    _done: list[_Decision] = field(default_factory=list)
    _passed: set[str] = field(default_factory=set)

    def run(self) -> int:
        """Ask until nothing is in doubt, or until told to stop; gives how much is left."""
        again: str | None = None
        shown: str | None = None
        while True:
            timeline, waiting = self.look_again()
            left = [each for each in waiting if not self._is_passed(each.event)]
            chosen = _same(waiting, again) or (left[0] if left else None)
            if chosen is None:
                return len(left)
            if shown != chosen.event.id:
                self.talk.show(write_doubtful(chosen, len(left), timeline, self.talk.look))
            shown = chosen.event.id
            answer = self.talk.ask(_PROMPT)
            if answer is None or answer.casefold() in {"q", "quit"}:
                return len(left)
            again = self._heed(answer.casefold(), chosen.event, timeline)
            if answer.casefold() in _BACK:
                shown = None

    def _heed(self, answer: str, event: Event, timeline: Timeline) -> str | None:
        """Do what a key asks for; gives the event to show next where it is not the next one."""
        if answer in {"k", "skip", ""}:
            self._done.append(_Decision(event.id, None))
            self._passed.update(_names(event))
            return None
        if answer in _BACK:
            return self._back(event)
        if answer in {"w", "why"}:
            self.talk.show(explain(event, timeline, self.talk.look))
            return event.id
        if answer in QUESTIONS:
            return self._decide(QUESTIONS[answer](self.talk, event, timeline), event)
        self.talk.say(f"`{inert(answer)}` is no key")
        return event.id

    def _decide(self, values: Mapping[str, object], event: Event) -> str | None:
        """Write down what is to be done with it, if anything; a remark decides nothing."""
        if not values:
            return event.id
        about = f"{date_column(event)} {event.title} ({_first_place(event)})"
        self._done.append(_Decision(event.id, self.file.put(_names(event), about, values)))
        self.decided += 1
        if values.keys() - {"note", "tags"}:
            return None
        self.talk.say("written down")
        return event.id

    def _back(self, event: Event) -> str:
        """To the event before, with what was decided of it taken back."""
        if not self._done:
            self.talk.say("there is nothing before this")
            return event.id
        last = self._done.pop()
        if last.written is None:
            self._passed.discard(last.event)
        elif self.file.undo(last.written):
            self.decided -= 1
        else:
            self.talk.say(f"{self.file.path.as_posix()} was changed since: take it out there")
        return last.event

    def _is_passed(self, event: Event) -> bool:
        return not self._passed.isdisjoint(_names(event))


def _names(event: Event) -> tuple[str, ...]:
    """What it is called: its id, then those of its mentions."""
    return (event.id, *(source.mention for source in event.sources))


def _same(waiting: Sequence[Doubtful], name: str | None) -> Doubtful | None:
    mention = f"mn-{name[3:]}" if name else None
    return next((e for e in waiting if {name, mention} & set(_names(e.event))), None)


def _first_place(event: Event) -> str:
    return place(event.sources[0]) if event.sources else ""
