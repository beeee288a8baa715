"""The notes an article's day can earn: unreadable, ambiguous, out of bounds, disagreeing."""

from __future__ import annotations

from datetime import date

from kztimeline.model import Article, Certainty, DateOrder, Declaration, Note
from kztimeline.temporal import Granularity, Interval
from kztimeline.textual import Span

_CURE = "use --anchor or --manifest"
_PLACES = {"mtime": "file time", "published-line": "published line", "file-name": "file name"}


def in_words(interval: Interval) -> str:
    """A day, month or year as ISO writes it, cut to what is known."""
    if interval.first_day is None:
        return "?"
    figures = {Granularity.MONTH: 7, Granularity.YEAR: 4}
    return interval.first_day.isoformat()[: figures.get(interval.granularity, 10)]


def place_of(claim: Declaration) -> str:
    """Where a claim stands, in words: ``front matter``, ``manifest``."""
    where = claim.name.partition(":")[0]
    return _PLACES.get(where, where.replace("-", " "))


def _note(article: Article, claim: Declaration | None, code: str, text: str, hint: str) -> Note:
    line = article.line_of(claim.span.start) if claim and claim.span else None
    return Note(code, text, article.locator, line, hint)


def unreadable(article: Article, claim: Declaration) -> Note:
    """A field that should hold a day holds none."""
    text = f"no day can be read in `{claim.value}` ({place_of(claim)})"
    return _note(article, claim, "unreadable-date", text, "write it as 2022-01-06")


def yearless(article: Article, claim: Declaration) -> Note:
    """A day without a year, and no other cue that has one."""
    text = f"`{claim.value}` ({place_of(claim)}) states no year, and nothing else does"
    return _note(
        article, claim, "no-year", text, f"put the year into the file name or a header, or {_CURE}"
    )


def ambiguous(article: Article, claim: Declaration, order: DateOrder, day: Interval) -> Note:
    """A day in figures that reads two ways."""
    text = f"`{claim.value}` ({place_of(claim)}) was read as {in_words(day)}, by date order {order}"
    return _note(article, claim, "ambiguous-date", text, "say --date-order if days come first")


def wrong_weekday(article: Article, claim: Declaration, weekday: str, day: Interval) -> Note:
    """A day beside a weekday that is not its own; the day is kept."""
    own = day.start.strftime("%A") if day.start else "?"
    text = f"{in_words(day)} is a {own}, but `{claim.value}` ({place_of(claim)}) says {weekday}"
    return _note(article, claim, "weekday-contradicts", text, f"check the day, or {_CURE}")


def after_latest(article: Article, claim: Declaration, day: Interval, latest: date) -> Note:
    """A day still to come cannot be that of publication."""
    text = f"{in_words(day)} ({place_of(claim)}) lies after {latest} and was not taken"
    return _note(article, claim, "future-date", text, f"if it is right, {_CURE}")


def before_floor(article: Article, claim: Declaration, day: Interval, floor: date) -> Note:
    """A day from before there were articles of this kind is rather one of the story."""
    text = f"{in_words(day)} ({place_of(claim)}) lies before {floor} and was not taken"
    return _note(article, claim, "too-early-date", text, f"if it is right, {_CURE}")


def updated_only(article: Article, claim: Declaration) -> Note:
    """The day of an update was taken, as nothing says when the article was published."""
    text = f"the article states no day but that of an update, `{claim.value}`, which was taken"
    return _note(article, claim, "updated-date", text, f"if it is not right, {_CURE}")


def guessed(article: Article) -> Note:
    """The time of the file was taken."""
    text = "the article states no day; that of the file was taken"
    return _note(article, None, "guessed-publication-date", text, f"if it is not right, {_CURE}")


def unknown_word(article: Article, field: str, value: str, known: str) -> Note:
    """A manifest's field holds a word that is not published."""
    text = f"unknown {field} `{value}` in the manifest"
    return _note(article, None, f"unknown-{field}", text, f"{field} is one of {known}")


def coarse(article: Article, day: Interval) -> Note:
    """Only a month or a year is known."""
    text = f"only the {day.granularity.word} of publication is known, {in_words(day)}"
    return _note(article, None, "coarse-publication-date", text, f"for its day {_CURE}")


def inferred(article: Article, day: Interval, certainty: Certainty) -> Note:
    """The day was worked out from what this article and others tell."""
    text = f"the article states no day; {in_words(day)} is {certainty.word} from what is told"
    return _note(
        article, None, "inferred-publication-date", text, "check with `kztimeline anchors`"
    )


def contradicts(article: Article, words: Span) -> Note:
    """A statement that leaves no day at all beside the others was set aside."""
    text = f"`{words.of(article.text)}` fits no day that the rest of the article allows"
    line = article.line_of(words.start)
    return Note("clues-disagree", text, article.locator, line, f"if it is right, {_CURE}")


def unstated(article: Article) -> Note:
    """Nothing says when the article was published."""
    hint = "add `Date: 2022-01-06` as first line, or use --anchor / --manifest"
    return _note(article, None, "no-publication-date", "no publication date found", hint)


def disagree(article: Article, kept: str, others: str) -> Note:
    """Two cues name days too far apart; the better one was kept."""
    text = f"days of publication disagree: {kept} was kept against {others}"
    return _note(article, None, "dates-disagree", text, f"if it is not right, {_CURE}")
