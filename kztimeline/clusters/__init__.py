"""Accounts → merged events and figures: which events of several articles are one happening.

Enters: all accounts of a corpus. `overhear` does what needs one of them alone. `link_events` finds
the events that are one happening, `merge_events` makes every event part of exactly one merged
event, in order of telling, with the figures that articles give for one thing; whoever knows better
may regroup between the two. The room compares events on labelled weights that add, joins the surest
pairs first, never joins what cannot be one, and does not depend on the order of input. It blends
nothing: words, dates and numbers are always some member's.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import partial
from itertools import chain

from msgspec import Struct

from kztimeline.clusters.blocking import Search
from kztimeline.clusters.compare import Comparer
from kztimeline.clusters.figures import Telling, figures_of
from kztimeline.clusters.link import Survey, link, surest
from kztimeline.clusters.merge import gathered, merged_event
from kztimeline.clusters.profiles import Corpus, Sources
from kztimeline.clusters.salience import weigh
from kztimeline.clusters.spellings import one_spelling
from kztimeline.clusters.surveying import overhear, survey
from kztimeline.clusters.voices import Voices
from kztimeline.model import (
    HELD,
    Account,
    Mapper,
    Merged,
    MergedEvent,
    MergeSettings,
    Spool,
    ahead,
    serial,
)

__all__ = ["Linked", "link_events", "merge_events", "overhear"]

BLOCK = 256  # events whose partners are looked for together: some hundredths of a second


class Linked(Struct, frozen=True):
    """All events of a corpus, and those that are one happening.

    `clusters` hold places in `mentions`, each place in one, all in ascending order.
    """

    clusters: tuple[tuple[int, ...], ...]
    corpus: Corpus
    sources: Sources
    comparer: Comparer

    @property
    def mentions(self) -> tuple[str, ...]:
        """The ids of all events in order of telling."""
        return tuple(profile.event.id for profile in self.corpus.profiles)


def link_events(
    accounts: Sequence[Account],
    settings: MergeSettings,
    each: Mapper = serial,
    spool: Spool = HELD,
) -> Linked:
    """Which events of all accounts are taken for one happening; `each` may spread the work.

    The work is done by blocks of events in order of telling, which is order of time.
    """
    corpus, sources = survey(accounts, one_spelling(accounts), spool)
    comparer = Comparer(corpus)
    needed = settings.needed(len(accounts))
    firsts = range(0, len(corpus.profiles), BLOCK)
    lasts = (min(first + BLOCK, len(corpus.profiles)) for first in firsts)
    beside = Survey(Search(corpus), comparer)
    found = each(partial(surest, threshold=needed), firsts, lasts, beside=beside)
    clusters = link(corpus.profiles, chain.from_iterable(found), comparer, needed)
    return Linked(tuple(clusters), corpus, sources, comparer)


def merge_events(
    linked: Linked,
    clusters: Sequence[tuple[int, ...]] | None = None,
    unheard: Collection[int] = (),
    each: Mapper = serial,
    spool: Spool = HELD,
) -> Merged:
    """A merged event a cluster, and what hangs on it; the clusters as linked unless given.

    What the events with these places, `unheard`, say of figures does not count. `each` may spread
    the work.
    """
    corpus, sources, comparer = linked.corpus, linked.sources, linked.comparer
    clusters = linked.clusters if clusters is None else clusters
    # Begun first and asked for last, for nothing else hangs on them; a block's are here sooner.
    begun = partial(ahead, each) if len(corpus.profiles) > BLOCK else each
    figures = begun(figures_of, [unheard], beside=Telling(corpus, sources, clusters))
    voices = Voices(sources.accounts)
    told = (
        gathered([corpus.profiles[rank] for rank in cluster], comparer.matches(cluster), voices)
        for cluster in clusters
    )
    weighed = weigh(told, corpus, sources.accounts, each, spool)
    pairs = zip(weighed.clusters, weighed.rows, strict=True)
    merged = (merged_event(*pair, sources.events, voices) for pair in pairs)
    events = spool.keep(MergedEvent, merged)
    return Merged(events, next(iter(figures)), weighed.days)
