"""Accounts → merged events and figures: which events of several articles are one happening.

Enters: all accounts of a corpus. Leaves: every event in exactly one merged event, in order of
telling, and the figures that articles give for one thing. The room compares events on labelled
weights that add, joins the surest pairs first, never joins what cannot be one, and does not depend
on the order of input. It blends nothing: words, dates and numbers are always some member's.
"""

from __future__ import annotations

from collections.abc import Sequence

from kztimeline.clusters.blocking import candidate_pairs
from kztimeline.clusters.compare import Comparer
from kztimeline.clusters.figures import figures_of
from kztimeline.clusters.link import link
from kztimeline.clusters.merge import merged_event
from kztimeline.clusters.profiles import survey
from kztimeline.clusters.spellings import with_one_spelling
from kztimeline.clusters.voices import Voices
from kztimeline.model import Account, Figure, MergedEvent, MergeSettings


def merge_events(
    accounts: Sequence[Account], settings: MergeSettings
) -> tuple[tuple[MergedEvent, ...], tuple[Figure, ...]]:
    """All events of all accounts, each in exactly one merged event; and the figures they give."""
    corpus = survey(with_one_spelling(accounts))
    comparer = Comparer(corpus)
    needed = settings.needed(len(accounts))
    clusters = link(corpus.profiles, candidate_pairs(corpus), comparer, needed)
    voices = Voices()
    events = tuple(
        merged_event([corpus.profiles[rank] for rank in cluster], comparer.matches(cluster), voices)
        for cluster in clusters
    )
    return events, figures_of(corpus, clusters, voices)
