"""Other machines: a real Dask scheduler with two workers on loopback."""

import os
import signal
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from proctor_desktop.calibration.collector import CalibrationOptions
from proctor_desktop.domain.errors import EngineError, SettingsError, SourceOpenError
from proctor_desktop.engine import sending
from proctor_desktop.engine.cluster import require_private
from proctor_desktop.engine.executors import open_workers
from proctor_desktop.engine.in_process import InProcessEngine
from proctor_desktop.engine.options import EngineOptions
from proctor_desktop.engine.segmented import SegmentedEngine
from proctor_desktop.media.source import SamplingOptions
from proctor_desktop.pipeline import AnalysisOptions, Outcome
from tests.unit.engine.portrait import write_portrait

distributed = pytest.importorskip("distributed")

OPTIONS = AnalysisOptions(
    sampling=SamplingOptions(target_fps=8), calibration=CalibrationOptions(duration_sec=3.0)
)

pytestmark = pytest.mark.filterwarnings("ignore")  # Dask's own, about closing connections


@pytest.fixture(scope="module")
def cluster() -> Iterator["distributed.LocalCluster"]:
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
    ) as started:
        started.wait_for_workers(2)
        yield started


def sees_nothing(path: str, size: int) -> bool:
    return False


def analyse_batch(address: str, films: list[Path], kill: "list[int]") -> list[Outcome]:
    """Outcomes of all films; the processes in ``kill`` die in the middle of it."""
    deaths = list(kill)

    def maybe_kill(share: float) -> None:
        while share > 0 and deaths:
            os.kill(deaths.pop(), signal.SIGKILL)

    outcomes: dict[Path, Outcome] = {}
    with SegmentedEngine(lambda: open_workers(EngineOptions(scheduler=address))) as engine:

        def analyse(film: Path) -> None:
            outcomes[film] = engine.analyze(film, OPTIONS, progress=maybe_kill)

        threads = [threading.Thread(target=analyse, args=(film,)) for film in films]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert len(deaths) == 0
    return [outcomes[film] for film in films]


def test_a_batch_survives_a_worker_killed_in_the_middle(
    cluster: "distributed.LocalCluster", tmp_path: Path
) -> None:
    films = [write_portrait(tmp_path / f"{name}.mp4", 4 + name) for name in range(3)]
    expected = [
        InProcessEngine().analyze(
            film, OPTIONS, progress=lambda share: None, cancelled=threading.Event()
        )
        for film in films
    ]
    victim = next(iter(cluster.workers.values())).pid
    found = analyse_batch(cluster.scheduler_address, films, [victim])
    for outcome, other in zip(found, expected, strict=True):
        assert outcome.facts == other.facts
        assert outcome.assessment == other.assessment
        assert outcome.track.values.tobytes() == other.track.values.tobytes()


def test_a_recording_that_the_workers_do_not_see_is_sent(
    cluster: "distributed.LocalCluster", tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("proctor_desktop.engine.cluster.has", sees_nothing)
    monkeypatch.setattr("proctor_desktop.engine.cluster._PIECE", 10_000)
    film = write_portrait(tmp_path / "film.mp4", 4)
    assert film.stat().st_size > 20_000
    expected = InProcessEngine().analyze(
        film, OPTIONS, progress=lambda share: None, cancelled=threading.Event()
    )
    (outcome,) = analyse_batch(cluster.scheduler_address, [film], [])
    assert outcome.facts == expected.facts
    assert outcome.assessment == expected.assessment
    assert not list(sending.folder().glob("*/film.mp4"))


def test_a_persons_fault_arrives_from_another_machine_as_what_it_is(
    cluster: "distributed.LocalCluster", tmp_path: Path
) -> None:
    with (
        SegmentedEngine(
            lambda: open_workers(EngineOptions(scheduler=cluster.scheduler_address))
        ) as engine,
        pytest.raises(SourceOpenError, match="is not there"),
    ):
        engine.analyze(tmp_path / "missing.mp4", OPTIONS)


def test_a_scheduler_that_does_not_answer_has_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("proctor_desktop.engine.cluster._CONNECT_SEC", 1)
    with pytest.raises(EngineError, match=r"tcp://127\.0\.0\.1:9 does not answer"):
        open_workers(EngineOptions(scheduler="tcp://127.0.0.1:9"))


def test_the_environment_can_name_the_scheduler(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("proctor_desktop.engine.cluster._CONNECT_SEC", 1)
    monkeypatch.setenv("PROCTOR_SCHEDULER", "tcp://127.0.0.1:9")
    with pytest.raises(EngineError, match="does not answer"):
        open_workers(EngineOptions())


@pytest.mark.parametrize(
    "address", ["tcp://192.0.2.9:8786", "exams.example.org:8786", "ws://[2001:db8::1]:1"]
)
def test_a_scheduler_elsewhere_is_refused_without_encryption(address: str) -> None:
    with pytest.raises(SettingsError, match="tls://"):
        open_workers(EngineOptions(scheduler=address))


@pytest.mark.parametrize(
    "address", ["tcp://127.0.0.1:1", "localhost:1", "tcp://[::1]:1", "tls://x:1"]
)
def test_a_scheduler_here_or_with_encryption_is_taken(address: str) -> None:
    require_private(address)
