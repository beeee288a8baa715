"""Ways to map: over processes, over a Dask cluster, past what is known already.

Each is a `Mapper` of the pipeline: results come in order and are those of `serial`, byte for byte.
What lies `beside` a work, large and the same for every piece, is forked with the processes or sent
to a cluster once. What crosses a border or is kept on disk is packed as MessagePack by the records'
own types: quick, and harmless to read back, whoever wrote it. The records of a large corpus lie in
`Spools`, packed, in a nameless file, and are read back one by one.
"""

from __future__ import annotations

from kztimeline.mappers.processes import Processes, cores
from kztimeline.mappers.remembered import Remembered
from kztimeline.mappers.spools import Spools
from kztimeline.mappers.store import Store, cache_folder

__all__ = ["Processes", "Remembered", "Spools", "Store", "cache_folder", "cores"]
