"""A camera in the network that can be cut off, mended, and made to hang."""

import http.server
import itertools
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from proctor_desktop.media.opencv import cv2
from tests.unit.media.films import numbered_picture


def numbered_jpegs(count: int, size: tuple[int, int] = (160, 120)) -> list[bytes]:
    """Pictures that show their number, as JPEG."""
    pictures = (numbered_picture(number, *size) for number in range(count))
    return [cv2.imencode(".jpg", picture)[1].tobytes() for picture in pictures]


class NetworkCamera:
    """Sends the same pictures again and again to whoever connects, some a second.

    Attributes:
        address: where it is.
        jpegs: what it sends; may be replaced.
        connections: how often somebody was let in.
    """

    def __init__(self, jpegs: Sequence[bytes], rate: float) -> None:
        self.jpegs, self.connections = jpegs, 0
        self._pause = 1 / rate
        self._is_cut, self._is_over = threading.Event(), threading.Event()
        self._flows = threading.Event()
        self._flows.set()
        self._sent, self._sending = 0, threading.Condition()
        self._breaks_after: int | None = None
        self._refusals = 0
        camera = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                camera.serve(self)

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_address[1]}/live"

    def cut(self) -> None:
        """Hang up, and let nobody in."""
        self._is_cut.set()

    def mend(self) -> None:
        """Be there again, and go on."""
        self._is_cut.clear()
        self._flows.set()

    def break_once(self, after: int, refusals: int) -> None:
        """Be cut after so many pictures, and mended when so many attempts were refused."""
        self._breaks_after, self._refusals = after, refusals

    def wait_for(self, pictures: int) -> None:
        """Wait until so many more were sent."""
        with self._sending:
            until = self._sent + pictures
            self._sending.wait_for(lambda: self._sent >= until or self._is_over.is_set())

    def hang(self) -> None:
        """Keep connections and send nothing."""
        self._flows.clear()

    def end(self) -> None:
        """Hang up for good."""
        self._is_over.set()
        self._is_cut.set()
        self._flows.set()

    def serve(self, handler: http.server.BaseHTTPRequestHandler) -> None:
        """Answer one connection until it ends on either side."""
        if self._is_cut.is_set():
            handler.send_error(503)
            self._refusals -= 1
            if self._refusals == 0:
                self.mend()
            return
        self.connections += 1
        handler.send_response(200)
        handler.send_header("Content-Type", "multipart/x-mixed-replace; boundary=frame")
        handler.end_headers()
        for number in itertools.count():
            self._flows.wait()
            if number == self._breaks_after and self.connections == 1:
                self.cut()
            if self._is_cut.wait(self._pause):
                return
            jpeg = self.jpegs[number % len(self.jpegs)]
            head = f"--frame\r\nContent-Type: image/jpeg\r\nContent-Length: {len(jpeg)}\r\n\r\n"
            try:
                handler.wfile.write(head.encode() + jpeg + b"\r\n")
            except OSError:
                return
            with self._sending:
                self._sent += 1
                self._sending.notify_all()


@contextmanager
def network_camera(jpegs: Sequence[bytes], rate: float = 25) -> Iterator[NetworkCamera]:
    """A camera that is there until the end of the block."""
    camera = NetworkCamera(jpegs, rate)
    thread = threading.Thread(target=camera.server.serve_forever, args=(0.05,))
    thread.start()
    try:
        yield camera
    finally:
        camera.end()
        camera.server.shutdown()
        camera.server.server_close()
        thread.join()
