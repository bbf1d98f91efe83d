"""What a live feed reads from: a camera of this computer through OpenCV, a stream through PyAV."""

import sys
from contextlib import suppress
from pathlib import Path
from typing import Protocol
from urllib.parse import urlsplit

import av
import numpy as np
from numpy.typing import NDArray

from proctor_desktop.domain.errors import SourceOpenError
from proctor_desktop.media.limits import MediaLimits
from proctor_desktop.media.opencv import cv2
from proctor_desktop.media.picture import PictureConverter, tagged
from proctor_desktop.media.source import AS_STORED, SamplingOptions

STREAM_SCHEMES = ("rtsp", "rtsps", "http", "https")
_STREAM_PROTOCOLS = "rtsp,rtsps,rtp,srtp,udp,tcp,tls,http,https,httpproxy,crypto"
_STREAM_FORMATS = "rtsp,sdp,rtp,mpjpeg,mjpeg,jpeg_pipe,mpegts,flv,hls,matroska,webm,mov,h264,hevc"
_OPEN_SEC = 10.0
_READ_SEC = 5.0
_TURN_CODES = {
    90: cv2.ROTATE_90_CLOCKWISE,
    180: cv2.ROTATE_180,
    270: cv2.ROTATE_90_COUNTERCLOCKWISE,
}


class Device(Protocol):
    """One connection to a camera or stream."""

    codec: str
    rate: float | None

    def read(self) -> NDArray[np.uint8] | None:
        """The next picture, upright RGB of limited size, waited for; None when it went away."""

    def close(self) -> None:
        """Give the device back."""


def camera_names() -> dict[int, str]:
    """Cameras of this computer by index, with the names the system gives them (Linux only)."""
    folder = Path("/sys/class/video4linux")
    if not sys.platform.startswith("linux") or not folder.is_dir():
        return {}
    names = {}
    for entry in folder.glob("video*"):
        with suppress(OSError, ValueError):
            if (entry / "index").read_text().strip() == "0":
                names[int(entry.name[5:])] = (entry / "name").read_text().strip()
    return dict(sorted(names.items()))


def camera_index(address: str) -> int:
    """Index of the camera with this index or (part of its) name.

    Raises:
        SourceOpenError: there is none.
    """
    if address.isdecimal():
        return int(address)
    names = camera_names()
    for index, name in names.items():
        if address.casefold() in name.casefold():
            return index
    there = ", ".join(f"{index}: {name}" for index, name in names.items()) or "none with a name"
    raise SourceOpenError(f"There is no camera called {address!r}; there is {there}.")


def is_stream(address: str) -> bool:
    """Whether this is the address of a stream in the network."""
    return urlsplit(address).scheme.lower() in STREAM_SCHEMES


def public_address(address: str) -> str:
    """The address without user name, password and query, to be shown and stored."""
    parts = urlsplit(address)
    host = parts.hostname or ""
    port = f":{parts.port}" if parts.port else ""
    return f"{parts.scheme}://{host}{port}{parts.path}"


class CameraDevice:
    """A camera of this computer, read with OpenCV."""

    codec = "camera"

    def __init__(self, index: int, sampling: SamplingOptions, limits: MediaLimits) -> None:
        self._capture = cv2.VideoCapture(index)
        if not self._capture.isOpened():
            self._capture.release()
            raise SourceOpenError(
                f"Camera {index} cannot be opened. Check its cable, and close other programs that "
                "use it."
            )
        self._capture.set(cv2.CAP_PROP_BUFFERSIZE, 1)
        self.rate: float | None = float(self._capture.get(cv2.CAP_PROP_FPS)) or None
        self._name = f"Camera {index}"
        self._sampling = sampling
        self._limits = limits

    def read(self) -> NDArray[np.uint8] | None:
        """The next picture; see `Device.read`."""
        ok, bgr = self._capture.read()
        if not ok or bgr is None:
            return None
        height, width = bgr.shape[:2]
        self._limits.check_picture(self._name, width, height)
        scale = self._sampling.max_frame_dimension / max(width, height)
        if scale < 1:
            size = (max(2, round(width * scale)), max(2, round(height * scale)))
            bgr = cv2.resize(bgr, size, interpolation=cv2.INTER_AREA)
        code = _TURN_CODES.get(self._sampling.rotate)
        upright = cv2.rotate(bgr, code) if code is not None else bgr
        return np.asarray(cv2.cvtColor(upright, cv2.COLOR_BGR2RGB), np.uint8)

    def close(self) -> None:
        """Give the camera back."""
        self._capture.release()


class StreamDevice:
    """A stream in the network, read with PyAV.

    Addresses are typed by the operator, never taken from an upload. A playlist may point to other
    network addresses, but the decoder has no protocol that reads files of this computer.
    """

    def __init__(self, address: str, sampling: SamplingOptions, limits: MediaLimits) -> None:
        options = {"protocol_whitelist": _STREAM_PROTOCOLS, "format_whitelist": _STREAM_FORMATS}
        if address.lower().startswith("rtsp"):
            options["rtsp_transport"] = "tcp"
        self._name = public_address(address)
        try:
            self._container = av.open(
                address, mode="r", options=options, timeout=(_OPEN_SEC, _READ_SEC)
            )
            self._stream = self._container.streams.video[0]
        except (av.error.FFmpegError, IndexError) as error:
            reason = getattr(error, "strerror", None) or "it sends no picture"
            raise SourceOpenError(
                f"{self._name} cannot be opened: {reason}. Check the address and the camera."
            ) from None
        self._limits = limits
        self._sampling = sampling
        self.codec = self._stream.codec_context.name
        self.rate = float(self._stream.average_rate) if self._stream.average_rate else None
        self._converter: PictureConverter | None = None
        self._pictures = self._container.decode(self._stream)

    def read(self) -> NDArray[np.uint8] | None:
        """The next picture; see `Device.read`."""
        while True:
            try:
                picture = next(self._pictures)
            except av.error.InvalidDataError:
                self._pictures = self._container.decode(self._stream)
                continue
            except (av.error.FFmpegError, StopIteration):
                return None
            self._limits.check_picture(self._name, picture.width, picture.height)
            if not picture.is_corrupt:
                return self._convert(picture)

    def _convert(self, picture: av.VideoFrame) -> NDArray[np.uint8]:
        if self._converter is None:
            turn, is_mirrored = tagged(picture)
            self._converter = PictureConverter(
                self._sampling.max_frame_dimension,
                self._sampling.rotate % 360 if self._sampling.rotate else turn,
                is_mirrored=is_mirrored and self._sampling.rotate != AS_STORED,
            )
        return self._converter.rgb(picture, self._stream.sample_aspect_ratio)

    def close(self) -> None:
        """End the connection."""
        with suppress(av.error.FFmpegError):
            self._container.close()
