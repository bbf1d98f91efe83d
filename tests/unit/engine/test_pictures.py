"""Evidence pictures from a process of their own."""

import os
import signal
from pathlib import Path

import av
import numpy as np
import pytest

from proctor_desktop.domain.timeline import from_seconds
from proctor_desktop.engine import pictures
from proctor_desktop.engine.options import EngineOptions
from proctor_desktop.engine.pictures import grab_apart, grab_pictures
from proctor_desktop.engine.process import WorkerProcess
from proctor_desktop.pipeline import AnalysisOptions
from proctor_desktop.report.evidence import EvidenceOptions, Moment


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


def test_a_process_of_its_own_finds_the_same_pictures(clip: Path) -> None:
    options, evidence = AnalysisOptions(), EvidenceOptions()
    apart = grab_apart(EngineOptions(), clip, options, WANTED, evidence)
    here = grab_pictures(clip, options, WANTED, evidence)
    assert [one.incident_id for one in apart] == ["I001", "I002"]
    assert [one.evidence for one in apart] == [one.evidence for one in here]


def test_without_incidents_no_process_is_started(
    clip: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pictures, "WorkerProcess", None)
    assert grab_apart(EngineOptions(), clip, AnalysisOptions(), (), EvidenceOptions()) == ()


def test_a_lost_process_costs_the_pictures_and_not_the_report(
    clip: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    class Doomed(WorkerProcess):
        def run(self, *arguments: object) -> object:
            os.kill(self.pid, signal.SIGKILL)
            return super().run(*arguments)  # type: ignore[arg-type]  # handed on as they came

    monkeypatch.setattr(pictures, "WorkerProcess", Doomed)
    found = grab_apart(EngineOptions(), clip, AnalysisOptions(), WANTED, EvidenceOptions())
    assert found == ()
    assert "was lost" in caplog.text
