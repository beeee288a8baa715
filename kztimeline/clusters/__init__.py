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

from kztimeline.clusters.blocking import Search
from kztimeline.clusters.compare import Comparer
from kztimeline.clusters.days import day_saliences
from kztimeline.clusters.figures import Telling, figures_of
from kztimeline.clusters.link import link
from kztimeline.clusters.merge import gathered, merged_event
from kztimeline.clusters.pairs import Survey, surest
from kztimeline.clusters.profiles import Corpus, Sources
from kztimeline.clusters.salience import weigh
from kztimeline.clusters.spellings import one_spelling
from kztimeline.clusters.surveying import overhear, survey
from kztimeline.clusters.topic import Topic
from kztimeline.clusters.voices import Voices
from kztimeline.model import (
    HELD,
    Account,
    DaySalience,
    Mapper,
    Merged,
    MergedEvent,
    MergeSettings,
    Spool,
    ahead,
    serial,
)
from kztimeline.model.record import Record

__all__ = ["Linked", "link_events", "merge_events", "overhear"]

BLOCK = 256  # events whose partners are looked for together: some hundredths of a second


class Linked(Record, frozen=True):
    """All events of a corpus, those that are one happening, and what the folder is about.

    `clusters` hold places in `mentions`, each place in one, all in ascending order. `days` are how
    much hangs on each day.
    """

    clusters: tuple[tuple[int, ...], ...]
    corpus: Corpus
    sources: Sources
    comparer: Comparer
    topic: Topic
    days: tuple[DaySalience, ...]

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
    found = _begun(each, corpus)(partial(surest, threshold=needed), firsts, lasts, beside=beside)
    topic = Topic(corpus.profiles, corpus.firsts)  # while others look for pairs
    days = day_saliences(corpus, sources.accounts, topic)
    clusters = link(corpus.profiles, chain.from_iterable(found), comparer, needed)
    return Linked(tuple(clusters), corpus, sources, comparer, topic, days)


def _begun(each: Mapper, corpus: Corpus) -> Mapper:
    """What begins at once; not where one block is all, which is done sooner here."""
    return partial(ahead, each) if len(corpus.profiles) > BLOCK else each


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
    # Begun first and asked for last, for nothing else hangs on them.
    beside = Telling(corpus, sources, clusters)
    figures = _begun(each, corpus)(figures_of, [unheard], beside=beside)
    voices = Voices(sources.accounts)
    told = (
        gathered([corpus.profiles[rank] for rank in cluster], comparer.matches(cluster), voices)
        for cluster in clusters
    )
    weighed = weigh(told, linked.topic, linked.days, each, spool)
    linked.topic.forget()  # what is put in words next needs the room
    pairs = zip(weighed.clusters, weighed.rows, strict=True)
    merged = (merged_event(*pair, sources.events, voices) for pair in pairs)
    events = spool.keep(MergedEvent, merged)
    return Merged(events, next(iter(figures)), linked.days)
