"""Live sources: cameras and streams that are connected to again, and a file at its own pace."""

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timezone
from pathlib import Path
from types import TracebackType
from typing import Annotated

import numpy as np
from annotated_types import Gt, Le
from numpy.typing import NDArray
from typing_extensions import Doc

from proctor_desktop.domain.errors import SourceError, SourceLostError
from proctor_desktop.domain.frame import Frame
from proctor_desktop.domain.recording import LIVE, DecodeRecord, StreamFacts
from proctor_desktop.domain.timeline import Micros, from_seconds, to_seconds
from proctor_desktop.media.coverage import Coverage
from proctor_desktop.media.devices import (
    CameraDevice,
    Device,
    StreamDevice,
    camera_index,
    is_stream,
    public_address,
)
from proctor_desktop.media.limits import MediaLimits
from proctor_desktop.media.sampling import SamplingGrid
from proctor_desktop.media.source import LiveSource, SamplingOptions
from proctor_desktop.media.video_file import VideoFile


@dataclass(frozen=True, slots=True)
class LiveOptions:
    """What to do when a camera or stream goes away."""

    retry_sec: Annotated[float, Gt(0), Le(60), Doc("Seconds until the first attempt.")] = 0.5
    longest_retry_sec: Annotated[
        float, Gt(0), Le(60), Doc("Seconds between two attempts, which double up to this.")
    ] = 2.0


Tried = Callable[[], None]
"""Told before each attempt to connect again, in the thread that reads."""


def open_live(
    address: str,
    sampling: SamplingOptions | None = None,
    limits: MediaLimits | None = None,
    options: LiveOptions | None = None,
    tried: Tried = lambda: None,
) -> LiveSource:
    """The live source at ``address``: a stream's URL, a file, or a camera's index or name.

    Raises:
        SourceError: it cannot be opened.
    """
    sampling, limits = sampling or SamplingOptions(), limits or MediaLimits()
    if is_stream(address):
        return Camera(
            public_address(address),
            lambda: StreamDevice(address, sampling, limits),
            sampling,
            options,
            tried,
        )
    if not address.isdecimal() and Path(address).is_file():
        return PacedFile(VideoFile(Path(address), sampling, limits))
    index = camera_index(address)
    return Camera(
        f"camera {index}", lambda: CameraDevice(index, sampling, limits), sampling, options, tried
    )


class Camera:
    """A `LiveSource` over a device that may go away and come back.

    Stream time is the time since the first picture arrived, by the monotonic clock: what was lost
    in between stays lost, and shows as time that was not analysed.

    Args:
        name: for people and for the report.
        connect: opens the device anew.
        sampling: how many pictures a second; the first of each time step is taken, because waiting
            for the next one, as a file's reader does, would cost latency.
        options: how long to try again.
        tried: told before each attempt to connect again.
    """

    def __init__(
        self,
        name: str,
        connect: Callable[[], Device],
        sampling: SamplingOptions,
        options: LiveOptions | None = None,
        tried: Tried = lambda: None,
    ) -> None:
        self._name = name
        self._connect = connect
        self._options = options or LiveOptions()
        self._tried = tried
        self._grid = SamplingGrid(sampling.target_fps)
        self._closed = threading.Event()
        self._coverage = Coverage(None)
        self._decoded = self._sampled = 0
        self._latest = Micros(0)
        device = connect()
        self._first = self._first_picture(device)
        self._origin, self._began = time.monotonic(), datetime.now(timezone.utc)
        facts = _live_facts(name, device, self._first, sampling.rotate % 360)
        self._facts = replace(facts, began=self._began)
        self._device: Device | None = device

    def _first_picture(self, device: Device) -> NDArray[np.uint8]:
        picture = device.read()
        if picture is None:
            device.close()
            raise SourceLostError(
                f"{self._name} was opened but gives no picture. Check whether another program uses "
                "it, or its lens cover."
            )
        return picture

    @property
    def facts(self) -> StreamFacts:
        """What the device said about itself when it was opened first."""
        return self._facts

    @property
    def origin(self) -> float:
        """Monotonic clock at stream time zero."""
        return self._origin

    @property
    def began(self) -> datetime:
        """When the first picture came, in UTC."""
        return self._began

    def frames(self) -> Iterator[Frame]:
        """Pictures until the source is closed; a device that went away is connected to again."""
        cell = -1
        try:
            for moment, picture in self._pictures():
                if self._grid.cell(moment) > cell:
                    cell = self._grid.cell(moment)
                    self._sampled += 1
                    yield Frame(moment, picture)
        finally:
            if self._device is not None:
                self._device.close()
                self._device = None

    def record(self) -> DecodeRecord:
        """What arrived so far; while the connection was lost nothing was analysed."""
        return DecodeRecord(
            duration_sec=to_seconds(self._coverage.end),
            analysed_sec=self._coverage.seconds,
            decoded_frames=self._decoded,
            sampled_frames=self._sampled,
            decode_errors=0,
        )

    def stop(self) -> None:
        """End `frames` after its current picture; whoever runs it gives the device back."""
        self._closed.set()

    def close(self) -> None:
        """The same: the device belongs to whoever runs `frames`."""
        self._closed.set()

    def __enter__(self) -> "Camera":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _pictures(self) -> Iterator[tuple[Micros, NDArray[np.uint8]]]:
        """Every picture with its time of arrival."""
        yield self._arrived(self._first)
        while not self._closed.is_set():
            picture = self._device.read() if self._device is not None else None
            if picture is None:
                picture = self._come_back()
            if picture is not None:
                yield self._arrived(picture)

    def _arrived(self, picture: NDArray[np.uint8]) -> tuple[Micros, NDArray[np.uint8]]:
        now = from_seconds(time.monotonic() - self._origin)
        moment = Micros(max(now, self._latest + 1)) if self._decoded else Micros(0)
        if self._decoded:
            self._coverage.add(self._latest, moment, 0)
            self._coverage.end = moment
        self._decoded += 1
        self._latest = moment
        return moment, picture

    def _come_back(self) -> NDArray[np.uint8] | None:
        """The first picture after connecting again; None when the source was closed meanwhile."""
        if self._device is not None:
            self._device.close()
            self._device = None
        pause = self._options.retry_sec
        while not self._closed.wait(pause):
            pause = min(self._options.longest_retry_sec, 2 * pause)
            self._tried()
            try:
                device = self._connect()
                picture = self._first_picture(device)
            except SourceError:
                continue
            self._device = device
            return picture
        return None


def _live_facts(
    name: str, device: Device, picture: NDArray[np.uint8], rotation: int
) -> StreamFacts:
    """Facts of a device; its size is that of the pictures handed out."""
    height, width = picture.shape[:2]
    return StreamFacts(
        name=name,
        sha256=None,
        container=LIVE,
        codec=device.codec,
        width=width,
        height=height,
        rotation=rotation,
        frame_rate=device.rate,
        declared_sec=None,
        has_audio=False,
        is_live=True,
    )


class PacedFile:
    """A `LiveSource` that plays a file at its own pace, for demonstrations and tests."""

    def __init__(self, file: VideoFile) -> None:
        self._file = file
        self._closed = threading.Event()
        self._origin, self._began = time.monotonic(), datetime.now(timezone.utc)
        self._played = Micros(0)
        self._is_over = False

    @property
    def facts(self) -> StreamFacts:
        """Facts of the file, as a live source has them."""
        return replace(self._file.facts, is_live=True, began=self._began)

    @property
    def origin(self) -> float:
        """Monotonic clock at stream time zero."""
        return self._origin

    @property
    def began(self) -> datetime:
        """When the first picture came, in UTC."""
        return self._began

    def frames(self) -> Iterator[Frame]:
        """Pictures of the file, each when its time has come."""
        self._origin, self._began = time.monotonic(), datetime.now(timezone.utc)
        for frame in self._file.frames():
            wait = self._origin + to_seconds(frame.time) - time.monotonic()
            if self._closed.wait(max(0.0, wait)):
                return
            self._played = frame.time
            yield frame
        self._is_over = True

    def record(self) -> DecodeRecord:
        """The file's record; what was not played yet has not happened, and is not missing."""
        record = self._file.record()
        if self._is_over:
            return record
        played = to_seconds(self._played)
        return replace(
            record,
            duration_sec=min(record.duration_sec, played),
            analysed_sec=min(record.analysed_sec, played),
        )

    def stop(self) -> None:
        """End `frames` after its current picture."""
        self._closed.set()

    def close(self) -> None:
        """End `frames` and close the file."""
        self._closed.set()
        self._file.close()

    def __enter__(self) -> "PacedFile":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
