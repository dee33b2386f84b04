"""Takes documents through all the steps: extract, link, keep.

One document is one transaction. A document that fails goes to the dead letters and the next
one is taken up; a store that fails (locked, full) ends the batch, and running the same
command again goes on where it stopped, because documents already held are passed over.
"""

import traceback
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from functools import cache
from hashlib import sha256
from itertools import islice
from multiprocessing import get_context

from kg import plugins
from kg.errors import KgError, ServiceError, SetupError
from kg.jobs.dead_letters import DeadLetters
from kg.model import Document, Kept, Names, Reading
from kg.text import Reject

# Documents handed to the workers ahead of the writer: enough to keep them busy, few enough to
# bound the memory.
_AHEAD = 8
# Readings written under one lock: reading takes far longer than writing, so the lock is free
# most of the time, and a checkpoint for readers is made once for all of them.
_TOGETHER = 32


@dataclass(frozen=True, slots=True)
class Steps:
    """Which parts read a document; names of plug-ins, so that a worker can be told them.

    Attributes:
        names: Mints IRIs under the store's base.
        extractor: Name of an installed extractor.
        linker: Name of an installed linker.
    """

    names: Names
    extractor: str = "default"
    linker: str = "default"

    def read(self, document: Document) -> Reading:
        """All that can be read out of one document."""
        attributions = _extractor(self.extractor).extract(document)
        return _linker(self.linker).link(document, attributions, self.names)

    def try_read(self, document: Document) -> Reading | Reject:
        """The reading, or why there is none.

        Raises:
            SetupError: Something is missing that every document needs.
            ServiceError: A service that the user named does not answer.
        """
        try:
            return self.read(document)
        except (SetupError, ServiceError):
            raise
        except KgError as error:
            return _reject(document, str(error))
        # A fault of ours in one document must not cost the others; the trace says which fault.
        except Exception as error:  # noqa: BLE001
            digest = sha256(traceback.format_exc().encode()).hexdigest()[:12]
            return _reject(document, f"{type(error).__name__}: {error} (fault {digest})")


@cache
def _extractor(name: str) -> plugins.Extractor:
    made: plugins.Extractor = plugins.find("extractor", name)()
    return made


@cache
def _linker(name: str) -> plugins.Linker:
    made: plugins.Linker = plugins.find("linker", name)()
    return made


@dataclass(slots=True)
class Batch:
    """What became of a batch.

    Attributes:
        kept: How many documents were new, known, aliases or replaced.
        attributions: Attributions read out of the new documents.
        rejects: Inputs that could not be taken in.
        aliases: Pairs of a ``doc_id`` and the one under which the same document is held.
    """

    kept: Counter[Kept] = field(default_factory=Counter)
    attributions: int = 0
    rejects: list[Reject] = field(default_factory=list)
    aliases: list[tuple[str, str]] = field(default_factory=list)

    @property
    def accepted(self) -> int:
        """Inputs that are now in the store, whether new or not."""
        return sum(self.kept.values())


@dataclass(frozen=True, slots=True)
class How:
    """How a batch is run.

    Attributes:
        workers: Processes that read; the writer is always one.
        again: Read documents anew that are already held (after a change of extractor).
        progress: Called once an input.
    """

    workers: int = 1
    again: bool = False
    progress: Callable[[Reading | Reject], None] = lambda _: None


_ONE_BY_ONE = How()


def ingest(
    store: plugins.Store,
    inputs: Iterable[Document | Reject],
    steps: Steps,
    dead_letters: DeadLetters,
    how: How = _ONE_BY_ONE,
) -> Batch:
    """Take documents into a store.

    Args:
        store: Where to.
        inputs: Documents, and rejects of the reader, which are passed on to the dead letters.
        steps: Which parts read them.
        dead_letters: Where failures go.
        how: Number of processes and the like.

    Raises:
        SetupError: The store is locked or full; what was kept before stays kept.
    """
    batch = Batch()
    items = _read_all(_without_held(store, inputs, again=how.again), steps, how.workers)
    while together := list(islice(items, _TOGETHER)):
        readings = [item for item in together if isinstance(item, Reading)]
        for item in together:
            if isinstance(item, Reject):
                dead_letters.add(item)
                batch.rejects.append(item)
            how.progress(item)
        with store.writing():
            for reading in readings:
                _keep(store, reading, batch)
    return batch


def _without_held(
    store: plugins.Store, inputs: Iterable[Document | Reject], *, again: bool
) -> Iterator[Document | Reading | Reject]:
    """The inputs, with the reading on record in place of a document that is held already."""
    for item in inputs:
        if again or isinstance(item, Reject) or not store.doc_ids(item.id):
            yield item
            continue
        (on_record,) = store.readings([item.id])
        yield replace(on_record, document=replace(on_record.document, doc_id=item.doc_id))


def _read_all(
    items: Iterable[Document | Reading | Reject], steps: Steps, workers: int
) -> Iterator[Reading | Reject]:
    """The readings of ``items``, in their order, by as many processes as wanted."""
    if workers <= 1:
        for item in items:
            yield steps.try_read(item) if isinstance(item, Document) else item
        return
    # Spawned and not forked: the parser's threads do not survive a fork.
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        source = iter(items)
        while ahead := list(islice(source, workers * _AHEAD)):
            documents = [item for item in ahead if isinstance(item, Document)]
            done = pool.map(steps.try_read, documents)
            for item in ahead:
                yield next(done) if isinstance(item, Document) else item


def _keep(store: plugins.Store, reading: Reading, batch: Batch) -> None:
    became = store.put(reading)
    batch.kept[became] += 1
    if became in {Kept.NEW, Kept.REPLACED}:
        batch.attributions += sum(a.is_stated for a in reading.attributions)
    elif became is Kept.ALIAS:
        first = store.doc_ids(reading.document.id)[0]
        batch.aliases.append((reading.document.doc_id, first))


def _reject(document: Document, reason: str) -> Reject:
    return Reject(document.doc_id, reason, stage="extract", raw=document.text)
