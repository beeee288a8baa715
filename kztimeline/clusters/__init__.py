"""Accounts → merged events and figures: which events of several articles are one happening.

Enters: all accounts of a corpus. `link_events` finds the events that are one happening,
`merge_events` makes every event part of exactly one merged event, in order of telling, with the
figures that articles give for one thing; whoever knows better may regroup between the two. The room
compares events on labelled weights that add, joins the surest pairs first, never joins what cannot
be one, and does not depend on the order of input. It blends nothing: words, dates and numbers are
always some member's.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from kztimeline.clusters.blocking import candidate_pairs
from kztimeline.clusters.compare import Comparer
from kztimeline.clusters.figures import figures_of
from kztimeline.clusters.link import link
from kztimeline.clusters.merge import gathered, merged_event
from kztimeline.clusters.profiles import Corpus, survey
from kztimeline.clusters.salience import weigh
from kztimeline.clusters.spellings import with_one_spelling
from kztimeline.clusters.voices import Voices
from kztimeline.model import Account, Merged, MergeSettings


@dataclass(frozen=True, slots=True)
class Linked:
    """All events of a corpus, and those that are one happening.

    `clusters` hold places in `mentions`, each place in one, all in ascending order.
    """

    clusters: tuple[tuple[int, ...], ...]
    corpus: Corpus
    comparer: Comparer

    @property
    def mentions(self) -> tuple[str, ...]:
        """The ids of all events in order of telling."""
        return tuple(profile.event.id for profile in self.corpus.profiles)


def link_events(accounts: Sequence[Account], settings: MergeSettings) -> Linked:
    """Which events of all accounts are taken for one happening."""
    corpus = survey(with_one_spelling(accounts))
    comparer = Comparer(corpus)
    needed = settings.needed(len(accounts))
    clusters = link(corpus.profiles, candidate_pairs(corpus), comparer, needed)
    return Linked(tuple(clusters), corpus, comparer)


def merge_events(
    linked: Linked,
    clusters: Sequence[tuple[int, ...]] | None = None,
    unheard: Collection[int] = (),
) -> Merged:
    """A merged event a cluster, and what hangs on it; the clusters as linked unless given.

    What the events with these places, `unheard`, say of figures does not count.
    """
    corpus, comparer = linked.corpus, linked.comparer
    clusters = linked.clusters if clusters is None else clusters
    voices = Voices()
    told = [
        gathered([corpus.profiles[rank] for rank in cluster], comparer.matches(cluster), voices)
        for cluster in clusters
    ]
    standings, days = weigh(told, corpus)
    events = tuple(map(merged_event, told, standings))
    return Merged(events, figures_of(corpus, clusters, voices, unheard), days)
