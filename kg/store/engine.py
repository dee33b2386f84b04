"""Opens the quads: the live ones while something is written, a checkpoint for reading.

Of one folder only one process can have the live quads open, so they are opened for a change
(or for a batch of changes, under `Engine.batch`) and closed again; what is read meanwhile
elsewhere is the newest checkpoint. In memory there is one set of quads for both.
"""

import traceback
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress

from pyoxigraph import Store

from kg.errors import SetupError, StoreLocked
from kg.model import DocumentId
from kg.store import snapshots
from kg.store.layout import Layout
from kg.store.lock import PATIENCE, WriterLock
from kg.store.room import told
from kg.store.texts import Texts

FLUSH_EVERY = 100
"""Documents between two flushes of a batch: what a power cut can cost in work done again."""

# Readers do not wait for a writer: they read what there was before.
_PATIENCE_OF_READERS = 0.0


class Engine:
    """The quads of one store.

    Attributes:
        written: Documents that were written and not flushed yet.
        patience: Seconds to wait for another writer.
    """

    def __init__(
        self, layout: Layout | None, texts: Texts, recover: Callable[[Store], None]
    ) -> None:
        """Open nothing yet.

        Args:
            layout: Where the store lies; None for one in memory.
            texts: Its ledger.
            recover: Finishes or undoes what a killed writer left.
        """
        self.written: set[DocumentId] = set()
        self.patience = PATIENCE
        self._layout = layout
        self._texts = texts
        self._recover = recover
        self._live = None if layout else Store()
        self._checkpoint: snapshots.Checkpoint | None = None
        self._lent: list[snapshots.Checkpoint] = []
        self._batch: ExitStack | None = None

    @property
    def live(self) -> Store:
        """The quads to write to; a reference that is kept would keep them open."""
        if self._live is None:
            raise StoreLocked("the store is not open for writing")
        return self._live

    @property
    def reading(self) -> Store:
        """The quads to read: all that was written here, or the newest checkpoint."""
        if self._live is not None:
            return self._live
        self._refresh()
        return Store() if self._checkpoint is None else self._checkpoint.quads

    @property
    def generation(self) -> int | None:
        """Number of the last change that a reader sees; None for all of them."""
        if self._live is not None:
            return None
        self._refresh()
        return 0 if self._checkpoint is None else self._checkpoint.generation

    def checkpoint(self) -> snapshots.Checkpoint | None:
        """The newest checkpoint, kept open until the store is closed; None if nothing is held."""
        if self._layout is None or (newest := snapshots.newest(self._layout.snapshots)) is None:
            return None
        with told(self._layout.folder):
            self._lent.append(snapshots.Checkpoint(self._layout.snapshots, newest))
        return self._lent[-1]

    @contextmanager
    def batch(self) -> Iterator[None]:
        """Several changes under one lock, which the first of them takes."""
        if self._batch is not None:
            yield
            return
        with ExitStack() as stack:
            self._batch = stack
            try:
                yield
            finally:
                self._batch = None

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Hold the lock with the live quads open; then flush them and make a checkpoint.

        Raises:
            StoreLocked: Another process writes, and did not stop within the patience.
            DiskFull: There is no room left.
        """
        if self._live is not None:
            yield
        elif self._batch is not None:
            self._batch.enter_context(self._session(self.patience))
            yield
        else:
            with self._session(self.patience):
                yield

    @contextmanager
    def _session(self, patience: float) -> Iterator[None]:
        layout = self._layout
        if layout is None:
            raise SetupError("the store in memory is closed")
        with told(layout.folder), WriterLock(layout.lock, patience).held():
            try:
                self._live = Store(str(layout.quads))
                self._recover(self._live)
                yield
                self._finish(layout)
            except BaseException as error:
                # What its frames still hold would keep the quads open, and the next writer out.
                traceback.clear_frames(error.__traceback__)
                raise
            finally:
                self.written.clear()
                # The last reference: it closes the quads.
                self._live = None

    def wrote(self, document: DocumentId) -> None:
        """Note a document as written; flush now and then, and only then call it kept."""
        self.written.add(document)
        if self._layout is None or len(self.written) >= FLUSH_EVERY:
            self._flush()

    def close(self) -> None:
        """Let go of everything."""
        for checkpoint in (self._checkpoint, *self._lent):
            if checkpoint is not None:
                checkpoint.close()
        self._checkpoint = None
        self._lent.clear()
        self._live = None

    def _flush(self) -> None:
        if self._layout is not None:
            self.live.flush()
        self._texts.settle(self.written)
        self.written.clear()

    def _finish(self, layout: Layout) -> None:
        if self.written:
            self._flush()
        self._texts.checkpoint()
        if self._texts.generation:
            snapshots.take(self.live, layout.snapshots, self._texts.generation)

    def _refresh(self) -> None:
        """Have the newest checkpoint open; make one if changes are in none and nobody writes."""
        if self._layout is None:
            return
        wanted = self._texts.generation
        seen = 0 if self._checkpoint is None else self._checkpoint.generation
        if seen == wanted:
            return
        if snapshots.newest(self._layout.snapshots) != wanted:
            with suppress(StoreLocked), self._session(_PATIENCE_OF_READERS):
                pass
        with told(self._layout.folder):
            self._open(self._layout, seen)

    def _open(self, layout: Layout, seen: int) -> None:
        while (newest := snapshots.newest(layout.snapshots)) is not None and newest > seen:
            with suppress(FileNotFoundError):
                # Gone between two looks: a writer has made a newer one.
                opened = snapshots.Checkpoint(layout.snapshots, newest)
                if self._checkpoint is not None:
                    self._checkpoint.close()
                self._checkpoint = opened
                return
