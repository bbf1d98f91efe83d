"""How long each stage takes alone, in processor time, on one recording."""

import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from av.error import FFmpegError

from proctor_desktop.domain.frame import Frame
from proctor_desktop.landmarks.choice import neutral
from proctor_desktop.landmarks.yardstick import PlainFaceMesh
from proctor_desktop.media.demux import OpenFile, micros
from proctor_desktop.media.limits import check_container
from proctor_desktop.media.opencv import cv2
from proctor_desktop.media.picture import PictureConverter
from proctor_desktop.media.sampling import SamplingGrid
from proctor_desktop.media.video_file import VideoFile
from proctor_desktop.pipeline import AnalysisOptions, Assembly, Models
from proctor_desktop.signals.extractor import Extractor


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage alone.

    Attributes:
        name: of the stage.
        seconds: processor time for the whole recording.
        calls: how often it did its work.
    """

    name: str
    seconds: float
    calls: int

    @property
    def milliseconds(self) -> float:
        """Processor time of one call."""
        return 1000 * self.seconds / max(1, self.calls)


@dataclass(frozen=True, slots=True)
class Spent:
    """Wall and processor seconds of something."""

    wall: float
    cpu: float


def spent(work: Callable[[], object]) -> Spent:
    """Time that ``work`` takes in this process, all its threads together."""
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    return Spent(time.perf_counter() - wall, time.process_time() - cpu)


class Stopwatch:
    """Processor seconds and number of calls, by stage."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self.calls: dict[str, int] = {}

    @contextmanager
    def timing(self, stage: str, calls: int = 1) -> Iterator[None]:
        """Add what the block takes to a stage."""
        before = time.process_time()
        yield
        self.seconds[stage] = self.seconds.get(stage, 0.0) + time.process_time() - before
        self.calls[stage] = self.calls.get(stage, 0) + calls


def stages(path: Path, options: AnalysisOptions) -> list[Stage]:
    """Every stage alone, in the order of the pipeline."""
    watch = Stopwatch()
    _decode(path, options, watch)
    _measure(path, options, watch)
    return [Stage(name, seconds, watch.calls[name]) for name, seconds in watch.seconds.items()]


@cache
def _plain_mesh() -> PlainFaceMesh:
    return PlainFaceMesh()


def plain_loop_spent(path: Path, options: AnalysisOptions) -> Spent:
    """Time of `plain_loop` in this process, whose model stays for the next time."""
    mesh = _plain_mesh()
    return spent(lambda: plain_loop(path, options, mesh))


def plain_loop(path: Path, options: AnalysisOptions, mesh: PlainFaceMesh) -> int:
    """Read every picture with OpenCV and look at as many as the pipeline does, in one thread."""
    capture = cv2.VideoCapture(str(path))
    grid = SamplingGrid(options.sampling.target_fps)
    step = 1e6 / (capture.get(cv2.CAP_PROP_FPS) or 30.0)
    number = looked = 0
    try:
        while True:
            ok, bgr = capture.read()
            if not ok:
                return looked
            if grid.falls_between(round(number * step), round((number + 1) * step)):
                mesh.count(np.asarray(cv2.cvtColor(bgr, cv2.COLOR_BGR2RGB), np.uint8))
                looked += 1
            number += 1
    finally:
        capture.release()


def _decode(path: Path, options: AnalysisOptions, watch: Stopwatch) -> None:
    """Every picture of the file, and the colours of those that are looked at."""
    opened = OpenFile(path.absolute(), check_container(path), threads=1)
    converter = PictureConverter(options.sampling.max_frame_dimension, 0)
    grid = SamplingGrid(options.sampling.target_fps)
    rate = opened.frame_rate or 30.0
    try:
        for packet in opened.packets():
            if packet is None:
                continue
            with watch.timing("decode", 0), suppress(FFmpegError):
                pictures = opened.stream.decode(packet if packet.size else None)
            for picture in pictures:
                watch.calls["decode"] += 1
                start = micros((picture.pts or 0) - opened.start, opened.time_base)
                if grid.falls_between(start, start + round(1e6 / rate)):
                    with watch.timing("colour"):
                        converter.rgb(picture, None)
    finally:
        opened.close()


def _measure(path: Path, options: AnalysisOptions, watch: Stopwatch) -> None:
    """The stages after decoding, frame by frame, since each finds the caches as the one before it
    left them."""
    with (
        closing(Models(options.landmarks)) as models,
        VideoFile(path, options.sampling, options.limits, sha256="") as video,
    ):
        measuring = StagesInTurn(models, options, watch)
        for frame in video.frames():
            measuring.push(frame)


class StagesInTurn:
    """Everything that happens to a decoded frame, one stage after the other, each timed."""

    def __init__(self, models: Models, options: AnalysisOptions, watch: Stopwatch) -> None:
        self._tracker, self._people = models.tracker, models.people
        self._tracker.memory = self._people.memory = None
        self._extractor = Extractor(options.signals, neutral(options.landmarks))
        self._assembly = Assembly(options)
        self._watch = watch

    def push(self, frame: Frame) -> None:
        """Measure the next frame."""
        timing = self._watch.timing
        with timing("people", 0):
            look = self._people.look(frame)
        self._watch.calls["people"] += look is not None
        with timing("landmarks"):
            face = self._tracker.track(frame, look)
        with timing("signals"):
            sample = self._extractor.extract(frame, face, look)
        with timing("filter"):
            self._assembly.push(sample)
