"""A capture over a long time: a file at its own pace through the camera's interface.

The window is the real one, over a folder of its own; a person who is not there presses Stop at the
end. `soak.py` runs it for an hour, `test_live_run.py` for some seconds.
"""

import json
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TextIO

import psutil
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from proctor_desktop import bootstrap
from proctor_desktop.domain.report import Report
from proctor_desktop.gui.kit import garbage
from proctor_desktop.gui.preferences import Preferences
from proctor_desktop.gui.services import LateServices
from proctor_desktop.gui.shell import app
from proctor_desktop.gui.shell.main_window import MainWindow
from proctor_desktop.settings import load
from proctor_desktop.simulation.recorder import record
from proctor_desktop.simulation.scenario import Scenario
from tests.gui.analysing import page_of, panel, press
from tests.gui.watching import HELD_SEC, Gap, Heartbeat, LiveWatch, looped

SETTLED_MINUTES = 10
"""Caches are full and buffers have found their size."""

CANDIDATE = """
title: a minute of an exam, to be played again and again
seconds: 60
fps: 25
size: 1280x720
seed: 11
blinks: 15
at 14 s turn left 34 deg for 2 s
at 28 s look right 30 deg for 1.5 s
at 44 s leave left for 3 s
"""


@dataclass(frozen=True, slots=True)
class Figures:
    """What a capture was like."""

    minutes: float
    samples_per_second: float
    dropped: int
    decode_errors: int
    longest_held_ms: float
    longest_worked_ms: float
    held_over_50_ms: int
    late_over_50_ms: int
    longest_late_ms: float
    starved_of_it_ms: float
    repaints_per_second: float
    delay_median_ms: float
    delay_p99_ms: float
    delay_longest_ms: float
    megabytes_settled: float
    megabytes_end: float
    processor_share: float
    incidents: int


def candidate(folder: Path, seconds: float) -> Path:
    """A recording of so many seconds."""
    short, whole = folder / "candidate.mp4", folder / f"candidate_{seconds:.0f}.mkv"
    if not whole.is_file():
        if not short.is_file():
            record(Scenario.parse(CANDIDATE), short)
        looped(short, whole, seconds)
    return whole


class Capture:
    """A window that captures for some time."""

    def __init__(self, folder: Path, video: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder, self._video = folder, video
        preferences = Preferences(folder)
        preferences.check_seen = True
        preferences.reviewer = "Ada"
        settings = load(folder=folder)
        self.application: QApplication = app.create_application(settings, preferences)
        self.services = bootstrap.build(settings, is_service=False)
        self.window = MainWindow(LateServices(lambda: self.services), settings, preferences)
        self.window.begun.connect(garbage.settle)
        self.window.resize(1280, 720)
        self.window.show()
        self.page = page_of(self.window)
        self.late: list[Gap] = []

    def _turn_until(self, is_over: Callable[[], bool], seconds: float) -> None:
        """Run the event loop as `exec` would, until something is so or the time is over."""
        end = time.monotonic() + seconds
        loop = QEventLoop(self.application)
        timer = QTimer()
        timer.timeout.connect(loop.quit)
        timer.start(200)
        while time.monotonic() < end and not is_over():
            loop.exec()
        timer.stop()

    def run(self, seconds: float, traces: TextIO | None = None) -> Figures:
        """Capture for so long, stop, and say what it was like."""
        process = psutil.Process()
        presenter = self.page.presenter
        watch = LiveWatch()
        self.page.capture(str(self._video), "candidate")
        watch.watch(panel(self.page), presenter.runner)
        shown = panel(self.page).timeline.lanes["yaw"].curve_points
        self._turn_until(lambda: len(shown) > 0, 60)
        before, began = sum(process.cpu_times()[:2]), time.monotonic()
        heart = Heartbeat(traces)
        self._turn_until(lambda: presenter.queue.rows[0].state.is_final, seconds)
        heart.stop()
        self.late = heart.late
        share = (sum(process.cpu_times()[:2]) - before) / (time.monotonic() - began)
        watch.close_minute()
        watch.stop()
        press(self.page, "End this capture")
        self._turn_until(lambda: presenter.queue.rows[0].state.is_final, 600)
        self._turn_until(lambda: not presenter.runner.running, 60)
        report = self.services.reports.get(presenter.queue.rows[0].report_id)
        samples = len(self.services.reports.signals(report.report_id).track.times)
        return figures(report, samples, heart, watch, share)

    def close(self) -> None:
        """Close the window and the database."""
        self.window.close()
        self.services.close()


def figures(
    report: Report, samples: int, heart: Heartbeat, watch: LiveWatch, share: float
) -> Figures:
    """What was measured, gathered."""
    coverage = report.analysis.coverage
    delays = sorted(watch.delays)
    whole = watch.minutes[1:-1] or watch.minutes
    settled = watch.minutes[SETTLED_MINUTES:] or watch.minutes
    return Figures(
        minutes=coverage.duration_sec / 60,
        samples_per_second=samples / coverage.duration_sec,
        dropped=coverage.dropped_frames,
        decode_errors=coverage.decode_errors,
        longest_held_ms=1000 * heart.longest_held.held,
        longest_worked_ms=1000 * heart.most_worked,
        held_over_50_ms=sum(gap.held > HELD_SEC for gap in heart.late),
        late_over_50_ms=len(heart.late),
        longest_late_ms=1000 * heart.longest.waited,
        starved_of_it_ms=1000 * heart.longest.starved,
        repaints_per_second=statistics.median(each.repaints / each.seconds for each in whole),
        delay_median_ms=1000 * statistics.median(delays),
        delay_p99_ms=1000 * delays[int(0.99 * len(delays))],
        delay_longest_ms=1000 * delays[-1],
        megabytes_settled=settled[0].megabytes,
        megabytes_end=watch.minutes[-1].megabytes,
        processor_share=share,
        incidents=len(report.analysis.incidents),
    )


def main(folder: Path, minutes: float, *, is_traced: bool = False) -> int:
    """Capture, print, and say by the exit code whether it was as it must be."""
    folder.mkdir(parents=True, exist_ok=True)
    video = candidate(folder, 60 * minutes + 30)
    capture = Capture(folder / f"run_{time.time():.0f}", video)
    with (folder / "late_beats.txt").open("w") as traces:
        found = capture.run(60 * minutes, traces if is_traced else None)
    capture.close()
    (folder / "figures.json").write_text(json.dumps(asdict(found), indent=1))
    sys.stdout.write(json.dumps(asdict(found), indent=1) + "\n")
    growth = found.megabytes_end / found.megabytes_settled
    as_it_must_be = (
        found.samples_per_second > 11.9
        and found.held_over_50_ms == 0
        and growth < 1.05
        and found.delay_median_ms < 150
    )
    for gap in capture.late:
        sys.stdout.write(f"late: {gap}\n")
    return 0 if as_it_must_be else 1
