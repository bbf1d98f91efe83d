"""What a live source showed, kept in one file, or in several where the disk was full meanwhile."""

import logging
import shutil
import threading
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from proctor_desktop.domain.errors import DiskFullError, ProctorError
from proctor_desktop.domain.frame import Frame
from proctor_desktop.domain.timeline import Interval, Micros, from_seconds
from proctor_desktop.media.recorder import Recording

logger = logging.getLogger(__name__)

PathOf = Callable[[datetime], Path]
"""A new file for what a source shows, by the time of its first picture."""

ENOUGH_BYTES = 64_000_000
"""Less free space is not worth beginning another file for."""

_UNWRITTEN = from_seconds(1.0)
"""The cluster that was being filled when the disk was full did not reach it."""


class Recordings:
    """Files that grow picture by picture; a full disk ends one and never the source.

    Args:
        path_of: names each file; a second one is asked for when there is room again.
        again_sec: stream time between two looks whether there is.
        has_room: whether a file can grow beside the one given.

    Attributes:
        paths: of the files, in their order.
        missed_since: from when on nothing is kept, in stream time; None while all is.
    """

    def __init__(self, path_of: PathOf, again_sec: float, has_room: Callable[[Path], bool]) -> None:
        self.paths: tuple[Path, ...] = ()
        self.missed_since: Micros | None = None
        self._missed: tuple[Interval, ...] = ()
        self._path_of, self._again = path_of, from_seconds(again_sec)
        self._has_room = has_room
        self._lock = threading.Lock()
        self._current: Recording | None = None
        self._is_closed = False
        self._tried = self._latest = Micros(0)

    @property
    def missed(self) -> tuple[Interval, ...]:
        """The stream times that are in none of the files, up to the latest picture."""
        since, end = self.missed_since, Micros(self._latest + 1)
        return self._missed if since is None else (*self._missed, Interval(since, end))

    def write(self, frame: Frame, began: datetime) -> None:
        """Keep a picture of a source whose first one came at ``began``, if there is room.

        Raises:
            SourceRefusedError: the first file cannot be made.
        """
        with self._lock:
            if self._is_closed:
                return
            self._latest = frame.time
            if self._current is None and self._may_open(frame.time):
                self._open(began)
            if self._current is not None:
                self._write(self._current, frame)

    def close(self) -> None:
        """Complete the file; a second call does nothing."""
        with self._lock:
            current, self._current, self._is_closed = self._current, None, True
            if current is not None:
                self._complete(current)

    def _may_open(self, time: Micros) -> bool:
        """Whether it is time for a file: the first one, or another as there may be room."""
        if not self.paths:
            return True
        if time - self._tried < self._again:
            return False
        self._tried = time
        return self._has_room(self.paths[-1])

    def _open(self, began: datetime) -> None:
        try:
            path = self._path_of(began)
        except ProctorError as error:
            if not self.paths:
                raise
            logger.warning("no other file for what a live source shows: %s", error)
        else:
            self._current, self.paths = Recording(path, began), (*self.paths, path)

    def _write(self, recording: Recording, frame: Frame) -> None:
        try:
            recording.write(frame)
        except DiskFullError as error:
            logger.warning("%s", error)
            self._current, self._tried = None, frame.time
            self._miss()
            self._complete(recording)
        else:
            self._settle(frame.time)

    def _complete(self, recording: Recording) -> None:
        try:
            recording.close()
        except DiskFullError as error:
            logger.warning("%s", error)
            self._miss()

    def _miss(self) -> None:
        """Nothing is kept from now on, nor what was not written yet."""
        if self.missed_since is None:
            before = self._missed[-1].offset if self._missed else Micros(0)
            self.missed_since = Micros(max(before, self._latest - _UNWRITTEN))

    def _settle(self, time: Micros) -> None:
        """A picture was kept: what was missed until now is over."""
        if self.missed_since is not None:
            self._missed = (*self._missed, Interval(self.missed_since, time))
            self.missed_since = None


def has_room(path: Path) -> bool:
    """Whether it is worth to begin another file beside ``path``."""
    return shutil.disk_usage(path.parent).free >= ENOUGH_BYTES
