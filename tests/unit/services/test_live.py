"""Live sessions: two candidates at once before cameras in the network, one of which breaks."""

import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from proctor_desktop.calibration.marks import ExamMarks
from proctor_desktop.calibration.options import CalibrationOptions
from proctor_desktop.domain.errors import SourceRefusedError
from proctor_desktop.domain.live import LivePhase, LiveState
from proctor_desktop.domain.report import Subject
from proctor_desktop.engine.in_process import InProcessEngine
from proctor_desktop.engine.pictures import grab_pictures
from proctor_desktop.media.opencv import cv2
from proctor_desktop.media.video_file import VideoFile, file_sha256
from proctor_desktop.pipeline import AnalysisOptions, Update
from proctor_desktop.report.evidence import EvidenceOptions
from proctor_desktop.services.analyses import AnalysisService
from proctor_desktop.services.live import Captured, LiveRequest, LiveService
from proctor_desktop.simulation.recorder import record
from proctor_desktop.simulation.scenario import Scenario
from tests.unit.media.streams import NetworkCamera, network_camera

SITTING = """
title: A candidate who looks at the screen
seconds: 4
fps: 12
size: 320x240
seed: 5
"""
OPTIONS = AnalysisOptions(calibration=CalibrationOptions(duration_sec=0))
EACH = 30


@pytest.fixture(scope="module")
def jpegs(tmp_path_factory: pytest.TempPathFactory) -> list[bytes]:
    """Four seconds of a candidate."""
    path = tmp_path_factory.mktemp("sitting") / "sitting.mp4"
    record(Scenario.parse(SITTING), path)
    with VideoFile(path) as film:
        pictures = [frame.rgb[..., ::-1] for frame in film.frames()]
    return [cv2.imencode(".jpg", picture)[1].tobytes() for picture in pictures]


@pytest.fixture
def live(tmp_path: Path) -> LiveService:
    analyses = AnalysisService(
        InProcessEngine(),
        folder=tmp_path,
        evidence=EvidenceOptions(),
        min_free_mb=0,
        grab=grab_pictures,
    )
    return LiveService(analyses, tmp_path / "captures", EvidenceOptions())


@dataclass
class Seat:
    """One candidate, who is captured until enough pictures were seen."""

    camera: NetworkCamera
    name: str
    breaks: bool
    stop: threading.Event = field(default_factory=threading.Event)
    states: list[LiveState] = field(default_factory=list)
    updates: list[Update] = field(default_factory=list)

    def request(self) -> LiveRequest:
        return LiveRequest(self.camera.address, Subject(self.name, "M-2"), OPTIONS)

    def watch(self, update: Update) -> None:
        self.updates.append(update)
        if len(self.updates) == EACH and self.breaks:
            self.camera.cut()
        is_back = LivePhase.BACK in {state.phase for state in self.states}
        if len(self.updates) >= EACH * (2 if self.breaks else 3) and is_back == self.breaks:
            self.stop.set()

    def tell(self, state: LiveState) -> None:
        self.states.append(state)
        if state.attempt == 2:
            self.camera.mend()

    def run(self, live: LiveService) -> Captured:
        return live.capture(self.request(), watch=self.watch, tell=self.tell, stop=self.stop)


@pytest.fixture
def seats(jpegs: Sequence[bytes]) -> "Sequence[Seat]":
    with ExitStack() as stack:
        cameras = [stack.enter_context(network_camera(jpegs, 12)) for _ in range(2)]
        yield [Seat(cameras[0], "S-1", breaks=True), Seat(cameras[1], "S-2", breaks=False)]


def test_two_candidates_are_captured_at_once_and_a_gap_is_missing_data(
    live: LiveService, seats: Sequence[Seat]
) -> None:
    with ThreadPoolExecutor() as pool:
        broken, whole = pool.map(lambda seat: seat.run(live), seats)
    for seat, captured in zip(seats, (broken, whole), strict=True):
        report, path = captured.finished.report, captured.recording
        assert path is not None
        assert report.student_id == seat.name
        assert report.analysis.recording.name == path.name
        assert path.name == f"{seat.name}_M-2_{captured.began.astimezone():%Y-%m-%d_%H-%M-%S}.mkv"
        assert report.analysis.recording.sha256 == file_sha256(path)
        assert report.analysis.recording.began == captured.began
        assert captured.fault is None
    gap = next(state for state in seats[0].states if state.phase is LivePhase.BACK).gap_sec
    assert gap > 1
    assert seats[1].states[-1].phase is LivePhase.LIVE
    analysis = broken.finished.report.analysis
    (lost,) = analysis.coverage.technical_events
    assert (lost.kind, lost.duration) == ("feed_lost", pytest.approx(gap, abs=0.2))
    assert not analysis.coverage.is_complete
    assert broken.finished.report.alert_details == ()
    presence = next(each for each in analysis.coverage.channels if each.channel == "presence")
    assert presence.missing["frame_lost"] == pytest.approx(gap - 0.5, abs=0.3)
    assert "no_face" not in presence.missing


def test_what_was_captured_outside_of_the_marked_exam_is_not_charged(
    live: LiveService, seats: Sequence[Seat]
) -> None:
    seat, marks = seats[1], ExamMarks()

    def watch(update: Update) -> None:
        seat.watch(update)
        if len(seat.updates) == EACH:
            marks.begin()
        if len(seat.updates) == 2 * EACH:
            marks.end()

    captured = live.capture(
        seat.request(), watch=watch, tell=seat.tell, stop=seat.stop, marks=marks
    )
    report = captured.finished.report
    exam, times = report.analysis.exam, [each.sample.time / 1e6 for each in seat.updates]
    assert exam is not None
    assert exam.begins == pytest.approx(times[EACH], abs=0.002)
    assert exam.ends == pytest.approx(times[2 * EACH], abs=0.002)
    assert (exam.begins_by, exam.ends_by) == ("given", "given")
    settings = report.analysis.provenance.settings
    assert settings["exam.begins_sec"] == pytest.approx(exam.begins)
    assert report.analysis.coverage.measurable_sec < exam.ends - exam.begins + 0.1


def test_no_recording_is_written_over_another_one(
    live: LiveService, seats: Sequence[Seat], tmp_path: Path
) -> None:
    there = tmp_path / "exam.mkv"
    there.write_bytes(b"an exam")
    seat = seats[1]
    with pytest.raises(SourceRefusedError, match=r"exam\.mkv is there already"):
        live.capture(
            replace(seat.request(), file=there), watch=seat.watch, tell=seat.tell, stop=seat.stop
        )
    assert there.read_bytes() == b"an exam"


def test_two_sessions_of_one_name_in_the_same_second_have_two_recordings(
    live: LiveService, seats: Sequence[Seat]
) -> None:
    requests = [replace(seat.request(), subject=Subject("S", "M"), seconds=0.5) for seat in seats]
    with ThreadPoolExecutor() as pool:
        captured = pool.map(
            lambda request: live.capture(
                request, watch=lambda _: None, tell=lambda _: None, stop=threading.Event()
            ),
            requests,
        )
        assert len({each.recording for each in captured}) == 2
