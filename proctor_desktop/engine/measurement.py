"""What goes to a worker and what comes back: plain values that can be pickled."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from proctor_desktop.domain.frame import FaceLandmarks
from proctor_desktop.domain.recording import DecodeRecord
from proctor_desktop.domain.signals import CHANNELS, Measurement, Missing, SignalSample
from proctor_desktop.domain.timeline import Interval, Micros
from proctor_desktop.landmarks.people import LOOK_PERIOD
from proctor_desktop.landmarks.topology import NeutralShape
from proctor_desktop.pipeline import AnalysisOptions, Measured, StageMemory
from proctor_desktop.signals.feed import FEED_MEMORY

CHECKED = FEED_MEMORY
"""For so long after its beginning a segment notes what the stages remember."""


@dataclass(frozen=True, slots=True, eq=False)
class Task:
    """One segment to be measured.

    Attributes:
        path: of the recording, absolute, as the worker sees it.
        span: the segment; None for the whole recording.
        lead_in: microseconds measured before it to settle the tracker.
        neutral: the candidate's shape; None while it is not known yet.
        memory: what the stages remember at the beginning, if it is known.
        checkpoints: memories by time at which measuring may end, because what follows is known.
        reads_ahead: whether pictures are decoded in a thread of their own.
    """

    path: Path
    options: AnalysisOptions
    span: Interval | None
    lead_in: int
    neutral: NeutralShape | None
    memory: StageMemory | None = None
    checkpoints: Mapping[Micros, StageMemory] = field(default_factory=dict)
    reads_ahead: bool = True


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """One measured frame: its raw sample, and its face where that was to be kept."""

    sample: SignalSample
    face: FaceLandmarks | None
    size: tuple[int, int]


@dataclass(frozen=True, slots=True, eq=False)
class Segment:
    """A measured segment.

    Attributes:
        times: int64 (n,).
        values: float64 (n, channels), NaN where there is none: raw, not rounded to the track's.
        reasons: uint8 (n, channels).
        sizes: int32 (n, 2), width and height of the frames.
        faces: float32 (m, 478, 3), in the rows ``face_rows`` with ``presences``,
            ``are_candidates`` and ``eyes_seen`` (m, 2); empty where the neutral shape was known.
        pictures: small grey pictures by time, of the first and last seconds.
        record: what was decoded.
        memories: what the stages remembered before some of the first frames, by their times.
        memory: what they remembered at the end.
        stopped_at: time of the checkpoint that ended it early, None otherwise.
    """

    times: NDArray[np.int64]
    values: NDArray[np.float64]
    reasons: NDArray[np.uint8]
    sizes: NDArray[np.int32]
    faces: NDArray[np.float32]
    face_rows: NDArray[np.int64]
    presences: NDArray[np.float64]
    are_candidates: NDArray[np.bool_]
    eyes_seen: NDArray[np.bool_]
    pictures: dict[Micros, NDArray[np.uint8]]
    record: DecodeRecord
    memories: dict[Micros, StageMemory]
    memory: StageMemory
    stopped_at: Micros | None

    def rows(self) -> Iterator[Row]:
        """The frames in time order."""
        face_of = {int(row): index for index, row in enumerate(self.face_rows)}
        for row in range(len(self.times)):
            size = int(self.sizes[row, 0]), int(self.sizes[row, 1])
            yield Row(self._sample(row), self._face(face_of.get(row)), size)

    def _sample(self, row: int) -> SignalSample:
        reasons, values = self.reasons[row].tolist(), self.values[row].tolist()
        measured: dict[str, Measurement] = {
            channel.value: Missing(reason) if reason else value
            for channel, reason, value in zip(CHANNELS, reasons, values, strict=True)
        }
        return SignalSample(Micros(int(self.times[row])), **measured)

    def _face(self, index: int | None) -> FaceLandmarks | None:
        if index is None:
            return None
        left, right = self.eyes_seen[index].tolist()
        return FaceLandmarks(
            self.faces[index],
            float(self.presences[index]),
            bool(self.are_candidates[index]),
            (left, right),
        )


class Recorder:
    """Collects a segment frame by frame."""

    def __init__(self, task: Task) -> None:
        self._keeps_faces = task.neutral is None
        self._faces: list[FaceLandmarks] = []
        self._face_rows: list[int] = []
        self._times: list[Micros] = []
        self._values: list[list[float]] = []
        self._reasons: list[list[int]] = []
        self._sizes: list[tuple[int, int]] = []
        self._pictures: dict[Micros, NDArray[np.uint8]] = {}
        self._memories: dict[Micros, StageMemory] = {}

    def note(self, time: Micros, memory: StageMemory) -> None:
        """What the stages remember before the frame at ``time``: kept for the first, then twice a
        second for a while."""
        is_first = not self._times
        is_new = is_first or time // LOOK_PERIOD != self._times[-1] // LOOK_PERIOD
        if is_first or (is_new and time - self._times[0] <= CHECKED):
            self._memories[time] = memory

    def add(self, measured: Measured, picture: NDArray[np.uint8] | None) -> None:
        """One frame of the segment."""
        frame = measured.frame
        if self._keeps_faces and measured.face is not None:
            self._face_rows.append(len(self._times))
            self._faces.append(measured.face)
        entries = [getattr(measured.sample, channel.value) for channel in CHANNELS]
        self._times.append(frame.time)
        self._values.append([np.nan if isinstance(e, Missing) else e for e in entries])
        self._reasons.append([e.value if isinstance(e, Missing) else 0 for e in entries])
        self._sizes.append((frame.width, frame.height))
        if picture is not None:
            self._pictures[frame.time] = picture
        self._forget_middle(frame.time)

    def _forget_middle(self, now: Micros) -> None:
        """Keep the pictures of the first and of the last seconds only."""
        first = self._times[0] + FEED_MEMORY
        gone = [time for time in self._pictures if first < time < now - FEED_MEMORY]
        for time in gone:
            del self._pictures[time]

    def segment(
        self,
        record: DecodeRecord,
        memory: StageMemory,
        stopped_at: Micros | None,
    ) -> Segment:
        """Everything collected."""
        channels = len(CHANNELS)
        faces = np.array([face.points for face in self._faces], np.float32)
        return Segment(
            times=np.array(self._times, np.int64),
            values=np.array(self._values, np.float64).reshape(-1, channels),
            reasons=np.array(self._reasons, np.uint8).reshape(-1, channels),
            sizes=np.array(self._sizes, np.int32).reshape(-1, 2),
            faces=faces,
            face_rows=np.array(self._face_rows, np.int64),
            presences=np.array([face.presence for face in self._faces], np.float64),
            are_candidates=np.array([face.is_candidate for face in self._faces], np.bool_),
            eyes_seen=np.array([face.eyes_seen for face in self._faces], np.bool_).reshape(-1, 2),
            pictures=self._pictures,
            record=record,
            memories=self._memories,
            memory=memory,
            stopped_at=stopped_at,
        )
