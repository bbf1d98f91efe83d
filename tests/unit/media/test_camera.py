"""Live sources: coming back after a loss, and files at their own pace."""

import http.server
import itertools
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

import numpy as np
import pytest
from numpy.typing import NDArray

from proctor_desktop.domain.errors import SourceLostError, SourceOpenError
from proctor_desktop.media.camera import Camera, LiveOptions, open_live
from proctor_desktop.media.devices import public_address
from proctor_desktop.media.opencv import cv2
from proctor_desktop.media.source import SamplingOptions
from tests.unit.media.films import every, number_of, numbered_picture, write_film

QUICK = LiveOptions(retry_sec=0.02)


class FakeDevice:
    """Gives ``count`` pictures at ``rate`` a second and then goes away."""

    codec = "fake"

    def __init__(self, count: int, rate: float = 200.0) -> None:
        self.rate: float | None = rate
        self.count = count
        self.closed = False

    def read(self) -> NDArray[np.uint8] | None:
        if self.count == 0:
            return None
        self.count -= 1
        time.sleep(1 / (self.rate or 1))
        return numbered_picture(self.count, 64, 48)

    def close(self) -> None:
        self.closed = True


def connecting(*devices: FakeDevice | None) -> Callable[[], FakeDevice]:
    """Hands out the devices one after the other; None and the end are attempts that fail."""
    waiting = iter(devices)

    def connect() -> FakeDevice:
        device = next(waiting, None)
        if device is None:
            raise SourceOpenError("no device")
        return device

    return connect


def test_a_camera_is_sampled_by_the_clock() -> None:
    camera = Camera(
        "desk",
        connecting(FakeDevice(100)),
        SamplingOptions(target_fps=20),
        QUICK,
        lambda: camera.stop(),
    )
    times = [frame.time for frame in camera.frames()]
    assert times[0] == 0
    assert len({time * 20 // 1_000_000 for time in times}) == len(times)
    assert len(times) == pytest.approx(times[-1] * 20 / 1_000_000 + 1, abs=2)


def test_a_camera_that_comes_back_goes_on_and_the_loss_is_counted() -> None:
    first, second = FakeDevice(20), FakeDevice(20)
    options = LiveOptions(retry_sec=0.4)
    camera = Camera(
        "desk", connecting(first, None, second), SamplingOptions(target_fps=60), options
    )
    times = []
    for frame in camera.frames():
        times.append(frame.time)
        if second.count <= 10:
            camera.close()
    record = camera.record()
    assert first.closed
    assert second.closed
    assert max(np.diff(times)) > 700_000
    assert record.duration_sec - record.analysed_sec > 0.2


def test_a_camera_that_stays_away_is_tried_again_until_it_is_stopped() -> None:
    tries = 0

    def tried() -> None:
        nonlocal tries
        tries += 1
        if tries == 5:
            camera.stop()

    camera = Camera("desk", connecting(FakeDevice(5)), SamplingOptions(), QUICK, tried)
    list(camera.frames())
    assert tries == 5
    assert camera.record().decoded_frames == 5


def test_a_camera_without_a_picture_is_not_opened() -> None:
    device = FakeDevice(0)
    with pytest.raises(SourceLostError, match="gives no picture"):
        Camera("desk", connecting(device), SamplingOptions(), QUICK)
    assert device.closed


def test_a_camera_that_is_not_there_has_a_sentence() -> None:
    with pytest.raises(SourceOpenError, match="There is no camera called 'no such camera'"):
        open_live("no such camera")


def test_a_password_in_an_address_is_never_shown() -> None:
    shown = public_address("rtsp://anna:secret@10.0.0.7:554/live?token=abc")
    assert shown == "rtsp://10.0.0.7:554/live"


def test_a_file_plays_at_its_own_pace(tmp_path: Path) -> None:
    film = write_film(tmp_path / "film.mp4", every(24, 1))
    with open_live(str(film)) as live:
        assert live.facts.is_live
        ages = [time.monotonic() - live.origin - frame.time / 1e6 for frame in live.frames()]
    assert len(ages) == 12
    assert min(ages) > -0.001
    assert median(ages) < 0.15  # a single one may meet a busy computer


class MotionJpeg(http.server.BaseHTTPRequestHandler):
    """Sends numbered pictures as an IP camera does, then hangs up."""

    pictures = 30

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "multipart/x-mixed-replace; boundary=frame")
        self.end_headers()
        for number in range(self.pictures):
            jpeg = cv2.imencode(".jpg", numbered_picture(number, 160, 120))[1].tobytes()
            head = f"--frame\r\nContent-Type: image/jpeg\r\nContent-Length: {len(jpeg)}\r\n\r\n"
            try:
                self.wfile.write(head.encode() + jpeg + b"\r\n")
            except OSError:
                return
            time.sleep(0.02)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def motion_jpeg() -> Iterator[http.server.ThreadingHTTPServer]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), MotionJpeg)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


def test_a_stream_over_http_is_read_and_connected_to_again(
    motion_jpeg: http.server.ThreadingHTTPServer,
) -> None:
    address = f"http://127.0.0.1:{motion_jpeg.server_address[1]}/live"
    numbers: list[int] = []
    tries: list[int] = []
    with open_live(
        address, SamplingOptions(target_fps=30), None, QUICK, lambda: tries.append(len(numbers))
    ) as stream:
        for frame in stream.frames():
            numbers.append(number_of(frame.rgb))
            if tries and len(numbers) > tries[-1]:
                break
    assert tries
    assert any(later < earlier for earlier, later in itertools.pairwise(numbers))


def test_a_stream_that_is_not_there_has_a_sentence() -> None:
    with pytest.raises(SourceOpenError, match="Check the address and the camera"):
        open_live("http://127.0.0.1:9/live")
