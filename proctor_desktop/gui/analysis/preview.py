"""What a camera or stream shows before it is captured; the window never waits for it."""

import logging
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from proctor_desktop.domain.errors import ProctorError, SourceLostError
from proctor_desktop.domain.frame import Frame
from proctor_desktop.media.camera import Tried
from proctor_desktop.media.source import LiveSource
from proctor_desktop.pipeline import AnalysisOptions

logger = logging.getLogger(__name__)

Connect = Callable[[str, Tried], LiveSource]
"""Opens a source by its address."""

LONGER_SIDE = 640
_JOIN_SEC = 2.0


def connecting(options: Callable[[], AnalysisOptions]) -> Connect:
    """Opens sources as a capture would under these options, in little size."""

    def connect(address: str, tried: Tried) -> LiveSource:
        from proctor_desktop.media.camera import open_live  # loads decoders

        now = options()
        small = replace(now.sampling, max_frame_dimension=LONGER_SIDE)
        return open_live(address, small, now.limits, None, tried)

    return connect


class Preview(QObject):
    """One source at a time, opened and read in a thread of its own.

    Signals:
        shown: a `Frame`; those that the window has no time for are left out.
        failed: why there is no picture, as an exception; it is over then.
        released: nothing is open any more.
    """

    shown = Signal(object)
    failed = Signal(object)
    released = Signal()
    _arrived = Signal(object)
    _ended = Signal(object, object)

    def __init__(self, connect: Connect, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._connect = connect
        self._reading: _Reading | None = None
        self._wanted = ""
        self._arrived.connect(self._show)
        self._ended.connect(self._follow)

    @property
    def is_open(self) -> bool:
        """Whether something is opened, read, or not given back yet."""
        return self._reading is not None

    def begin(self, address: str) -> None:
        """Show another source, once the one before is given back."""
        self._wanted = address
        if self._reading is None:
            self._open()
        else:
            self._reading.stop()

    def end(self) -> None:
        """Give the source back; `released` says when that is done."""
        self._wanted = ""
        if self._reading is not None:
            self._reading.stop()

    def close(self) -> None:
        """End it, and wait a little for a source that answers."""
        self.end()
        if self._reading is not None:
            self._reading.join(_JOIN_SEC)

    def _open(self) -> None:
        self._reading = _Reading(self._connect, self._wanted, self._arrived.emit, self._ended.emit)
        self._reading.start()

    @Slot(object)
    def _show(self, reading: "_Reading") -> None:
        frame = reading.take()
        if reading is self._reading and not reading.is_stopped and frame is not None:
            self.shown.emit(frame)

    @Slot(object, object)
    def _follow(self, reading: "_Reading", error: BaseException | None) -> None:
        self._reading = None
        if error is not None and not reading.is_stopped:
            self._wanted = ""
            self.failed.emit(error)
        if self._wanted and reading.is_stopped:
            self._open()
        else:
            self._wanted = ""
            self.released.emit()


class _Reading(threading.Thread):
    """Reads one source until it is stopped, and offers the latest picture."""

    def __init__(
        self,
        connect: Connect,
        address: str,
        arrived: Callable[["_Reading"], object],
        ended: Callable[["_Reading", BaseException | None], object],
    ) -> None:
        super().__init__(name="preview", daemon=True)
        self._connect, self._address = connect, address
        self._tell_arrived, self._tell_ended = arrived, ended
        self._stopped = threading.Event()
        self._lock = threading.Lock()
        self._latest: Frame | None = None
        self._source: LiveSource | None = None

    @property
    def is_stopped(self) -> bool:
        """Whether nobody wants it any more."""
        return self._stopped.is_set()

    def stop(self) -> None:
        """End it after its current picture; from any thread, at once."""
        self._stopped.set()
        if self._source is not None:
            self._source.stop()

    def take(self) -> Frame | None:
        """The latest picture, once."""
        with self._lock:
            frame, self._latest = self._latest, None
        return frame

    def run(self) -> None:
        """Body of the thread."""
        error: BaseException | None = None
        try:
            self._read()
        except Exception as caught:
            if not isinstance(caught, ProctorError):
                logger.exception("the preview of a source ended")
            error = caught
        with suppress(RuntimeError):  # the window is gone, which nobody waited for
            self._tell_ended(self, error)

    def _read(self) -> None:
        source = self._source = self._connect(self._address, self._lose)
        with source:
            for frame in source.frames():
                if self.is_stopped:
                    return
                self._offer(frame)

    def _lose(self) -> None:
        """Of a preview nothing is tried again."""
        raise SourceLostError("The picture stopped coming. Check the camera, and show it again.")

    def _offer(self, frame: Frame) -> None:
        with self._lock:
            is_first, self._latest = self._latest is None, frame
        if is_first:
            self._tell_arrived(self)
