"""Article → time expressions, still open: which words name a time, and what they say.

A sentence is looked at only if it holds a word or a number that some rule needs. Its tokens are
walked through the grammar once; readings get the words before them (modifiers inside the extent,
signals outside), neighbours are joined, and the verbs around show which side of the anchor is
meant.

What it refuses: to know any date. Everything here stays true whatever day the article is from.
"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from itertools import takewhile
from operator import attrgetter

from kztimeline.languages import Found, Language, Signals
from kztimeline.model import Article, Meaning, Named, Side, Signal, TimeExpression
from kztimeline.textual import Lexeme, Span
from kztimeline.timexes.joins import (
    OF_MEMBERS,
    Placed,
    Slots,
    join_clocks,
    join_ranges,
    join_years,
    split_members,
)
from kztimeline.timexes.match import match_sentence
from kztimeline.timexes.modifiers import modifier_before, signal_before
from kztimeline.timexes.side import Sides
from kztimeline.timexes.stamps import find_stamps, stamp_at, stamp_expression

__all__ = ["find_timexes"]

_SPAN = attrgetter("span")
_SIDED = frozenset(
    {"near", "named", "same", "told", "focus", "day_told", "today"}
)  # operators and bases that ask for the side


def find_timexes(
    article: Article, language: Language, *, with_all_sides: bool = False
) -> tuple[TimeExpression, ...]:
    """All time expressions of an article, in order of place, never overlapping.

    The side of the anchor is told of those that need it to be placed, or of all: of what year an
    article is shows in which years it tells as past.
    """
    text, sentences, grammar = article.text, article.sentences, language.grammar
    out: list[TimeExpression] = []
    spoken: set[str] = set()
    place: Place | None = None
    for index, run in language.runs.of(text, map(_SPAN, sentences), spoken):
        if place is None or place.sentence != index:
            place = Place(article, index, language, spoken, tells_side=with_all_sides)
        found = _in_run(place, run)
        if found:
            spoken.update([each.rule for each in found if each.rule in grammar.openers])
            out += found
    return tuple(_with_stamps(article, out, language.signals))


def _with_stamps(
    article: Article, found: list[TimeExpression], signals: Signals
) -> list[TimeExpression]:
    """The times of day of a live page in place of the years they look like."""
    stamps = find_stamps(article.text)
    if not stamps:
        return found
    starts = {sentence.span.start: n for n, sentence in enumerate(article.sentences)}
    told = {
        stamp.span.start: stamp_expression(article, starts[stamp.span.start], stamp)
        for stamp in stamps
        if stamp.span.start in starts
    }
    for each in found:
        inner = stamp_at(article.text, each.span, signals.before_years)
        told.setdefault(
            each.span.start, stamp_expression(article, each.sentence, inner) if inner else each
        )
    return sorted(told.values(), key=lambda each: each.span)


class Place:
    """The sentence that readings are taken from; `spoken` are rules that open others.

    `tells_side`: of every reading, not only of those that need it.
    """

    __slots__ = ("article", "language", "sentence", "sides", "spoken", "tells_side")

    def __init__(
        self,
        article: Article,
        sentence: int,
        language: Language,
        spoken: AbstractSet[str],
        *,
        tells_side: bool,
    ) -> None:
        """Take the sentence; its verbs are looked for when a reading asks."""
        self.article, self.sentence, self.language = article, sentence, language
        self.sides = Sides(article.text, article.sentences[sentence], language)
        self.spoken, self.tells_side = spoken, tells_side


def _in_run(place: Place, tokens: Sequence[Lexeme]) -> list[TimeExpression]:
    language = place.language

    def side_of(reading: Found) -> Side:
        return place.sides.at(Span(tokens[reading.first].start, tokens[reading.after - 1].end))[0]

    placed: list[Placed] = []
    for reading in match_sentence(tokens, language.grammar, side_of, place.spoken):
        operator = reading.rule.meaning.operator
        if operator in OF_MEMBERS:
            members = split_members(reading, tokens, language.signals.connectors)
            placed += [_placed(place, one, slots, tokens) for one, slots in members]
        elif operator != "nothing":
            placed.append(_placed(place, reading, reading.slots(tokens), tokens))
    if len(placed) > 1:
        signals = language.signals
        placed = join_clocks(join_years(placed, tokens), tokens, signals.zones)
        placed = join_ranges(placed, tokens, signals.ranges)
    return [expression for expression, _, _ in placed]


def _placed(place: Place, reading: Found, slots: Slots, tokens: Sequence[Lexeme]) -> Placed:
    rule, begin, after, _ = reading
    language, sides, signals = place.language, place.sides, place.language.signals
    first, mod = modifier_before(tokens, begin, rule.type, language.modifier_endings)
    span = Span(tokens[first].start, tokens[after - 1].end)
    signal = signal_before(tokens, first, signals)
    side, cue = Side.UNKNOWN, None
    if place.tells_side or _asks_for_side(
        rule.meaning
    ):  # since when something may be done has been, whatever the verb
        side, cue = (Side.PAST, None) if signal is Signal.SINCE else sides.at(span)
        if signal is Signal.UNTIL and (told := sides.told_on(span)):
            side, cue = told
    values = (
        place.article.id,
        span,
        rule.type,
        rule.name,
        rule.meaning,
        slots,
        place.sentence,
        mod or rule.mod,
        signal,
        side,
        cue,
        None,  # joins tell where a range ends
        False,
        _named(tokens, first, after, signal, signals),
        cue is not None and sides.is_said(cue, span),
        _heads(place.article, place.sentence, span),
        cue is not None and sides.rules(cue, span),
        cue is not None and sides.is_earlier(cue),
        _end_of_told(sides, span, slots),
    )
    # a fifth of the time of calling the class by its names
    return tuple.__new__(TimeExpression, values), first, after


def _end_of_told(sides: Sides, span: Span, slots: Slots) -> int:
    """Where a year that stands in the words ceases to be told of."""
    names = [name for name, _ in slots]
    if True not in [name in _YEARS for name in names]:
        return 0
    return sides.end_of_told(span, is_bare_year=names == ["year"])


_YEARS = frozenset({"year", "decade", "short_decade"})  # slots of years that stand in the words


def _heads(article: Article, at: int, span: Span) -> bool:
    """Whether an expression stands alone in its paragraph: “2014”, “Sunday, Aug. 9:”."""
    sentences, own = article.sentences, article.sentences[at]
    if span.start != own.span.start or article.text[span.end : own.span.end].strip(" :."):
        return False
    beside = [sentences[n].paragraph for n in (at - 1, at + 1) if 0 <= n < len(sentences)]
    return own.paragraph not in beside


def _named(
    tokens: Sequence[Lexeme], first: int, after: int, signal: Signal, signals: Signals
) -> Named:
    """“the 2011 raid”, “Monday’s vote”, “ahead of May elections”: which thing is meant."""
    is_behind = first > 0 and tokens[first - 1].low in signals.determiners
    is_owner = (
        after < len(tokens) and tokens[after].is_glued and tokens[after].low in signals.possessives
    )
    if not (is_behind or is_owner or signal is Signal.BEFORE):
        return Named.NOTHING
    words = takewhile(str.isalpha, (token.low for token in tokens[after + 2 * is_owner :][:_THING]))
    known = next((signals.things[word] for word in words if word in signals.things), None)
    return known or (Named.ANY if is_behind or is_owner else Named.NOTHING)


_THING = 3  # words in which the thing is named: “Sunday’s second presidential debate”


@cache
def _asks_for_side(meaning: Meaning) -> bool:
    return meaning.operator in _SIDED or any(
        argument in _SIDED
        if isinstance(argument, str)
        else isinstance(argument, Meaning) and _asks_for_side(argument)
        for argument in meaning.arguments
    )
