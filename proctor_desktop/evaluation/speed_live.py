"""How old a live picture is when its result is there, and how many streams can be carried."""

import threading
import time
from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from proctor_desktop.domain.timeline import to_seconds
from proctor_desktop.engine.options import EngineOptions
from proctor_desktop.engine.pool import LocalPool
from proctor_desktop.engine.worker import Pulse
from proctor_desktop.media.camera import PacedFile
from proctor_desktop.media.capture import Capture, CaptureOptions
from proctor_desktop.media.video_file import VideoFile
from proctor_desktop.pipeline import AnalysisOptions, Models, Stages


@dataclass(frozen=True, slots=True)
class LiveResult:
    """What live streams went through.

    Attributes:
        streams: how many ran at once.
        seen, dropped: pictures measured, and pictures thrown away because it was late.
        p50_ms, p95_ms: age of a picture when its result was there, in milliseconds.
    """

    streams: int
    seen: int
    dropped: int
    p50_ms: float
    p95_ms: float

    @property
    def dropped_share(self) -> float:
        """Share of the pictures that were thrown away."""
        return self.dropped / max(1, self.seen + self.dropped)


@dataclass(frozen=True, slots=True)
class Watched:
    """One stream after some time."""

    ages: Sequence[float]
    dropped: int


def live(path: Path, options: AnalysisOptions, *, streams: int, seconds: float) -> LiveResult:
    """Play a file at its own pace, once or several times at once, over all processors."""
    pool = LocalPool(EngineOptions(max_memory_mb=65_536, silence_sec=120))
    shares = [streams // pool.size + (n < streams % pool.size) for n in range(pool.size)]
    ready_at = time.time() + 8.0 + 2.0 * max(shares)
    try:
        futures: list[Future[list[Watched]]] = [
            pool.submit(watch_streams, path.absolute(), options, share, seconds, ready_at)
            for share in shares
            if share
        ]
        watched = [one for future in futures for one in future.result()]
    finally:
        pool.shutdown()
    ages = np.concatenate([np.asarray(one.ages) for one in watched]) * 1000
    p50, p95 = (float(np.percentile(ages, share)) for share in (50, 95))
    return LiveResult(streams, len(ages), sum(one.dropped for one in watched), p50, p95)


def watch_streams(
    path: Path, options: AnalysisOptions, count: int, seconds: float, begin_at: float
) -> list[Watched]:
    """Watch ``count`` streams in this process, each in a thread of its own.

    All of them begin at the wall clock's ``begin_at``, when every model is loaded.
    """
    found: list[Watched] = []

    def watch() -> None:
        models = Models(options.landmarks)
        try:
            while time.time() < begin_at:
                time.sleep(0.01)
            found.append(_watch(path, options, models, seconds))
        finally:
            models.close()

    threads = [threading.Thread(target=watch) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found


def _watch(path: Path, options: AnalysisOptions, models: Models, seconds: float) -> Watched:
    """One stream for some seconds."""
    paced = PacedFile(VideoFile(path, options.sampling, options.limits, sha256=""))
    ages: list[float] = []
    given = CaptureOptions(seconds=seconds)
    with Capture(lambda _: paced, given, lambda _: None, threading.Event()) as source:
        with Stages(options, models=models) as running:
            for frame in source.frames():
                running.measure(frame)
                ages.append(time.monotonic() - paced.origin - to_seconds(frame.time))
                Pulse.tell(frame.time)
        return Watched(ages, source.record().dropped_frames)
