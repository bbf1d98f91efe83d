"""What measuring a frame costs beside the neural networks that it cannot do without."""

import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from statistics import median

from proctor_desktop.domain.frame import Frame
from proctor_desktop.evaluation.datasets import SIMULATION
from proctor_desktop.evaluation.metrics import Row
from proctor_desktop.evaluation.speed_film import write_speed_film
from proctor_desktop.evaluation.speed_stages import StagesInTurn, Stopwatch
from proctor_desktop.landmarks.people import LOOK_PERIOD
from proctor_desktop.landmarks.yardstick import PlainFaceDetection, PlainFaceMesh
from proctor_desktop.media.video_file import VideoFile
from proctor_desktop.pipeline import AnalysisOptions, Models

FILM_SEC = 12.0
_ROUNDS = 5
_PLAIN = "plain"


def cost_rows(options: AnalysisOptions, path: Path | None = None) -> Iterator[Row]:
    """Processor time of everything that happens to a decoded frame, over that of MediaPipe's own
    FaceMesh with iris in every frame and full-range BlazeFace twice a second.

    Both meet the same frames in turn, so that a busy computer slows both alike; the median of a few
    rounds is told. Without a ``path`` a recording of 720 lines is made.
    """
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        film = path or write_speed_film(Path(folder) / "cost.mp4", FILM_SEC)
        models = stack.enter_context(closing(Models(options.landmarks)))
        mesh = stack.enter_context(closing(PlainFaceMesh(faces=1)))
        detection = stack.enter_context(closing(PlainFaceDetection()))
        rounds = [_round(film, options, models, mesh, detection) for _ in range(_ROUNDS)]
    frames = rounds[0].calls[_PLAIN]
    share = median(
        (sum(each.seconds.values()) - each.seconds[_PLAIN]) / each.seconds[_PLAIN]
        for each in rounds
    )
    yield Row(SIMULATION, "all", "cost", "models", share, "1", frames)


def _round(
    film: Path,
    options: AnalysisOptions,
    models: Models,
    mesh: PlainFaceMesh,
    detection: PlainFaceDetection,
) -> Stopwatch:
    watch = Stopwatch()
    ours = StagesInTurn(models, options, watch)
    cell = -1

    def plain(frame: Frame) -> None:
        nonlocal cell
        with watch.timing(_PLAIN):
            mesh.count(frame.rgb)
            if frame.time // LOOK_PERIOD != cell:
                detection.count(frame.rgb)
        cell = frame.time // LOOK_PERIOD

    with VideoFile(film, options.sampling, options.limits, sha256="") as video:
        for number, frame in enumerate(video.frames()):
            # Whoever comes second finds the picture in the processor's cache.
            for measure in (plain, ours.push) if number % 2 else (ours.push, plain):
                measure(frame)
    return watch
