"""Evidence pictures, decoded by a worker."""

import io
import os
import signal
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
from PIL import Image

from proctor_desktop.domain.timeline import from_seconds
from proctor_desktop.engine.executors import open_workers
from proctor_desktop.engine.options import EngineOptions
from proctor_desktop.engine.pictures import grab_pictures
from proctor_desktop.engine.process import WorkerProcess
from proctor_desktop.engine.segmented import SegmentedEngine
from proctor_desktop.pipeline import AnalysisOptions
from proctor_desktop.report.evidence import EvidenceOptions, Moment
from tests.unit.engine.portrait import write_portrait


@pytest.fixture
def clip(tmp_path: Path) -> Path:
    """Two seconds that grow brighter."""
    path = tmp_path / "clip.mp4"
    with av.open(str(path), "w") as container:
        stream = container.add_stream("mpeg4", rate=12)
        stream.width, stream.height, stream.pix_fmt = 64, 48, "yuv420p"
        for number in range(24):
            grey = np.full((48, 64, 3), number * 10, np.uint8)
            container.mux(stream.encode(av.VideoFrame.from_ndarray(grey, "rgb24")))
        container.mux(stream.encode(None))
    return path


WANTED = (Moment("I001", from_seconds(0.5)), Moment("I002", from_seconds(1.5)))


@pytest.fixture
def engine() -> Iterator[SegmentedEngine]:
    with SegmentedEngine(partial(open_workers, EngineOptions(jobs=1))) as opened:
        yield opened


def test_the_eyes_of_whoever_is_in_the_picture_are_cut_out(tmp_path: Path) -> None:
    film = write_portrait(tmp_path / "film.mp4", 2)
    moments = [Moment("I001", from_seconds(0.5), shows_eyes=eyes) for eyes in (False, True)]
    plain, shown = grab_pictures(film, AnalysisOptions(), moments, EvidenceOptions())
    heights = [Image.open(io.BytesIO(one.jpeg)).height for one in (plain, shown)]
    assert heights[1] > 1.2 * heights[0]


def test_a_worker_finds_the_same_pictures(clip: Path, engine: SegmentedEngine) -> None:
    options, evidence = AnalysisOptions(), EvidenceOptions()
    apart = engine.pictures(clip, options, WANTED, evidence)
    here = grab_pictures(clip, options, WANTED, evidence)
    assert [one.incident_id for one in apart] == ["I001", "I002"]
    assert [one.evidence for one in apart] == [one.evidence for one in here]


def test_a_lost_worker_costs_the_pictures_and_not_the_report(
    clip: Path,
    engine: SegmentedEngine,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    run = WorkerProcess.run

    def doomed(self: WorkerProcess, *arguments: Any) -> Any:
        os.kill(self.pid, signal.SIGKILL)
        return run(self, *arguments)

    monkeypatch.setattr(WorkerProcess, "run", doomed)
    assert engine.pictures(clip, AnalysisOptions(), WANTED, EvidenceOptions()) == ()
    assert "was lost" in caplog.text
