"""The furniture: frozen records that pass between rooms.

Nothing here computes; every type is a value, frozen all the way down, that can cross to another
process. All of them can be imported from here, but for `record`, what some descend from.
"""

from kztimeline.model.clusters import (
    DaySalience,
    Figure,
    FigureClaim,
    FigureStatus,
    Match,
    Merged,
    MergedEvent,
    Part,
    PartKind,
    Reading,
    Status,
    Weight,
    event_id,
)
from kztimeline.model.documents import Article, Declaration, Document, ParagraphKind, Sentence
from kztimeline.model.edits import Action, Applied, Edit, Review
from kztimeline.model.errors import InputError, KzError, OutputError, TableError, UsageError
from kztimeline.model.events import Attribution, Event, Hearing, Modality, Quantity
from kztimeline.model.evidence import Certainty, Citation, Note, Operand, Reason, Step
from kztimeline.model.expressions import (
    Meaning,
    Mod,
    Named,
    Side,
    Signal,
    TimeExpression,
    TimexType,
)
from kztimeline.model.faults import bug, sparing
from kztimeline.model.mapping import HELD, Mapper, Spool, ahead, picked, seen_as, serial
from kztimeline.model.settings import (
    AnchorSettings,
    DateOrder,
    Infer,
    MergeSettings,
    ReadingSettings,
    Settings,
)
from kztimeline.model.timelines import Account, Draft, FirstReading, NamedDay, Teller, Timeline
from kztimeline.model.times import (
    Anchor,
    AnchorSource,
    ResolvedTime,
    Rival,
    Time,
    UnplacedTime,
)
from kztimeline.temporal.interval import DateKind

__all__ = [
    "HELD",
    "Account",
    "Action",
    "Anchor",
    "AnchorSettings",
    "AnchorSource",
    "Applied",
    "Article",
    "Attribution",
    "Certainty",
    "Citation",
    "DateKind",
    "DateOrder",
    "DaySalience",
    "Declaration",
    "Document",
    "Draft",
    "Edit",
    "Event",
    "Figure",
    "FigureClaim",
    "FigureStatus",
    "FirstReading",
    "Hearing",
    "Infer",
    "InputError",
    "KzError",
    "Mapper",
    "Match",
    "Meaning",
    "MergeSettings",
    "Merged",
    "MergedEvent",
    "Mod",
    "Modality",
    "Named",
    "NamedDay",
    "Note",
    "Operand",
    "OutputError",
    "ParagraphKind",
    "Part",
    "PartKind",
    "Quantity",
    "Reading",
    "ReadingSettings",
    "Reason",
    "ResolvedTime",
    "Review",
    "Rival",
    "Sentence",
    "Settings",
    "Side",
    "Signal",
    "Spool",
    "Status",
    "Step",
    "TableError",
    "Teller",
    "Time",
    "TimeExpression",
    "Timeline",
    "TimexType",
    "UnplacedTime",
    "UsageError",
    "Weight",
    "ahead",
    "bug",
    "event_id",
    "picked",
    "seen_as",
    "serial",
    "sparing",
]
