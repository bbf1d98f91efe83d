"""What a worker process does, local or on another machine: plan a recording, measure a segment."""

import threading
from collections.abc import Callable
from pathlib import Path

from proctor_desktop.domain.timeline import Interval, Micros
from proctor_desktop.engine.measurement import Recorder, Segment, Task
from proctor_desktop.engine.segments import Plan, plan
from proctor_desktop.engine.sending import found
from proctor_desktop.landmarks.choice import LandmarkOptions
from proctor_desktop.media.opencv import cv2
from proctor_desktop.media.prefetch import Prefetched
from proctor_desktop.media.source import VideoSource
from proctor_desktop.media.video_file import VideoFile
from proctor_desktop.pipeline import AnalysisOptions, Models, Stages

_EVER = Interval(Micros(0), Micros(2**62))


class TaskStopped(Exception):  # noqa: N818 - a wish, not a fault
    """Nobody waits for the result any more."""


class Pulse:
    """Tells whoever watches this process that it is getting on.

    A local worker process puts its pipe here; elsewhere nobody listens.
    """

    tell: Callable[[Micros], None] = staticmethod(lambda _: None)


class _Loaded(threading.local):
    """The models of this thread: MediaPipe's graphs belong to the thread that uses them."""

    models: Models | None = None
    options: LandmarkOptions | None = None


_LOADED = _Loaded()


def _models(options: LandmarkOptions) -> Models:
    if _LOADED.models is None or _LOADED.options != options:
        cv2.setNumThreads(1)
        if _LOADED.models is not None:
            _LOADED.models.close()
        _LOADED.models, _LOADED.options = Models(options), options
    return _LOADED.models


def load_models(options: LandmarkOptions | None = None) -> None:
    """Load the models, so that the first segment need not wait for them."""
    _models(options or LandmarkOptions())


def plan_recording(path: Path, options: AnalysisOptions, jobs: int) -> Plan:
    """`segments.plan`, to be run where a hostile file can do no harm."""
    return plan(found(path), options, jobs, Pulse.tell)


def measure_segment(task: Task) -> Segment:
    """Decode and measure one segment.

    Raises:
        SourceError: the recording cannot be used.
    """
    span = task.span or _EVER
    file: VideoSource = VideoFile(
        found(task.path),
        task.options.sampling,
        task.options.limits,
        task.span,
        lead_in=task.lead_in,
        sha256="",
    )
    source = Prefetched(file) if task.reads_ahead else file
    with source, Stages(task.options, task.neutral, _models(task.options.landmarks)) as stages:
        if task.memory is not None:
            stages.memory = task.memory
        recorder = Recorder(task)
        stopped_at: Micros | None = None
        for frame in source.frames():
            Pulse.tell(frame.time)
            is_inside = span.contains(frame.time)
            if is_inside:
                if task.checkpoints.get(frame.time) == stages.memory:
                    stopped_at = frame.time
                    break
                recorder.note(frame.time, stages.memory)
            measured = stages.measure(frame)
            if is_inside:
                recorder.add(measured, stages.extractor.picture)
        return recorder.segment(source.record(), stages.memory, stopped_at)
