"""Runs the work of entries: files one after another, captures at once beside everything."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QThread, Signal, Slot

from proctor_desktop.gui.analysis.entries import QueueEntry
from proctor_desktop.gui.analysis.work import Work
from proctor_desktop.gui.analysis.worker import Keep, Worker, started_thread


class Runner(QObject):
    """Threads of entries, by their numbers. Signals are those of `Worker`, but for the last.

    Signals:
        ended: the number of an entry whose thread is over; whatever came of it was told before.
    """

    opened = Signal(int, float)
    warned = Signal(int, object)
    produced = Signal(int, object)
    measured = Signal(int, object)
    progressed = Signal(int, float)
    changed = Signal(int, object)
    succeeded = Signal(int, object)
    unsaved = Signal(int, object, object)
    failed = Signal(int, object)
    ended = Signal(int)

    def __init__(self, keep: Callable[[], Keep], parent: QObject | None = None) -> None:
        """``keep`` gives what keeps a report."""
        super().__init__(parent)
        self._keep = keep
        self._running: dict[int, tuple[Worker, QThread]] = {}
        self._is_closing = False

    @property
    def running(self) -> tuple[int, ...]:
        """Numbers of the entries that run."""
        return tuple(self._running)

    def begin(self, entry: QueueEntry, work: Work) -> None:
        """Run the work of an entry in a thread of its own."""
        worker = Worker(entry.id, work, self._keep(), is_live=entry.is_live)
        for name in ("opened", "warned", "produced", "measured", "progressed", "changed"):
            getattr(worker, name).connect(getattr(self, name))
        for name in ("succeeded", "unsaved", "failed"):
            getattr(worker, name).connect(getattr(self, name))
        thread = started_thread(worker, self)
        thread.finished.connect(self._sweep)
        self._running[entry.id] = (worker, thread)

    def stop(self, entry_id: int) -> None:
        """Break off the analysis of a file, or end a capture, which is then reported."""
        if entry_id in self._running:
            self._running[entry_id][0].stop()

    def close(self) -> None:
        """Stop everything and wait for it; captures are reported and kept."""
        self._is_closing = True
        for worker, _ in self._running.values():
            worker.stop()
        for _, thread in self._running.values():
            thread.quit()
            thread.wait()
        self._running.clear()

    @Slot()
    def _sweep(self) -> None:
        """Forget the threads that are over."""
        over = [number for number, (_, thread) in self._running.items() if thread.isFinished()]
        for number in over:
            _, thread = self._running.pop(number)
            thread.deleteLater()
            if not self._is_closing:
                self.ended.emit(number)
