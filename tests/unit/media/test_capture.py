"""A live source that breaks and comes back, over real connections."""

import threading
from collections.abc import Callable, Iterator
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from proctor_desktop.domain.errors import (
    SourceEmptyError,
    SourceLostError,
    SourceOpenError,
)
from proctor_desktop.domain.frame import Frame
from proctor_desktop.domain.live import LivePhase, LiveState
from proctor_desktop.domain.timeline import to_seconds
from proctor_desktop.media.camera import LiveOptions, PacedFile, open_live
from proctor_desktop.media.capture import Capture, CaptureOptions
from proctor_desktop.media.source import LiveSource, SamplingOptions
from proctor_desktop.media.video_file import VideoFile
from tests.unit.media.films import every, number_of, write_film
from tests.unit.media.streams import NetworkCamera, network_camera, numbered_jpegs

JPEGS = numbered_jpegs(200)
SOON = LiveOptions(retry_sec=0.7, longest_retry_sec=0.7)


class Told:
    """Everything that was told, and what is to happen when it is."""

    def __init__(self) -> None:
        self.states: list[LiveState] = []
        self.then: dict[LivePhase, Callable[[], None]] = {}

    def __call__(self, state: LiveState) -> None:
        self.states.append(state)
        self.then.get(state.phase, lambda: None)()

    @property
    def phases(self) -> list[LivePhase]:
        """In their order; of several attempts one."""
        phases = [state.phase for state in self.states]
        return phases[:1] + [later for before, later in pairwise(phases) if before is not later]

    def only(self, phase: LivePhase) -> LiveState:
        (state,) = (state for state in self.states if state.phase is phase)
        return state


@pytest.fixture
def camera() -> Iterator[NetworkCamera]:
    with network_camera(JPEGS) as there:
        yield there


def capture_of(address: str, told: Told, stop: threading.Event, options: CaptureOptions) -> Capture:
    return Capture(
        lambda tried: open_live(address, SamplingOptions(), None, SOON, tried), options, told, stop
    )


def into(path: Path, seconds: float | None = None, silence_sec: float = 3.0) -> CaptureOptions:
    return CaptureOptions(lambda began: path, seconds, silence_sec)


def read(path: Path) -> list[Frame]:
    with VideoFile(path, SamplingOptions(target_fps=60)) as file:
        return list(file.frames())


def broken_and_mended(camera: NetworkCamera, told: Told, path: Path) -> tuple[Capture, list[Frame]]:
    """A second of pictures, a cut that ends with the first attempt, a second more."""
    stop, frames = threading.Event(), list[Frame]()
    told.then[LivePhase.TRYING] = camera.mend
    with capture_of(camera.address, told, stop, into(path)) as capture:
        for frame in capture.frames():
            frames.append(frame)
            if len(frames) == 12:
                camera.cut()
            if LivePhase.BACK in told.phases and len(frames) >= 26:
                stop.set()
    return capture, frames


def test_a_stream_that_comes_back_goes_on_in_the_same_session(
    camera: NetworkCamera, tmp_path: Path
) -> None:
    told = Told()
    capture, frames = broken_and_mended(camera, told, tmp_path / "live.mkv")
    assert told.phases == [
        LivePhase.OPENING,
        LivePhase.LIVE,
        LivePhase.LOST,
        LivePhase.TRYING,
        LivePhase.BACK,
    ]
    assert capture.fault is None
    assert camera.connections == 2
    times = [frame.time for frame in frames]
    assert times == sorted(set(times))


def test_it_is_told_since_when_there_was_no_signal_and_for_how_long(
    camera: NetworkCamera, tmp_path: Path
) -> None:
    told = Told()
    capture, frames = broken_and_mended(camera, told, tmp_path / "live.mkv")
    lost, back = told.only(LivePhase.LOST), told.only(LivePhase.BACK)
    assert told.only(LivePhase.LIVE).since == capture.began
    assert back.since - lost.since == timedelta(seconds=back.gap_sec)
    assert any(capture.began + timedelta(microseconds=each.time) == lost.since for each in frames)
    assert back.gap_sec >= 0.6


def test_the_gap_is_missing_from_the_coverage_and_a_gap_in_the_recording(
    camera: NetworkCamera, tmp_path: Path
) -> None:
    told = Told()
    capture, frames = broken_and_mended(camera, told, tmp_path / "live.mkv")
    gap, record = told.only(LivePhase.BACK).gap_sec, capture.record()
    assert record.decode_errors == 0
    missing = record.duration_sec - record.analysed_sec
    assert missing == pytest.approx(gap - 0.5, abs=0.1)  # a picture speaks for half a second
    kept = read(tmp_path / "live.mkv")
    assert max(np.diff([each.time for each in kept])) == pytest.approx(gap * 1e6, abs=100_000)
    assert record.sampled_frames + record.dropped_frames == len(kept)
    assert {each.time // 1000 for each in frames} <= {each.time // 1000 for each in kept}


def test_a_stream_that_hangs_is_told_and_holds_up_nobody(
    camera: NetworkCamera, tmp_path: Path
) -> None:
    told, stop, path = Told(), threading.Event(), tmp_path / "live.mkv"
    told.then[LivePhase.LOST] = stop.set
    with capture_of(camera.address, told, stop, into(path, silence_sec=0.4)) as capture:
        for number, _ in enumerate(capture.frames()):
            if number == 6:
                camera.hang()
        bytes_of_the_end = path.read_bytes()
        assert capture.record().duration_sec >= to_seconds(read(path)[-1].time) + 0.4
        camera.mend()  # the thread that hung finds that nobody wants any more
    assert told.phases == [LivePhase.OPENING, LivePhase.LIVE, LivePhase.LOST]
    assert len(read(path)) >= 7
    assert path.read_bytes() == bytes_of_the_end


def test_a_late_consumer_loses_pictures_and_the_recording_none(
    camera: NetworkCamera, tmp_path: Path
) -> None:
    told, stop, path = Told(), threading.Event(), tmp_path / "live.mkv"
    measured = 0
    with capture_of(camera.address, told, stop, into(path)) as capture:
        for _ in capture.frames():
            measured += 1
            if measured == 4:
                stop.set()
            if not stop.is_set():
                camera.wait_for(8)
    record = capture.record()
    assert record.dropped_frames > 5
    assert record.sampled_frames == measured
    assert len(read(path)) == measured + record.dropped_frames


def test_a_consumer_that_is_always_late_is_ended_too(camera: NetworkCamera) -> None:
    stop, seen = threading.Event(), 0
    with capture_of(camera.address, Told(), stop, CaptureOptions()) as capture:
        for _ in capture.frames():
            seen += 1
            if not stop.is_set():
                camera.wait_for(5)
            if seen == 4:
                stop.set()
    assert seen <= 4 + 2  # and what was offered still


def test_a_stream_that_comes_back_in_another_size_goes_into_the_same_file(
    camera: NetworkCamera, tmp_path: Path
) -> None:
    def mend() -> None:
        camera.jpegs = numbered_jpegs(200, (320, 240))
        camera.mend()

    told, stop, path = Told(), threading.Event(), tmp_path / "live.mkv"
    told.then = {LivePhase.LIVE: camera.cut, LivePhase.TRYING: mend}
    with capture_of(camera.address, told, stop, into(path)) as capture:
        frames = []
        for frame in capture.frames():
            frames.append(frame)
            if LivePhase.BACK in told.phases:
                stop.set()
    assert frames[-1].width == 320
    kept = read(path)
    assert {each.width for each in kept} == {160}
    assert number_of(kept[-1].rgb) == number_of(frames[-1].rgb)


def test_a_source_that_was_never_there_is_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "live.mkv"
    capture = capture_of("http://127.0.0.1:9/live", Told(), threading.Event(), into(path))
    with capture, pytest.raises(SourceOpenError, match="Check the address and the camera"):
        list(capture.frames())
    assert not path.exists()


def test_a_session_stopped_before_its_first_picture_has_nothing_to_report(tmp_path: Path) -> None:
    stop, released = threading.Event(), threading.Event()

    def connect(tried: Callable[[], None]) -> LiveSource:
        stop.set()
        released.wait()
        raise SourceOpenError("too late")

    capture = Capture(connect, into(tmp_path / "live.mkv"), Told(), stop)
    with pytest.raises(SourceEmptyError, match="before its first picture came"):
        list(capture.frames())
    released.set()


class Unplugged(PacedFile):
    """A source that is lost for good after a second."""

    def frames(self) -> Iterator[Frame]:
        for number, frame in enumerate(super().frames()):
            if number == 12:
                raise SourceLostError("The camera went away.")
            yield frame


def test_a_source_that_is_lost_for_good_ends_the_session_and_keeps_it(tmp_path: Path) -> None:
    film = write_film(tmp_path / "film.mp4", every(24, 2))
    path = tmp_path / "live.mkv"
    with Capture(
        lambda tried: Unplugged(VideoFile(film)), into(path), Told(), threading.Event()
    ) as capture:
        assert len(list(capture.frames())) == len(read(path)) == 12
    assert str(capture.fault) == "The camera went away."


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_is_told_and_measuring_goes_on_until_it_is_recorded_again(
    tmp_path: Path,
) -> None:
    film = write_film(tmp_path / "film.mp4", every(24, 5))
    told, path = Told(), tmp_path / "again.mkv"
    places = iter((Path("/dev/full"), path))
    options = CaptureOptions(lambda began: next(places), again_sec=2.0, has_room=lambda path: True)
    with Capture(
        lambda tried: PacedFile(VideoFile(film)), options, told, threading.Event()
    ) as capture:
        frames = list(capture.frames())
    since = [state.unrecorded_since for state in told.states]
    assert since == [None, None, capture.began, None]
    assert told.phases == [LivePhase.OPENING, LivePhase.LIVE]
    assert capture.fault is None
    ((begin, end),) = capture.record().unrecorded
    assert (begin, end) == (0.0, pytest.approx(2.0, abs=0.2))
    assert len(frames) >= 59, "all of it is measured"
    assert capture.paths == (Path("/dev/full"), path)
    assert len(read(path)) == pytest.approx(36, abs=3)
