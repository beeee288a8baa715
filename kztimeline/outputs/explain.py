"""Why an event is dated and merged as it is: every step of it in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from rich.text import Text

from kztimeline.model import Reason
from kztimeline.outputs.by_hand import doing, how_dated, place_of, remarks, standing
from kztimeline.outputs.days import heading
from kztimeline.outputs.inert import inert
from kztimeline.outputs.look import Look, hanging
from kztimeline.outputs.matters import matters
from kztimeline.outputs.records import Article, Event, Source, Step, Timeline
from kztimeline.outputs.rows import DateRow
from kztimeline.outputs.telling import caveats, place

_INDENT = 13

IN_WORDS: dict[Reason, str] = {
    Reason.STATED_IN_WORDS: "the words state it",
    Reason.WEEKDAY_FIXES_YEAR: "only this year has the date on that weekday",
    Reason.PRESS_USAGE: "the way the press uses it",
    Reason.FORESEEN: "told as past, but the thing it names was set beforehand and is nearer ahead",
    Reason.ORDER_FROM_OTHER_CUE: "day and month are told apart by another cue",
    Reason.UPDATED_LINE: "given in the line that says when it was updated",
    Reason.COUNTED_FROM_ANCHOR: "counted from the day the article speaks from",
    Reason.COUNTED_FROM_FOCUS: "counted from the time told just before",
    Reason.COUNTED_FROM_EVENT: "counted from the happening that the article dates here",
    Reason.NEEDS_ANCHOR: "needs the day the article speaks from, which is not known",
    Reason.NEEDS_YEAR: "needs its year: the article's day is not known, nor a year it tells of",
    Reason.NEEDS_FOCUS: "needs a time told before, and there is none",
    Reason.NEEDS_EVENT: "counted from an event whose own time is not known",
    Reason.NOT_ON_CALENDAR: "the calendar has no such day",
    Reason.NO_PLACE: "names no stretch of the calendar",
    Reason.SAME_DAY: "the article's own day bears this name, and the press means that one",
    Reason.TENSE_PAST: "told as past, so the last such day",
    Reason.TENSE_FUTURE: "told as to come, so the next such day",
    Reason.TEXT_YEAR: "the year is the one the text speaks of",
    Reason.LAST_YEAR_TOLD: "the year is the one named last, for the article's day is not known",
    Reason.NEAREST: "nothing shows past or future, so the nearest",
    Reason.NARROWED: "narrowed by the words beside it",
    Reason.JOINED: "joined with the words beside it",
    Reason.CARRIED_FORWARD: "no time of its own; the passage speaks of this one",
    Reason.TOLD_ELSEWHERE: "no time of its own; the article dates the same happening here",
    Reason.ARTICLE_DAY: "no time of its own; the article's day",
    Reason.OPTION: "given with --anchor",
    Reason.MANIFEST: "given in the manifest",
    Reason.SIDECAR: "given in the file beside the article",
    Reason.METADATA: "given in the article's metadata",
    Reason.FRONT_MATTER: "given in the front matter",
    Reason.ARCHIVE_HEADER: "given in the archive's header",
    Reason.HEADER: "given in the header",
    Reason.DATELINE: "given in the dateline",
    Reason.PUBLISHED_LINE: "given in the line that says when it was published",
    Reason.FILE_NAME: "given in the name of the file or its folder",
    Reason.MTIME: "the file was last changed then",
    Reason.YEAR_FROM_OTHER_CUE: "the year comes from another cue",
    Reason.ORDER_FROM_OTHER_CUE: "another cue shows which figure is the day",
    Reason.UPDATED_LINE: "given as the day of an update; none of publication is",
    Reason.NOTHING_STATED: "nothing states it",
    Reason.OWN_WEEKDAY: "the article names the weekday of its own day",
    Reason.OWN_DAY: "the article names the date of its own day, or of the one beside it",
    Reason.LAST_ENTRY: "a chronology is no older than the last thing it tells",
    Reason.WEEKDAY_USAGE: "a weekday is used for the days just before or after",
    Reason.DATE_NEARBY: "the article tells of this date, and news is told soon",
    Reason.LATEST_YEAR: "the latest year it names",
    Reason.MONTH_NEARBY: "the month it names",
    Reason.PART_OF_MONTH: "such words are written in this part of a month, year or week",
    Reason.AGE_TOLD: "another article tells the age of somebody who is of this age here",
    Reason.OFFICE_HELD: "somebody had this office then, as the article says",
    Reason.ANNIVERSARY: "so many years after a date that is told, as the article says",
    Reason.DAY_COUNTED: "another article counts the days of what goes on, as this one does",
    Reason.TYPOGRAPHY: "articles of this year are set with such marks",
    Reason.PHRASE: "articles of this year have these words side by side",
    Reason.LENGTH_TOLD: "so long after a date it tells of, as it says itself",
    Reason.LIKE_ARTICLE: "an article much like it is of this day",
    Reason.SAME_STATEMENT: "another article tells the same and dates it",
    Reason.SAME_STORY: "undated articles of the same story leave this year",
    Reason.LIKELIEST: "all of it together",
}


def say(reason: str) -> str:
    """A reason in words; a code from a newer version is shown as it is.

    >>> say("tense-past")
    'told as past, so the last such day'
    """
    words = IN_WORDS.get(Reason(reason)) if reason in set(Reason) else None
    return words or inert(reason).replace("-", " ")


def explain(event: Event, timeline: Timeline, look: Look) -> Iterator[str]:
    """The whole derivation: what is told, each source with its steps, the merge, the salience."""
    articles = {article.id: article for article in timeline.articles}
    rows = [*_head(event, look)]
    for source in event.sources:
        rows.append(Text())
        rows.extend(_source(source, articles[source.article], look))
    rows.extend(_listed("merged", links_in_words(event), look))
    rows.extend(_listed("matters", matters(event, timeline), look))
    return look.lines(rows)


def explain_dates(rows: Iterable[DateRow], look: Look) -> Iterator[str]:
    """Each time expression: its words, its value, the rule, the anchor, the steps between."""
    return look.lines(chain.from_iterable(_date(row, look) for row in rows))


def _date(row: DateRow, look: Look) -> Iterator[Text]:
    value = f"{row.type} {row.value or 'not known'}" + (f", {row.mod}" if row.mod else "")
    yield look.text(f"{inert(row.path)}:{row.line}  “{inert(row.text)}”  {value}", "bold")
    facts = [("found", f"by rule {row.rule}"), ("anchor", row.anchor or "not known")]
    facts += [("step", _step(step)) for step in row.steps]
    if row.certainty:
        facts.append(("so", f"{row.edtf or row.value}, {row.certainty}"))
    for label, words in facts:
        yield from hanging(look, look.text(f"  {label}", "dim"), look.text(words), _INDENT)
    yield Text()


def _head(event: Event, look: Look) -> Iterator[Text]:
    yield look.text(heading(event), "bold")
    yield from hanging(look, Text(" "), look.text(inert(event.title), "bold"), 2)
    known = how_dated(event)
    count = f"{event.source_count} article{'' if event.source_count == 1 else 's'}"
    aside = (*caveats(event), *standing(event))
    facts = (event.id, event.edtf, known, *aside, count, event.status)
    yield from hanging(
        look, Text(" "), look.text(" · ".join(fact for fact in facts if fact), "dim"), 2
    )
    for label, words in told_by_hand(event):
        yield from hanging(look, look.text(f"  {label}", "dim"), look.text(words), _INDENT)


def told_by_hand(event: Event) -> Iterator[tuple[str, str]]:
    """What people did to it and where that stands, then what they noted."""
    for edit in event.edits:
        if words := doing(edit):
            place = place_of(edit)
            yield "by hand", f"{words} ({place})" if place else words
    for words in remarks(event):
        yield "noted", words.removeprefix("note: ")


def _source(source: Source, article: Article, look: Look) -> Iterator[Text]:
    yield look.text(f"{source.id}  {place(source)}", "bold")
    for label, words in facts_of(source, article):
        yield from hanging(look, look.text(f"  {label}", "dim"), look.text(words), _INDENT)


def facts_of(source: Source, article: Article) -> Iterator[tuple[str, str]]:
    """What one source says and how its date came about: a label and words, step by step."""
    yield "says", inert(source.selector.exact)
    if source.expression:
        found = source.expression
        yield "found", f"“{inert(found.text)}” on line {found.line}, by rule {inert(found.rule)}"
    yield "anchor", _anchor(article)
    for step in source.steps:
        yield "step", _step(step)
    if source.expression and source.expression.value:
        yield "so", f"{source.expression.type} {inert(source.expression.value)}"
    if source.attribution:
        speaker = inert(source.attribution.speaker or "somebody")
        yield "told by", f"{speaker} (“{inert(source.attribution.cue)}”)"
    if source.modality != "happened":
        yield "told as", source.modality.value


def _anchor(article: Article) -> str:
    anchor = article.anchor
    if anchor.date is None:
        return "the article's day is not known"
    ground = say(anchor.source.value)
    raw = f": “{inert(anchor.raw)}”" if anchor.raw else ""
    return f"{anchor.date}, {anchor.certainty}; {ground}{raw}"


def _step(step: Step) -> str:
    words = f" (“{inert(step.text)}”)" if step.text else ""
    outcome = f"{inert(step.outcome)}: " if step.outcome else ""
    return f"{outcome}{say(step.reason)}{words}"


def _listed(label: str, lines: Iterable[str], look: Look) -> Iterator[Text]:
    """A heading with lines under it, or nothing where there are none."""
    told = list(lines)
    if told:
        yield Text()
        yield look.text(label, "bold")
    for words in told:
        yield from hanging(look, Text(" "), look.text(words), 2)


def links_in_words(event: Event) -> Iterator[str]:
    """Why its sources were taken for one happening, a pair of them at a time."""
    numbers = {source.mention: source.id for source in event.sources}
    for link in event.merge.links if event.merge else ():
        pair = f"{numbers.get(link.left, link.left)} with {numbers.get(link.right, link.right)}"
        reasons = " · ".join(inert(reason) for reason in link.reasons)
        yield f"{pair}: {reasons} = {link.bits:+.1f} bits"
