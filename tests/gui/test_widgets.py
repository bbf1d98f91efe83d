"""Small widgets: what they draw and what they say."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from proctor_desktop.domain.calibration import (
    CalibrationFault,
    CalibrationFinding,
    CalibrationStatus,
    FrameRejection,
)
from proctor_desktop.domain.frame import FaceLandmarks, Frame, PeopleLook, PersonBox
from proctor_desktop.domain.report import RiskClass
from proctor_desktop.domain.signals import Missing, SignalSample
from proctor_desktop.domain.timeline import Micros, from_seconds
from proctor_desktop.gui.analysis.calibration_ring import CalibrationRing
from proctor_desktop.gui.display.gauges import CoverageGauge, RiskGauge
from proctor_desktop.gui.display.overlay import head_directions
from proctor_desktop.gui.display.picture import Picture
from proctor_desktop.gui.display.video_view import VideoView
from proctor_desktop.gui.display.why import WhyDialog
from proctor_desktop.gui.kit import theme
from proctor_desktop.gui.review.gaze_map import CELLS, GazeMap
from proctor_desktop.scoring.extent import RiskRange
from proctor_desktop.scoring.policy import Policy
from tests.gui.looking import named, opened_dialog
from tests.unit.report.samples import CALIBRATION


def a_face() -> FaceLandmarks:
    points = np.zeros((478, 3), np.float32)
    points[:, 0] = np.linspace(100, 220, 478)
    points[:, 1] = np.linspace(80, 200, 478)
    return FaceLandmarks(points, 1.0)


def a_picture(**changes: object) -> Picture:
    frame = Frame(from_seconds(12), np.full((240, 320, 3), 90, np.uint8))
    sample = SignalSample(
        from_seconds(12), 1.0, 25.0, -10.0, 3.0, 0.2, 0.1, face_x=0.5, face_y=0.5,
        face_width=0.3, face_height=0.5,
    )  # fmt: skip
    facts: dict[str, object] = {"frame": frame, "sample": sample, **changes}
    return Picture(**facts)  # type: ignore[arg-type]  # passed on


@pytest.fixture
def view(qtbot: QtBot) -> VideoView:
    made = VideoView("nothing yet")
    qtbot.addWidget(made)
    made.resize(640, 480)
    return made


def drawn(view: VideoView) -> np.ndarray:
    image = view.grab().toImage().convertToFormat(view.grab().toImage().Format.Format_RGB888)
    buffer = np.frombuffer(image.constBits(), np.uint8)
    return buffer.reshape(image.height(), image.bytesPerLine()).copy()


@pytest.mark.parametrize(
    ("yaw", "pitch", "roll", "forward"),
    [
        (0, 0, 0, (0, 0)),
        (90, 0, 0, (1, 0)),
        (-90, 0, 0, (-1, 0)),
        (0, 90, 0, (0, -1)),
        (0, -90, 0, (0, 1)),
    ],
)
def test_the_head_points_where_its_signs_say(
    yaw: float, pitch: float, roll: float, forward: tuple[float, float]
) -> None:
    _, _, axis = head_directions(yaw, pitch, roll)
    assert (axis.x(), axis.y()) == pytest.approx(forward, abs=1e-9)


def test_a_clockwise_roll_lowers_the_right_side() -> None:
    right, up, _ = head_directions(0, 0, 90)
    assert (right.x(), right.y()) == pytest.approx((0, 1), abs=1e-9)
    assert (up.x(), up.y()) == pytest.approx((1, 0), abs=1e-9)


@pytest.mark.parametrize("layer", ["landmarks", "head", "gaze", "people"])
def test_each_layer_can_be_switched(view: VideoView, layer: str) -> None:
    look = PeopleLook(Micros(0), (PersonBox(0.3, 0.3, 0.3, 0.4, 0.9),))
    view.show_picture(a_picture(face=a_face(), look=look))
    switch = getattr(view, f"set_{layer}")
    switch(False)
    without = drawn(view)
    switch(True)
    assert (drawn(view) != without).any()


def test_stored_measurements_are_drawn_without_landmarks(view: VideoView) -> None:
    view.show_picture(a_picture())
    with_axes = drawn(view)
    view.set_head(False)
    assert (drawn(view) != with_axes).any()


def test_the_picture_says_what_was_measured_or_why_not(view: VideoView) -> None:
    assert view.describe() == "nothing yet"
    view.show_picture(a_picture())
    assert view.describe() == "0:12.0: head yaw 25°, pitch -10°, roll 3°"
    view.show_picture(
        a_picture(sample=SignalSample(from_seconds(12), yaw=-0.3, pitch=-0.4, roll=0.0))
    )
    assert view.describe() == "0:12.0: head yaw 0°, pitch 0°, roll 0°", "there is no -0°"
    lost = SignalSample(from_seconds(12), yaw=Missing.TOO_DARK)
    view.show_picture(a_picture(sample=lost))
    assert "too dark" in view.describe()


def test_the_left_of_the_picture_is_on_the_left(view: VideoView) -> None:
    rgb = np.zeros((240, 320, 3), np.uint8)
    rgb[:, :160] = 255
    view.show_picture(Picture(Frame(Micros(0), rgb)))
    shown = view.grab().toImage()
    reds = [QColor(shown.pixel(x, 200)).red() for x in (100, 540)]
    assert reds == [255, 0]


def where_drawn(view: VideoView, before: np.ndarray) -> tuple[float, float]:
    """Middle of what changed since ``before``, as shares of width and height."""
    rows, columns = np.nonzero(drawn(view) != before)
    return columns.mean() / before.shape[1], rows.mean() / before.shape[0]


def test_the_name_stands_large_on_the_picture_whether_there_is_one_or_not(view: VideoView) -> None:
    for picture in (None, Picture(Frame(Micros(0), np.full((240, 320, 3), 90, np.uint8)))):
        view.set_name("")
        view.show_picture(picture)
        before = drawn(view)
        view.set_name("Anna Maria Beispielmann-Mustername")
        across, down = where_drawn(view, before)
        assert across < 0.5
        assert down < 0.1
        assert "Anna Maria Beispielmann-Mustername" in view.accessibleDescription()


def test_a_lamp_says_that_it_is_recorded_and_leaves_the_name_its_room(view: VideoView) -> None:
    view.show_picture(a_picture())
    view.set_name("Somebody with a name that is much longer than any picture on a screen is wide")
    before = drawn(view)
    view.set_lamp("REC 0:12:03")
    across, down = where_drawn(view, before)
    assert across > 0.5
    assert down < 0.1


def test_a_picture_that_stands_still_says_so_on_red(view: VideoView) -> None:
    view.show_picture(a_picture())
    view.set_alarm("No signal since 10:42:07")
    middle = QColor(view.grab().toImage().pixel(20, 240))
    assert middle.red() > 150 > 60 > middle.green()
    assert "No signal since 10:42:07" in view.accessibleDescription()
    view.set_alarm("")
    assert QColor(view.grab().toImage().pixel(20, 240)).red() < 120


def test_the_ring_counts_and_says_why_a_frame_was_not_used(qtbot: QtBot) -> None:
    ring = CalibrationRing()
    qtbot.addWidget(ring)
    ring.show_frame(33, 80, 5.2, FrameRejection.HEAD_MOVING)
    assert ring.sentence == "Not used: the head is moving"
    assert "41%" in ring.accessibleDescription()
    ring.show_frame(94, 80, 5.1, None)
    assert "100%" in ring.accessibleDescription(), "a quota that is overfilled is no error"
    assert "Seconds left: 5" in ring.sentence


def test_why_a_calibration_failed_is_a_click_away(qtbot: QtBot) -> None:
    ring = CalibrationRing()
    qtbot.addWidget(ring)
    ring.show()
    assert not ring.why.isVisible()
    words = "The candidate looked aside for most of it."
    finding = CalibrationFinding(CalibrationFault.LOOKING_ASIDE, words)
    ring.show_result(replace(CALIBRATION, status=CalibrationStatus.FAILED, findings=(finding,)))
    assert ring.sentence == "Calibration failed; default thresholds are used."
    assert words in ring.accessibleDescription()
    QTest.mouseClick(ring.why, Qt.MouseButton.LeftButton)
    assert words in opened_dialog(WhyDialog, qtbot).plain_text


@pytest.mark.parametrize("status", CalibrationStatus)
def test_where_the_camera_stands_is_said_at_once(status: CalibrationStatus, qtbot: QtBot) -> None:
    ring = CalibrationRing()
    qtbot.addWidget(ring)
    finding = CalibrationFinding(CalibrationFault.CAMERA_BESIDE, "It looks 38 degrees aside.")
    ring.show_result(replace(CALIBRATION, status=status, findings=(finding,)))
    assert "The camera seems to stand beside the screen." in ring.sentence


def test_where_too_little_was_measured_the_gauge_says_so_and_the_range(qtbot: QtBot) -> None:
    gauge = RiskGauge()
    qtbot.addWidget(gauge)
    gauge.show_risk(0.1, None, Policy().limits, risks=RiskRange(0.05, 0.93))
    assert gauge.words == "0.10 Too little to say; 0.05 to 0.93, had all been measured"
    gauge.show_risk(0.1, RiskClass.CLEAN, Policy().limits, risks=RiskRange(0.1, 0.101))
    assert gauge.words == "0.10 Clean"


def test_gauges_say_class_and_share_in_words(qtbot: QtBot) -> None:
    risk, coverage = RiskGauge(), CoverageGauge()
    qtbot.addWidget(risk)
    qtbot.addWidget(coverage)
    why = named(risk, "Risk: Why?")
    assert not why.isEnabled()
    risk.show_risk(0.34, RiskClass.BORDERLINE, Policy().limits)
    coverage.show_share(0.93, complete=False)
    assert risk.words == "0.34 Borderline"
    assert coverage.words == "93% measurable; recording incomplete"
    heard: list[bool] = []
    risk.why_asked.connect(lambda: heard.append(True))
    QTest.mouseClick(why, Qt.MouseButton.LeftButton)
    assert heard == [True]


def test_the_coverage_names_what_was_never_measured(qtbot: QtBot) -> None:
    coverage = CoverageGauge()
    qtbot.addWidget(coverage)
    coverage.show_share(1.0, unmeasured=["gaze"])
    assert "gaze 0 %" in coverage.words


def test_the_gaze_map_finds_every_look_at_a_place(qtbot: QtBot) -> None:
    gaze = GazeMap()
    qtbot.addWidget(gaze)
    gaze.resize(420, 420)
    times = (np.arange(120) / 12 * 1e6).astype(np.int64)
    across = np.zeros(120)
    across[24:36] = across[72:84] = 0.7
    up = np.zeros(120)
    across[100:110] = np.nan
    gaze.load(times, across, up, np.full(120, 1 / 12), 0.35)
    column = int((0.7 + 1.05) / 2.1 * CELLS)
    assert gaze.looks_at(CELLS // 2, column) == [from_seconds(2), from_seconds(6)]
    assert "2.0 of 9.2 measurable" in gaze.summary()
    heard: list[list[int]] = []
    gaze.place_chosen.connect(heard.append)
    cell = gaze.square.width() / CELLS
    place = gaze.square.topLeft() + QPointF((column + 0.5) * cell, (CELLS // 2 + 0.5) * cell)
    QTest.mouseClick(
        gaze, Qt.MouseButton.LeftButton, pos=QPoint(round(place.x()), round(place.y()))
    )
    QTest.keyClick(gaze, Qt.Key.Key_Left)
    QTest.keyClick(gaze, Qt.Key.Key_Return)
    assert heard == [[from_seconds(2), from_seconds(6)], []]


def test_the_same_widget_is_drawn_in_other_colours_in_the_other_theme(
    qtbot: QtBot, qapp: object
) -> None:
    gauge = RiskGauge()
    qtbot.addWidget(gauge)
    gauge.show_risk(0.9, RiskClass.HIGH_RISK, Policy().limits)
    dark = gauge.grab().toImage()
    theme.apply(qapp, "light")  # type: ignore[arg-type]  # a QApplication
    assert gauge.grab().toImage() != dark
