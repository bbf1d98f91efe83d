"""Several processes measure one recording: its curves grow where each part belongs."""

import shutil
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from proctor_desktop import bootstrap
from proctor_desktop.domain.signals import Channel, SignalTrack
from proctor_desktop.domain.timeline import Interval, Micros, from_seconds
from proctor_desktop.engine.framing import better_sampling
from proctor_desktop.engine.in_process import InProcessEngine
from proctor_desktop.engine.leave import Leave
from proctor_desktop.engine.parts import Part, Watch, WatchedEngine
from proctor_desktop.engine.pictures import grab_pictures
from proctor_desktop.gui.analysis.entries import QueueState
from proctor_desktop.gui.analysis.part_curves import PartCurves
from proctor_desktop.gui.display.curves import CAMERA_AXIS
from proctor_desktop.pipeline import AnalysisOptions, Outcome
from tests.gui.analysing import drop, entries, page_of, panel, press
from tests.gui.conftest import Workstation
from tests.unit.synthetic import Recording

END = from_seconds(60)


@pytest.fixture
def whole() -> SignalTrack:
    """A minute in which the face was lost from 25 to 27 s."""
    return Recording(60).leave(25, 27).track()


def between(track: SignalTrack, start: float, end: float) -> SignalTrack:
    return track.between(Interval(from_seconds(start), from_seconds(end)))


def part(track: SignalTrack, start: float, end: float, *, is_final: bool) -> Part:
    return Part(from_seconds(start), END, between(track, start, end), is_final)


def test_a_part_that_came_early_stands_where_it_belongs_and_is_provisional(
    whole: SignalTrack,
) -> None:
    curves = PartCurves()
    curves.take(part(whole, 40, 60, is_final=False))
    curves.take(part(whole, 0, 20, is_final=True))
    times, values = curves.curves(CAMERA_AXIS)["yaw"]
    assert (np.diff(times) > 0).all()
    assert not ((times > 20.1) & (times < 39.9)).any()
    assert np.isnan(values[np.searchsorted(times, 39.9) - 1]), "the line is broken off in between"
    starts, ends = curves.provisional()
    assert starts == pytest.approx([40], abs=0.1)
    assert ends == pytest.approx([60], abs=0.1)
    assert curves.seconds == pytest.approx(20, abs=0.1)


def test_joining_makes_the_parts_before_it_final(whole: SignalTrack) -> None:
    curves = PartCurves()
    curves.take(part(whole, 20, 40, is_final=False))
    curves.take(part(whole, 40, 60, is_final=False))
    curves.take(part(whole, 0, 40, is_final=True))
    assert curves.provisional()[0] == pytest.approx([40], abs=0.1)
    curves.take(part(whole, 0, 60, is_final=True))
    assert not len(curves.provisional()[0])
    times, values = curves.curves(CAMERA_AXIS)["yaw"]
    assert times * 1e6 == pytest.approx(whole.times)
    assert np.array_equal(values, whole.column(Channel.YAW), equal_nan=True)


class InParts:
    """An engine that shows the last third first, then the rest, and waits for leave to end."""

    pictures = staticmethod(grab_pictures)
    better_sampling = staticmethod(better_sampling)

    def __init__(self, leave: threading.Event) -> None:
        self._leave = leave

    def watched(self, watch: Watch, leave: Leave) -> WatchedEngine:
        def analyze(
            path: Path, options: AnalysisOptions, *, progress: Callable[[float], None], **rest: Any
        ) -> Outcome:
            outcome = InProcessEngine().analyze(path, options, progress=progress, **rest)
            track = outcome.track
            third = Micros(track.end * 2 // 3)
            late = track.between(Interval(third, track.end))
            watch(Part(third, track.end, late, is_final=False))
            early = track.between(Interval(Micros(0), Micros(track.end // 2)))
            watch(Part(Micros(0), track.end, early, True, outcome.assessment))
            assert self._leave.wait(60)
            return outcome

        return WatchedEngine(analyze)

    def analyze(self, *_: object, **__: object) -> Outcome:
        raise AssertionError("somebody watches")

    def close(self) -> None:
        """There is nothing to give back."""


def test_curves_grow_while_all_processors_work(
    analysed_folder: Path,
    recording: Path,
    output_folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    leave = threading.Event()
    monkeypatch.setattr(bootstrap, "build_engine", lambda settings: InParts(leave))
    folder = tmp_path / "workstation"
    shutil.copytree(analysed_folder, folder)
    workstation = Workstation(folder, qtbot)
    page = page_of(workstation.window)
    drop(workstation.window, recording)
    page.queue_panel.watch.setChecked(False)
    press(page, "Start")
    qtbot.waitUntil(lambda: page.watched.panel is not None)
    timeline = panel(page).timeline
    points = timeline.lanes["yaw"].curve_points
    qtbot.waitUntil(lambda: len(points) > 130)
    gap = (points.times > 8.1) & (points.times < 10.5)
    assert not gap.any()
    starts, _ = timeline.lanes["yaw"].unmeasured()
    provisional = workstation.window.grab()
    provisional.save(str(output_folder / "analysis_in_parts.png"))
    assert not ((starts > 7.9) & (starts < 10.5)).any(), "not measured yet is not unmeasurable"
    assert panel(page).found.count() == 2
    assert timeline.lanes["yaw"].threshold is not None
    leave.set()
    qtbot.waitUntil(lambda: entries(page)[-1].state.is_final)
    assert entries(page)[-1].state is QueueState.DONE, entries(page)[-1].problem
    assert len(points) == 192
    assert timeline.grab().toImage() != provisional.toImage(), "the dots are gone"
    qtbot.waitUntil(lambda: not page.presenter.runner.running)
    workstation.close()
