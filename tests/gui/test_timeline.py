"""The timeline: seeking both ways, zooming without a mouse, words, and speed."""

import time

import numpy as np
import pytest
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from proctor_desktop.domain.timeline import from_seconds
from proctor_desktop.gui.display.lane import LaneSpec
from proctor_desktop.gui.display.spans import Look, Span
from proctor_desktop.gui.display.timeline import Timeline

SPECS = (
    LaneSpec("yaw", "Head turn", "°", "yaw", -45, 45),
    LaneSpec("gaze", "Gaze", " rad", "gaze", 0, 1.2, 2),
)
ROWS = (("Gaze", "gaze"), ("Head", "yaw"))


class Ear(QObject):
    """Collects what a signal said."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[object] = []

    def hear(self, value: object) -> None:
        self.heard.append(value)


@pytest.fixture
def timeline(qtbot: QtBot) -> Timeline:
    made = Timeline(SPECS, ROWS)
    qtbot.addWidget(made)
    made.resize(900, 320)
    made.set_duration(from_seconds(100))
    times = np.arange(1200) / 12
    values = np.zeros(1200, np.float32)
    values[600:720] = 30
    values[900:960] = np.nan
    made.load("yaw", times, values)
    made.set_threshold("yaw", 15.0)
    made.set_spans([Span(50, 60, 1), Span(70, 71, 0, Look.DISMISSED)])
    with qtbot.waitExposed(made):
        made.show()
    return made


def click(timeline: Timeline, place: QPoint) -> None:
    """Press and release where a person would, on whatever widget lies there."""
    target = timeline.childAt(place)
    assert target is not None
    QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=target.mapFrom(timeline, place))


def test_playhead_moves_silently_when_the_player_moves_it(timeline: Timeline) -> None:
    ear = Ear()
    timeline.sought.connect(ear.hear)
    timeline.set_playhead(from_seconds(42))
    assert timeline.playhead == from_seconds(42)
    assert ear.heard == []


def test_dragging_the_playhead_seeks(timeline: Timeline, qtbot: QtBot) -> None:
    ear = Ear()
    timeline.sought.connect(ear.hear)
    timeline.set_playhead(from_seconds(20))
    begin, end = timeline.place_of(20, 0.5), timeline.place_of(33, 0.5)
    target = timeline.childAt(begin)
    assert target is not None
    QTest.mousePress(target, Qt.MouseButton.LeftButton, pos=target.mapFrom(timeline, begin))
    for step in range(1, 11):
        place = begin + (end - begin) * (step / 10)
        QTest.mouseMove(target, target.mapFrom(timeline, place))
        qtbot.waitUntil(lambda: True)
    QTest.mouseRelease(target, Qt.MouseButton.LeftButton, pos=target.mapFrom(timeline, end))
    assert ear.heard
    assert timeline.playhead == pytest.approx(from_seconds(33), abs=from_seconds(0.5))
    assert ear.heard[-1] == timeline.playhead


def test_clicking_an_incident_chooses_it_and_seeks(timeline: Timeline, qtbot: QtBot) -> None:
    chosen, sought = Ear(), Ear()
    timeline.span_chosen.connect(chosen.hear)
    timeline.sought.connect(sought.hear)
    click(timeline, timeline.place_of(55, 1.5))
    qtbot.waitUntil(lambda: bool(sought.heard))
    assert chosen.heard == [0]
    assert sought.heard[0] == pytest.approx(from_seconds(55), abs=from_seconds(0.3))


def test_keys_zoom_and_move(timeline: Timeline) -> None:
    timeline.set_playhead(from_seconds(50))
    QTest.keyClick(timeline, Qt.Key.Key_Plus)
    start, end = timeline.view_range()
    assert 20 < end - start < 70
    assert start < 50 < end
    QTest.keyClick(timeline, Qt.Key.Key_PageDown)
    assert timeline.view_range()[0] > start
    QTest.keyClick(timeline, Qt.Key.Key_0)
    assert timeline.view_range() == pytest.approx((0, 100), abs=0.01)
    QTest.keyClick(timeline, Qt.Key.Key_End)
    assert timeline.playhead == from_seconds(100)


def test_view_never_leaves_the_recording(timeline: Timeline) -> None:
    timeline.set_view(-50, 30)
    assert timeline.view_range()[0] == pytest.approx(0)
    timeline.set_view(95, 180)
    assert timeline.view_range()[1] == pytest.approx(100)


def test_words_say_what_the_curves_show(timeline: Timeline) -> None:
    words = timeline.summary()
    assert "Incidents: 2" in words
    assert "Head turn: from 0° to 30°, measurable 95% of the time" in words
    assert "Gaze: nothing measured" in words
    assert "Head turn: 30°" in timeline.readout(55.0)
    assert "Head turn: not measurable" in timeline.readout(77.0)


def test_time_without_a_value_is_hatched(timeline: Timeline) -> None:
    starts, ends = timeline.lanes["yaw"].unmeasured()
    assert starts.tolist() == [75.0]
    assert ends.tolist() == [80.0]


def test_live_samples_are_drawn_on_the_timers_clock(timeline: Timeline, qtbot: QtBot) -> None:
    drawn: list[int] = []
    draw = timeline.lanes["gaze"].draw

    def counted(start: float, end: float, pixels: int) -> None:
        drawn.append(1)
        draw(start, end, pixels)

    timeline.lanes["gaze"].draw = counted  # type: ignore[method-assign]  # counts
    began = time.monotonic()
    for index in range(200):
        timeline.append("gaze", np.array([index / 12]), np.array([0.1], np.float32))
        if index % 20 == 0:
            QTest.qWait(1)
    qtbot.waitUntil(lambda: bool(drawn))
    elapsed = time.monotonic() - began
    assert len(drawn) <= 2 + elapsed / 0.066
    assert len(timeline.lanes["gaze"].curve_points) == 200


def test_three_hours_and_ten_thousand_incidents_scroll_and_zoom_at_thirty_frames_a_second(
    qtbot: QtBot,
) -> None:
    timeline = Timeline(SPECS, ROWS)
    qtbot.addWidget(timeline)
    timeline.resize(1200, 400)
    count = 130_000
    rng = np.random.default_rng(2)
    times = np.arange(count) / 12
    values = rng.normal(0, 8, count).astype(np.float32)
    timeline.set_duration(from_seconds(times[-1]))
    for name in timeline.lanes:
        timeline.load(name, times, values)
    starts = rng.uniform(0, times[-1], 10_000)
    timeline.set_spans([Span(at, at + 2, index % 2) for index, at in enumerate(starts)])
    with qtbot.waitExposed(timeline):
        timeline.show()

    shown = timeline.lanes["yaw"].curve_points.window(0, times[-1], 1200)
    assert len(shown[0]) < count / 5
    assert np.median(frame_seconds(timeline)) < 1 / 30


def frame_seconds(timeline: Timeline) -> list[float]:
    """Seconds of processor time for each picture of scrolling through and zooming in.

    Wall time would measure what else the machine does; `python -m tests.gui.soak frames` tells it.
    """
    views = [(step * 40.0, 9000.0 + step * 40) for step in range(12)]
    views += [(5000 - 400 / 1.6**step, 5000 + 400 / 1.6**step) for step in range(12)]
    frames = []
    for start, end in views:
        began = time.thread_time()
        timeline.set_view(start, end)
        timeline.draw_now()
        frames.append(time.thread_time() - began)
    return frames
