"""Clusters and merged events → the same as people corrected them.

Enters: which mentions were taken for one happening, then the events made of them, and the edits.
`regroup` merges and splits before the events are made, `revise` does the rest after: dates, titles,
notes, tags, events added or hidden. Leaves: the events with their edits, and a note for each edit
whose event is gone. The room never lets an edit go unsaid, and changes nothing that none asks for.
"""

from kztimeline.edits.grouping import Regrouped, regroup
from kztimeline.edits.revising import Revised, revise

__all__ = ["Regrouped", "Revised", "regroup", "revise"]
