"""An event as it is put before a human: what is told, why it is dated so, what is in doubt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from rich.text import Text

from kztimeline.outputs.by_hand import doings, remarks
from kztimeline.outputs.days import heading
from kztimeline.outputs.doubts import Doubtful
from kztimeline.outputs.explain import links_in_words, say
from kztimeline.outputs.inert import inert
from kztimeline.outputs.look import Look, hanging
from kztimeline.outputs.quoting import pieces
from kztimeline.outputs.records import Article, Event, Source, Timeline
from kztimeline.outputs.telling import caveats, date_column, place, places

CHOICES = (
    "[c]onfirm  [h]ide  [d]ate  [t]itle  [s]plit  [m]erge  [n]ote  ta[g]  s[k]ip  [b]ack  [w]hy  "
    "[q]uit"
)
SHOWN = 6  # sources; more would push the choices off the screen
_INDENT = 6


def write_doubtful(each: Doubtful, left: int, timeline: Timeline, look: Look) -> Iterator[str]:
    """The event with its quotes and reasons; `left` counts what is still to be reviewed."""
    event = each.event
    articles = {article.id: article for article in timeline.articles}
    rows = [
        *_head(each, left, look),
        *chain.from_iterable(
            _source(number, source, articles[source.article], look)
            for number, source in enumerate(event.sources[:SHOWN], 1)
        ),
        *_rest(event, look),
    ]
    return look.lines(rows)


def write_choices(events: Sequence[Event], look: Look) -> Iterator[str]:
    """Events, numbered, to choose from."""
    rows = (
        hanging(
            look,
            look.text(f"  {number}", "bold"),
            look.text(f"{date_column(event)}  {inert(event.title)}  ({places(event)})"),
            _INDENT,
        )
        for number, event in enumerate(events, 1)
    )
    return look.lines(chain.from_iterable(rows))


def write_readings(event: Event, look: Look) -> Iterator[str]:
    """The dates that sources give, numbered."""
    numbers = {source.id: str(at) for at, source in enumerate(event.sources, 1)}
    for number, reading in enumerate(event.readings, 1):
        by = ", ".join(numbers[source] for source in reading.sources)
        words = f"{inert(reading.edtf)}  {inert(reading.display_date)}, by {by}"
        yield from look.lines(
            hanging(look, look.text(f"  {number}", "bold"), look.text(words), _INDENT)
        )


def _head(each: Doubtful, left: int, look: Look) -> Iterator[Text]:
    event = each.event
    yield Text()
    yield look.text(f"── {left} to review · {event.id}", "dim")
    for reason in each.reasons:
        yield from hanging(look, look.text("?", "bold yellow"), look.text(reason), 2)
    yield look.text(heading(event), "bold")
    aside = f"  ({', '.join(caveats(event))})" if caveats(event) else ""
    yield from hanging(look, Text(" "), look.text(f"{inert(event.title)}{aside}", "bold"), 2)
    for words in (*doings(event), *remarks(event)):
        yield from hanging(look, Text(" "), look.text(words, "dim"), 2)


def _source(number: int, source: Source, article: Article, look: Look) -> Iterator[Text]:
    opening = look.text(f"  {number}", "bold")
    yield from hanging(look, opening, look.text(place(source), "dim"), _INDENT)
    yield from hanging(look, Text(), _quote(source, look), _INDENT)
    yield from hanging(look, Text(), look.text(_why(source, article), "dim"), _INDENT)


def _quote(source: Source, look: Look) -> Text:
    """The sentence with the words that date it set off, by colour or by brackets."""
    said = Text()
    for piece in pieces(source):
        words = piece.words if look.colour or not piece.is_time else f"[{piece.words}]"
        said.append_text(look.text(words, "bold yellow" if piece.is_time else ""))
    return said


def _why(source: Source, article: Article) -> str:
    """How it came to its date, in a line: the words, the last step, the day of the article."""
    found = source.expression
    parts = [f"dated by “{inert(found.text)}”" if found else "no words date it"]
    if source.steps:
        last = source.steps[-1]
        outcome = f" {inert(last.outcome)}" if last.outcome else ""
        parts.append(f"so{outcome}: {say(last.reason)}")
    anchor = article.anchor
    day = f"{anchor.date}, {anchor.certainty}" if anchor.date else "of no known day"
    return f"{'; '.join(parts)} (article {'of ' if anchor.date else ''}{day})"


def _rest(event: Event, look: Look) -> Iterator[Text]:
    more = len(event.sources) - SHOWN
    if more > 0:
        yield look.text(f"  + {more} more; w shows all", "dim")
    for words in links_in_words(event):
        yield from hanging(look, look.text("  =", "dim"), look.text(words, "dim"), _INDENT)
    yield from hanging(look, Text(), look.text(CHOICES, "cyan"), 2)
