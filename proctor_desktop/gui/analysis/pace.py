"""How far the recordings are, in minutes of recording, and how long the rest will take."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from proctor_desktop.gui.analysis.entries import QueueEntry, QueueState

USUAL_SECONDS = 60.0
"""Stands for a recording whose length nobody has looked at yet."""

KNOWN_AFTER_SEC = 5.0
"""A pace measured over less says nothing."""


@dataclass(frozen=True, slots=True)
class Progress:
    """Of the files among some entries; captures have no end to get nearer to.

    Attributes:
        done_sec, all_sec: seconds of recording.
        done, failed, files: recordings that are analysed, could not be used, and all.
    """

    done_sec: float = 0.0
    all_sec: float = 0.0
    done: int = 0
    failed: int = 0
    files: int = 0

    @staticmethod
    def of(entries: Sequence[QueueEntry]) -> "Progress":
        """The progress of these entries."""
        files = [entry for entry in entries if not entry.is_live]
        states = [entry.state for entry in files]
        return Progress(
            done_sec=sum(_length(entry) * _share(entry) for entry in files),
            all_sec=sum(_length(entry) for entry in files),
            done=states.count(QueueState.DONE) + states.count(QueueState.UNSAVED),
            failed=states.count(QueueState.FAILED),
            files=len(files),
        )

    @property
    def share(self) -> float:
        """0 to 1; 1 where nothing is to be done."""
        return self.done_sec / self.all_sec if self.all_sec else 1.0

    @property
    def left_sec(self) -> float:
        """Seconds of recording that are still to be analysed."""
        return self.all_sec - self.done_sec


def _length(entry: QueueEntry) -> float:
    return entry.seconds or USUAL_SECONDS


def _share(entry: QueueEntry) -> float:
    return 1.0 if entry.state.is_final else entry.share


class Pace:
    """Measures how fast recordings are analysed while they are."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._began: tuple[float, float] | None = None

    def begin(self, progress: Progress) -> None:
        """Measure from here on."""
        self._began = (self._clock(), progress.done_sec)

    def note(self, progress: Progress) -> None:
        """Take notice of progress; the time until the first of it, in which models load, says
        nothing about the pace."""
        if self._began is not None and self._began[1] >= progress.done_sec:
            self.begin(progress)

    def stop(self) -> None:
        """Nothing is analysed now."""
        self._began = None

    def seconds_left(self, progress: Progress) -> float | None:
        """Seconds until everything is analysed; None while nothing is known."""
        if self._began is None:
            return None
        began, before = self._began
        elapsed, gained = self._clock() - began, progress.done_sec - before
        if elapsed < KNOWN_AFTER_SEC or gained <= 0:
            return None
        return progress.left_sec * elapsed / gained
