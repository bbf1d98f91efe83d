"""What the long run of a capture measures: held event loop, memory, repaints, delay of pictures."""

import faulthandler
import statistics
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

import av
import psutil
from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QGraphicsView

from proctor_desktop.domain.timeline import MICROS_PER_SECOND
from proctor_desktop.gui.analysis.live_panel import LivePanel
from proctor_desktop.gui.analysis.runner import Runner
from proctor_desktop.media.source import LiveSource
from proctor_desktop.pipeline import Update
from proctor_desktop.services import live

BEAT_MS = 10
HELD_SEC = 0.05


@dataclass(frozen=True, slots=True)
class Gap:
    """Seconds between two beats of the event loop.

    Attributes:
        waited: the whole.
        worked: what of it this thread worked.
        starved: what of it this thread was ready to work and no processor was free.
    """

    at: float
    waited: float
    worked: float
    starved: float = 0.0

    @property
    def held(self) -> float:
        """What the program itself held the thread: work, and waiting for its other threads."""
        return self.waited - self.starved


class Scheduling:
    """Seconds for which this thread waited for a processor (Linux only, 0 elsewhere)."""

    def __init__(self) -> None:
        path = Path("/proc/thread-self/schedstat")
        self._file = path.open("rb", buffering=0) if path.exists() else None

    def starved(self) -> float:
        """Since the thread began."""
        if self._file is None:
            return 0.0
        self._file.seek(0)
        return int(self._file.read(100).split()[1]) / 1e9

    def close(self) -> None:
        """Close the file."""
        if self._file is not None:
            self._file.close()


class Heartbeat(QObject):
    """Beats every 10 ms in the window's thread; a late beat is a held thread."""

    def __init__(self, traces: TextIO | None = None) -> None:
        """``traces`` takes the stacks of all threads whenever a beat is late: to find a cause."""
        super().__init__()
        self._traces = traces
        self._scheduling = Scheduling()
        self.beats = 0
        self.longest = self.longest_held = Gap(0.0, 0.0, 0.0)
        self.most_worked = 0.0
        self.late: list[Gap] = []
        self._before = self._now()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(BEAT_MS)

    def _now(self) -> tuple[float, float, float]:
        return time.monotonic(), time.thread_time(), self._scheduling.starved()

    @Slot()
    def _beat(self) -> None:
        now = self._now()
        gap = Gap(now[0], *(a - b for a, b in zip(now, self._before, strict=True)))
        self._before = now
        self.beats += 1
        self.most_worked = max(self.most_worked, gap.worked)
        self.longest = max(self.longest, gap, key=lambda each: each.waited)
        self.longest_held = max(self.longest_held, gap, key=lambda each: each.held)
        if gap.waited > HELD_SEC:
            self.late.append(gap)
        if self._traces is not None:
            faulthandler.dump_traceback_later(HELD_SEC, file=self._traces)

    def stop(self) -> None:
        """Beat no more."""
        self._timer.stop()
        if self._traces is not None:
            faulthandler.cancel_dump_traceback_later()
        self._scheduling.close()


@dataclass(frozen=True, slots=True)
class Minute:
    """One minute of a capture."""

    number: int
    seconds: float
    samples: int
    repaints: int
    megabytes: float
    delay_median_ms: float
    delay_longest_ms: float

    def __str__(self) -> str:
        return (
            f"minute {self.number:3}: {self.samples / self.seconds:5.2f} samples/s, "
            f"{self.repaints / self.seconds:5.2f} repaints/s, {self.megabytes:6.1f} MB, "
            f"delay {self.delay_median_ms:.0f} ms, at most {self.delay_longest_ms:.0f} ms"
        )


class LiveWatch(QObject):
    """Counts what the panel of a running capture shows."""

    def __init__(self) -> None:
        """Watches the source that is opened next."""
        super().__init__()
        self.minutes: list[Minute] = []
        self.delays: list[float] = []
        self._process = psutil.Process()
        self._source: LiveSource | None = None
        self._samples = self._repaints = 0
        self._fresh: list[float] = []
        self._open = live.open_live
        live.open_live = self._opened
        self._began = time.monotonic()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.close_minute)
        self._timer.start(60_000)

    def watch(self, panel: LivePanel, runner: Runner) -> None:
        """Count what comes to a panel, and how often its curves are painted."""
        curves = panel.timeline.findChild(QGraphicsView)
        assert curves is not None
        curves.viewport().installEventFilter(self)
        runner.produced.connect(self.take)

    def _opened(self, *arguments: Any) -> LiveSource:
        self._source = self._open(*arguments)
        return self._source

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt names it
        """Count the paint events of the curves."""
        self._repaints += event.type() == QEvent.Type.Paint
        return False

    @Slot(int, object)
    def take(self, _: int, updates: Sequence[Update]) -> None:
        """Connected behind the panel: what is counted here is on the screen at the next turn."""
        fresh = [each for each in updates if each.outcome is None]
        self._samples += len(fresh)
        if fresh and self._source is not None:
            captured = self._source.origin + fresh[-1].sample.time / MICROS_PER_SECOND
            self._fresh.append(time.monotonic() - captured)

    @Slot()
    def close_minute(self) -> None:
        """Note what came since the last time, and say it."""
        now = time.monotonic()
        delays = self._fresh or [0.0]
        self.minutes.append(
            Minute(
                len(self.minutes) + 1,
                now - self._began,
                self._samples,
                self._repaints,
                self._process.memory_info().rss / 2**20,
                1000 * statistics.median(delays),
                1000 * max(delays),
            )
        )
        self.delays += self._fresh
        self._began, self._samples, self._repaints = now, 0, 0
        self._fresh = []
        sys.stdout.write(f"{self.minutes[-1]}\n")
        sys.stdout.flush()

    def stop(self) -> None:
        """Give back what was taken over."""
        self._timer.stop()
        live.open_live = self._open


def looped(source: Path, target: Path, seconds: float) -> None:
    """Write the recording again and again, packet by packet, until it is so long."""
    with av.open(str(target), "w") as written:
        shift, length_sec, stream = 0, 0.0, None
        while length_sec < seconds:
            with av.open(str(source)) as read:
                video = read.streams.video[0]
                stream = stream or written.add_stream_from_template(video)
                length = video.duration
                for packet in read.demux(video):
                    if packet.dts is None:
                        continue
                    packet.pts, packet.dts = packet.pts + shift, packet.dts + shift
                    packet.time_base, packet.stream = video.time_base, stream
                    written.mux(packet)
            shift += length
            length_sec = float(shift * video.time_base)
