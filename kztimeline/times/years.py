"""The year of a date that names none: of the range, the entry above, what the text tells of."""

from __future__ import annotations

from datetime import date as day_of_calendar
from datetime import timedelta
from typing import NamedTuple

from kztimeline.model import Certainty, Side
from kztimeline.temporal import Granularity, Interval, apply
from kztimeline.times.context import Context, Focus
from kztimeline.times.direction import is_ahead_nearer, is_within, neighbours
from kztimeline.times.history import FAR_YEARS
from kztimeline.times.layout import leads_paragraph
from kztimeline.times.scene import Scene

FRESH_DAYS = 60  # so long after it a date needs no year, whatever year was told of before
_GOING_ON_DAYS = 31  # after which a narrative is no longer where its days stopped
_AMONG_DAYS = 31
_LATE_MONTH, _EARLY_MONTH = 9, 4
_OPEN_VALUES = {
    "month-day": "XXXX-{0:02d}-{1:02d}",
    "month": "XXXX-{0:02d}",
    "weekday": "XXXX-WXX-{2}",
    "day-of-month": "XXXX-XX-{0:02d}",
}


class Repeating(NamedTuple):
    """A date that comes again, as `temporal.repeating` names it."""

    kind: str
    first: int | str
    second: int = 0

    @property
    def open_value(self) -> str | None:
        """TIMEX3 for such a date when nobody knows the year, or the week."""
        pattern = _OPEN_VALUES.get(self.kind)
        if pattern is None or isinstance(self.first, str):
            return None
        return pattern.format(self.first, self.second, self.first + 1)


def year_of_text(date: Repeating, scene: Scene) -> tuple[Interval, Certainty] | None:
    """The year that the words around say: of the range, the entry above, what is told."""
    if scene.range_year is not None:
        return Interval.of(scene.range_year), Certainty.STATED
    context = scene.context
    if entry := _of_entry(date, scene):
        return entry, Certainty.DERIVED
    year = context.narrative_year(scene.expression.side, scene.expression.span.start)
    if year is None and (told := _chronicled(date, scene)):
        return told, Certainty.DERIVED
    if _is_fresh(date, scene):
        return None
    if year is None:
        return _beside_last_entry(date, scene) or (
            _named_before(date, scene) or _soon_after(date, scene)
        )
    return _of_narrative(date, *year, scene)


def _of_narrative(
    date: Repeating, focus: Focus, certainty: Certainty, scene: Scene
) -> tuple[Interval, Certainty] | None:
    """The year of a date in a text that tells of the year of a focus."""
    if before := _before(date, focus, scene):
        return before, Certainty.DERIVED
    told = _going_on(date, focus, scene) or _year_told(date, focus)
    is_open = scene.expression.side is Side.UNKNOWN and scene.expression.side_cue is not None
    is_plan = (scene.expression.side is Side.FUTURE or is_open) and not scene.context.heading
    if is_plan and not _was_to_come(date, told, focus, scene):
        return None
    return None if _goes_back(date, told, focus, scene) else (told, certainty)


def _of_entry(date: Repeating, scene: Scene) -> Interval | None:
    """The year of the entry above, for its next; beside the day of an entry, for what it tells.

    “July 2 - The court frees Lind; her trial is set for July 9” is seen from the entry's day.
    """
    if scene.is_entry:
        above = scene.context.entry_above()
        return _year_of_entry(date, above) if above else None
    day = scene.context.entry_here()
    if day is None or date.kind != "month-day":
        return None
    is_plan = scene.expression.side is Side.FUTURE
    return neighbours(*date, day).future if is_plan else _nearest(date, day)


def _nearest(date: Repeating, day: Interval) -> Interval | None:
    beside = neighbours(*date, day)
    return beside.future if is_ahead_nearer(beside, day) else beside.past


def _beside_last_entry(date: Repeating, scene: Scene) -> tuple[Interval, Certainty] | None:
    """“July 2: … July 4: … ”: the list goes on from its last day, or back from it."""
    above = scene.context.entry
    day = scene.context.entry_day() if scene.is_entry else None
    if day is None or above is None or above.has_stated_year:
        return None
    near = _nearest(date, day)
    return (near, Certainty.INFERRED) if near else None


def _going_on(date: Repeating, latest: Focus, scene: Scene) -> Interval | None:
    """The day from which a history goes on, over a year named aside, if it does within weeks.

    “On 9 June 1982 he flew to Oslo; he died there in 1991. On 11 June …” is in 1982.
    """
    if scene.context.history is not Certainty.DERIVED or date.kind != "month-day":
        return None
    if latest.interval.granularity < Granularity.YEAR:
        return None
    days = (f.interval for f in scene.context.foci if f.interval.granularity <= Granularity.DAY)
    day = next(days, None)
    ahead = neighbours(*date, day).future if day else None
    if day is None or ahead is None or not (ahead.first_day and day.first_day):
        return None
    return day if (ahead.first_day - day.first_day).days <= _GOING_ON_DAYS else None


def _before(date: Repeating, latest: Focus, scene: Scene) -> Interval | None:
    """“It was robbed on 2 May 2021 by a guard who had left in June”: the last June before that."""
    is_here = scene.context.foci[:1] == (latest,) and latest.sentence == scene.context.sentence
    if not (is_here and scene.expression.is_earlier):
        return None
    is_fine = latest.interval.granularity <= Granularity.MONTH
    return neighbours(*date, latest.interval).past if is_fine else None


def _named_before(date: Repeating, scene: Scene) -> tuple[Interval, Certainty] | None:
    """“The leak was found on 2 May 2021. ¶ “They knew on 2 May,” he said”: that same day."""
    if date.kind != "month-day" or scene.expression.side is Side.FUTURE:
        return None
    for told in (focus.interval for focus in scene.context.foci):
        day = told.first_day if told.granularity <= Granularity.DAY else None
        if day and (day.month, day.day) == (date.first, date.second):
            return told, Certainty.DERIVED
    return None


def _soon_after(date: Repeating, scene: Scene) -> tuple[Interval, Certainty] | None:
    """“On 4 March last year they met. ¶ He was held on 11 March”: some days later, in that year."""
    side, foci = scene.expression.side, scene.context.foci[:1]
    if date.kind != "month-day" or side is not Side.PAST or not foci:
        return None
    (day,) = foci
    context = scene.context
    is_near = context.paragraph - day.paragraph <= 1 and not context.is_ahead(day.interval)
    if not is_near or day.interval.granularity > Granularity.DAY:
        return None
    ahead = neighbours(*date, day.interval).future
    if ahead is None or not (ahead.first_day and day.interval.first_day):
        return None
    if _is_among_days_told(date, scene):
        return None
    is_soon = (ahead.first_day - day.interval.first_day).days <= FRESH_DAYS
    return (ahead, Certainty.DERIVED) if is_soon else None


def _is_among_days_told(date: Repeating, scene: Scene) -> bool:
    """“She was held on 26 April … The firm was sold in 2013 … He fled on 17 May”: of one spring."""
    anchor = scene.context.anchor
    past = neighbours(*date, anchor).past if anchor else None
    return past is not None and any(
        is_within(past, focus.interval, _AMONG_DAYS)
        for focus in scene.context.foci
        if not focus.has_stated_year and focus.interval.granularity <= Granularity.DAY
    )


def _chronicled(date: Repeating, scene: Scene) -> Interval | None:
    """“In May 1989 the border was cut. ¶ By August …”: paragraphs that each open with their date.

    So they go on in time from the far year of the one above. In a longer row a date may be
    fresh, or need not open its paragraph: “Counsel told the jury in January” is of this one. With
    its weekday it need not either, for it has to fit.
    """
    if date.kind not in ("month-day", "month") or scene.expression.side is Side.FUTURE:
        return None
    above = chronicle_above(scene)
    if above is None:
        return None
    article, start = scene.article, scene.expression.span.start
    is_fresh, is_row = _is_fresh(date, scene), _is_in_row(above, scene.context)
    is_alike = leads_paragraph(article, scene.context.sentence, start) or "weekday" in scene.slots
    if (is_fresh and not is_row) or not (is_alike or (is_row and not is_fresh)):
        return None
    ahead = neighbours(*date, above.interval).future
    if ahead is None or not (ahead.first_day and above.interval.first_day):
        return None
    is_soon = (ahead.first_day - above.interval.first_day).days <= _HALF_A_YEAR
    return ahead if is_soon else None


_HALF_A_YEAR = 183  # days


def chronicle_above(scene: Scene) -> Focus | None:
    """The day or month of years ago told last: it opens the paragraph above, or is one of a row."""
    context, above = scene.context, _far_above(scene.context)
    if above is None or _is_in_row(above, context):
        return above
    return above if leads_paragraph(scene.article, above.sentence, above.place) else None


def _far_above(context: Context) -> Focus | None:
    above = context.foci[0] if context.foci and context.history is None else None
    if above is None or not above.has_stated_year or above.aside_end or above.is_aside:
        return None
    start, anchor = above.interval.start, context.anchor
    is_fine = above.interval.granularity <= Granularity.MONTH
    if not is_fine or context.paragraph - above.paragraph != 1:
        return None
    is_far = start and anchor and anchor.start and anchor.start.year - start.year >= FAR_YEARS
    return above if is_far else None


def _is_in_row(above: Focus, context: Context) -> bool:
    """Whether the paragraphs before that one told of about the same time."""
    return any(
        focus.has_stated_year
        and 1 <= above.paragraph - focus.paragraph <= _ROW
        and is_within(focus.interval, above.interval, _HALF_A_YEAR)
        for focus in context.foci
    )


_ROW = 2  # paragraphs


def _was_to_come(date: Repeating, told: Interval, latest: Focus, scene: Scene) -> bool:
    """Whether a history tells what was then to come: “left on 2 March 1963, to return in June”."""
    context = scene.context
    is_beside = context.foci[:1] == (latest,) and latest.sentence == context.sentence
    if context.history is not Certainty.DERIVED or not is_beside:
        return False
    ahead = neighbours(*date, latest.interval).future
    return latest.interval.granularity <= Granularity.MONTH and bool(
        ahead and ahead.start and told.start and ahead.start.year == told.start.year
    )


def _goes_back(date: Repeating, told: Interval, latest: Focus, scene: Scene) -> bool:
    """Whether a month of news would lie before what was told last, in whose year it is put.

    “It was listed on 14 June 1999. In February it lost …”: telling goes on in time, so this
    February is meant.
    """
    context = scene.context
    if context.is_history or context.heading or date.kind != "month" or latest.opened:
        return False
    if latest.interval.granularity > Granularity.MONTH or told.start is None:
        return False
    start = latest.interval.start
    return start is not None and int(date.first) < start.month


def _year_of_entry(wanted: Repeating, above: Focus) -> Interval:
    """“Nov. 6, 2012: …”, “Dec. 2: …”, “Jan. 14: …”: the year of the entry above, or the next."""
    day = above.interval.first_day
    month = wanted.first if isinstance(wanted.first, int) else _LATE_MONTH
    if day is None or not (day.month >= _LATE_MONTH and month <= _EARLY_MONTH):
        return above.interval
    return apply("shift", (above.interval, 1, "year")) or above.interval


def _year_told(wanted: Repeating, focus: Focus) -> Interval:
    """The year of a focus; of a range over years that in which the date lies in it, or next to it.

    “The siege lasted from 14 May 1876 to 2 March 1877. On 13 May the army had …” is in 1876.
    """
    opened, closed = focus.opened, focus.interval
    if opened is None or opened.first_day is None or closed.last_day is None:
        return _year_of_entry(wanted, focus) if closed.granularity <= Granularity.MONTH else closed
    first, last = opened.first_day, closed.last_day

    def outside(found: Interval) -> tuple[int, day_of_calendar]:
        day = found.first_day or first
        return max((first - day).days, (day - last).days, 0), day

    beside = (*neighbours(*wanted, opened), *neighbours(*wanted, closed))
    return min(filter(None, beside), key=outside, default=closed)


def _is_fresh(date: Repeating, scene: Scene) -> bool:
    """Whether such a date has just gone by: of it news would name another year than its own."""
    anchor = scene.context.anchor
    context = scene.context
    if anchor is None or context.is_history or context.heading:
        return False
    if anchor.granularity >= Granularity.YEAR:
        return False
    past = neighbours(*date, anchor).past
    return bool(
        past and past.end and anchor.start and anchor.start - past.end <= timedelta(FRESH_DAYS)
    )
