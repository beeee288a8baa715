"""Places in articles as published: sources, time expressions, and the steps of a derivation."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias, cast

from kztimeline.model import (
    Account,
    Article,
    Certainty,
    Citation,
    Event,
    Operand,
    Quantity,
    ResolvedTime,
    Step,
    Teller,
    Time,
)
from kztimeline.model.record import Record
from kztimeline.outputs import records
from kztimeline.outputs.dating import dating_of
from kztimeline.outputs.rows import DateRow
from kztimeline.temporal import Interval
from kztimeline.textual import Span

PathMapper: TypeAlias = Callable[[str], str]

CONTEXT_CHARACTERS = 32  # enough to find a quote again where it stands twice in an article


class _ById(Mapping[str, Teller]):
    """Articles on disk by their ids; of those with one id the last."""

    def __init__(self, tellers: Sequence[Teller]) -> None:
        self._tellers = tellers
        self._places = {teller.article.id: at for at, teller in enumerate(tellers)}

    def __getitem__(self, article_id: str) -> Teller:
        return self._tellers[self._places[article_id]]

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


class Shelf(Record, frozen=True):
    """All articles of a run by id, and how their paths are to be written."""

    tellers: Mapping[str, Teller]
    path_of: PathMapper

    @classmethod
    def of(cls, tellers: Sequence[Teller], path_of: PathMapper) -> Shelf:
        """Shelve the articles; a path is asked for with each passage of its article."""
        if isinstance(tellers, tuple):  # in memory
            return cls({teller.article.id: teller for teller in tellers}, path_of)
        return cls(_ById(tellers), path_of)

    def article(self, article_id: str) -> Article:
        """The article with this id."""
        return self.tellers[article_id].article

    def path(self, article_id: str) -> str:
        """Its path as it is to be written."""
        return self.path_of(self.article(article_id).locator)

    def line(self, article_id: str, offset: int) -> int:
        """1-based line of a character."""
        return self.article(article_id).line_of(offset)


_KNOWN = {certainty: cast("records.Known", certainty.word) for certainty in Certainty}


def known(certainty: Certainty) -> records.Known:
    """The published word of a certainty."""
    return _KNOWN[certainty]


def source_of(event: Event, number: int, shelf: Shelf) -> records.Source:
    """One telling, cited; `number` counts the sources of its event from 1."""
    article, span = shelf.article(event.article_id), event.span
    text = article.text
    return records.Source(
        id=f"src-{number}",
        mention=event.id,
        article=article.id,
        path=shelf.path_of(article.locator),
        line=article.line_of(span.start),
        selector=records.Selector(
            type="TextQuoteSelector",
            exact=span.of(text),
            prefix=text[max(0, span.start - CONTEXT_CHARACTERS) : span.start],
            suffix=text[span.end : span.end + CONTEXT_CHARACTERS],
        ),
        position=records.Position("TextPositionSelector", span.start, span.end),
        clause=records.Clause(event.clause.start, event.clause.end),
        expression=_expression(event.time, shelf) if event.time else None,
        modality=event.modality,
        negated=event.negated,
        attribution=records.Attribution(event.attribution.speaker, event.attribution.cue)
        if event.attribution
        else None,
        certainty=known(event.certainty) if event.when else None,
        quantities=tuple(_quantity(quantity) for quantity in event.quantities),
        steps=steps_of(event.steps or (event.time.steps if event.time else ()), shelf),
    )


def _quantity(quantity: Quantity) -> records.Quantity:
    return records.Quantity(
        value=quantity.value,
        unit=quantity.unit,
        about=quantity.about,
        comparator=quantity.comparator,
        text=quantity.text,
    )


def _expression(time: ResolvedTime, shelf: Shelf) -> records.Expression:
    found = time.expression
    teller = shelf.tellers[found.article_id]
    return records.Expression(
        text=found.span.of(teller.article.text),
        type=found.type,
        value=time.value,
        mod=found.mod,
        relative=time.is_relative,
        start=found.span.start,
        end=found.span.end,
        line=teller.article.line_of(found.span.start),
        rule=found.rule,
        anchor=dating_of(teller.anchor.interval).date,
    )


def date_rows(account: Account, shelf: Shelf) -> Iterator[DateRow]:
    """The time expressions of an article, placed or not."""
    article = account.article
    text, line_of, path = article.text, article.line_of, shelf.path_of(article.locator)
    anchor = dating_of(account.anchor.interval).date
    for time in account.times:
        placed = time if isinstance(time, ResolvedTime) else None
        found = time.expression
        dating = dating_of(placed.interval, placed.kind) if placed else _UNDATED
        start, end = found.span
        yield DateRow(
            path=path,
            article=article.id,
            line=line_of(start),
            start=start,
            end=end,
            text=text[start:end],
            type=found.type,
            value=time.value,
            mod=found.mod,
            edtf=dating.edtf,
            earliest=dating.earliest,
            latest=dating.latest,
            precision=dating.precision,
            certainty=_certainty(time),
            rule=found.rule,
            anchor=anchor,
            steps=steps_of(placed.steps, shelf) if placed else _unplaced(time),
        )


_UNDATED = dating_of(None)


def _certainty(time: Time) -> records.Known | None:
    """A length or a recurrence is in the words; what has no value at all is not known."""
    if isinstance(time, ResolvedTime):
        return _KNOWN[time.certainty]
    return "stated" if time.value else None


def _unplaced(time: Time) -> tuple[records.Step, ...]:
    if isinstance(time, ResolvedTime):
        return ()
    return (records.Step(time.reason.value, None, None, None, None, "place", ()),)


def steps_of(steps: Iterable[Step], shelf: Shelf) -> tuple[records.Step, ...]:
    """A derivation as it is published."""
    return tuple([_step(step, shelf) for step in steps])


def _step(step: Step, shelf: Shelf) -> records.Step:
    cited = _cited(step.cites, shelf) if step.cites else None
    return records.Step(
        reason=str(step.reason),  # a quarter of the time of its `value`
        text=cited[0].of(cited[1].text) if cited else _field(step.cites),
        outcome=None if step.outcome is None else str(_operand(step.outcome)),
        path=shelf.path_of(cited[1].locator) if cited else None,
        line=cited[1].line_of(cited[0].start) if cited else None,
        operator=step.operator,
        inputs=tuple([_operand(value) for value in step.inputs]),
    )


def _cited(cites: Iterable[Citation], shelf: Shelf) -> tuple[Span, Article] | None:
    for cite in cites:
        if cite.span is not None and cite.article_id in shelf.tellers:
            return cite.span, shelf.article(cite.article_id)
    return None


def _field(cites: Iterable[Citation]) -> str | None:
    """Where a ground outside the text lies: “file-name”, “manifest”."""
    return next((cite.field for cite in cites if cite.span is None), None)


def _operand(value: Operand) -> str | int | None:
    return dating_of(value).edtf if isinstance(value, Interval) else value
