"""What every video source offers, and how pictures are chosen from it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from types import TracebackType
from typing import Annotated, Protocol

from annotated_types import Ge, Gt, Le, MultipleOf
from typing_extensions import Doc

from proctor_desktop.domain.frame import Frame
from proctor_desktop.domain.recording import DecodeRecord, StreamFacts

AS_STORED = 360
"""The rotation that takes a picture as it is stored, whatever the file says."""


@dataclass(frozen=True, slots=True)
class SamplingOptions:
    """Which pictures are looked at, and at which size."""

    target_fps: Annotated[
        float, Gt(0), Le(60), Doc("Pictures looked at in a second, chosen by presentation time.")
    ] = 12.0
    max_frame_dimension: Annotated[
        int, Ge(64), Le(4096), Doc("Longer side in pixels to which larger pictures are reduced.")
    ] = 1280
    rotate: Annotated[
        int,
        Ge(0),
        Le(360),
        MultipleOf(90),
        Doc(
            "Clockwise degrees that make the stored picture upright, in place of what the file "
            "says; 0 follows the file, 360 takes the picture as it is stored."
        ),
    ] = 0
    track: Annotated[
        int,
        Ge(0),
        Le(99),
        Doc(
            "Which track of pictures is looked at, counted from 1; 0 takes the one that a player "
            "shows or, where no face is seen in it, another that shows one."
        ),
    ] = 0


class VideoSource(Protocol):
    """A recording, camera or stream; also a context manager that closes itself."""

    @property
    def facts(self) -> StreamFacts:
        """What the source says about itself."""

    def frames(self) -> Iterator[Frame]:
        """Chosen pictures in time order, upright and reduced; to be called once.

        Raises:
            SourceError: the source cannot be used (further).
        """

    def record(self) -> DecodeRecord:
        """What was decoded so far; final once `frames` has ended."""

    def close(self) -> None:
        """Give back file, device and threads; a second call does nothing."""

    def __enter__(self) -> "VideoSource": ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...


class LiveSource(VideoSource, Protocol):
    """A source that goes on whether or not anybody looks."""

    @property
    def origin(self) -> float:
        """Reading of `time.monotonic` at stream time 0: a picture's age is now - origin - time."""

    @property
    def began(self) -> datetime:
        """When stream time was 0, in UTC: the moment of the first picture."""

    def stop(self) -> None:
        """End `frames` after its current picture; from any thread, and at once."""
