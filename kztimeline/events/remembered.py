"""What is told of another time than the text's, which its words leave open.

“When I was a boy we had no water”, “one sunny Friday it failed”: no day of the story is its day.
"""

from __future__ import annotations

from kztimeline.events.clauses import Kind
from kztimeline.events.reading import Reading
from kztimeline.events.scene import Statement
from kztimeline.events.verbs import Tense
from kztimeline.model import Signal, TimexType, UnplacedTime
from kztimeline.textual.spans import Span

_OPEN = "XXXX-"  # a weekday of no known week, a day of no known year


def is_remembered(reading: Reading, statement: Statement) -> bool:
    """Whether a statement without a time tells as past what the words put in another one."""
    verb = reading.scene.clauses[statement.head].verb
    if statement.time is not None or verb is None or verb.tense is not Tense.PAST:
        return False
    if any(_dates(reading, statement, span) for span in _open_dates(reading)):
        return True
    hits = reading.memories.find(reading.scene.text, reading.sentence.span)
    return any(_dates(reading, statement, hit.span) for hit in hits)


def _open_dates(reading: Reading) -> list[Span]:
    return [
        time.expression.span
        for time in reading.times
        if isinstance(time, UnplacedTime)
        and time.expression.type is TimexType.DATE
        and time.expression.signal is Signal.AT
        and not time.expression.names
        and (time.value is None or time.value.startswith(_OPEN))
    ]


def _dates(reading: Reading, statement: Statement, span: Span) -> bool:
    """Whether words stand in the clause that is told, or in one that says when it was."""
    number = reading.scene.clause_at(span.start)
    clause = reading.scene.clauses[number]
    is_when = clause.kind is Kind.SUBORDINATE and clause.host == statement.head
    return number == statement.head or is_when
