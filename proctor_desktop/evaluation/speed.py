"""``bench``: how fast the program is on this computer, as ratios measured in one run."""

import multiprocessing
import os
import platform
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from statistics import median
from typing import Any

import psutil

from proctor_desktop.domain.recording import StreamFacts
from proctor_desktop.domain.signals import SignalTrack
from proctor_desktop.engine.options import EngineOptions
from proctor_desktop.engine.pool import LocalPool
from proctor_desktop.engine.segmented import SegmentedEngine
from proctor_desktop.evaluation.rescoring import lengthened, time_rescoring
from proctor_desktop.evaluation.speed_film import write_speed_film
from proctor_desktop.evaluation.speed_live import LiveResult, live
from proctor_desktop.evaluation.speed_stages import Spent, Stage, plain_loop_spent, stages
from proctor_desktop.pipeline import AnalysisOptions

FILM_SEC = 60.0
LIVE_SEC = 10.0
RESCORED_SEC = 3 * 3600.0
_SAMPLE_SEC = 0.1
_MEGABYTE = 1 << 20

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Whole:
    """The whole analysis with some number of workers; medians of the rounds.

    Attributes:
        jobs: worker processes.
        seconds: from handing in the file to the outcome, with the models loaded.
        cpu: processor time of workers and parent together.
        speed: seconds of recording analysed in one second.
        first_progress: from a cold start to the first measured picture, in seconds.
        worker_mb, parent_mb: largest resident memory of one worker, and of this process.
    """

    jobs: int
    seconds: float
    cpu: float
    speed: float
    first_progress: float
    worker_mb: float
    parent_mb: float


@dataclass(frozen=True, slots=True)
class BenchResult:
    """Everything that was measured, on one recording in one run.

    Attributes:
        facts: of the recording.
        cores: processors that this process may use.
        seconds: length of the recording.
        stages: each one alone, in processor time; medians of the rounds.
        plain: the plain loop; medians of the rounds.
        wholes: the whole analysis, by number of workers.
        live: one stream, and several.
        rescoring_sec: processor time of assessing three hours of stored signals.
        ratios: ``plain_loop`` the plain loop's time over ours with all processors; ``bound`` the
            processor time of decoding and inference alone, over the processors, over our time;
            ``single_worker`` the plain loop's time over ours with one worker. More is better.
        cpu_ratios: the same from processor time alone, which other programs disturb less. Both
            are medians of the ratios of each round.
    """

    facts: StreamFacts
    cores: int
    seconds: float
    rounds: int
    stages: list[Stage]
    plain: Spent
    wholes: list[Whole]
    live: list[LiveResult]
    rescoring_sec: float
    ratios: dict[str, float] = field(default_factory=dict)
    cpu_ratios: dict[str, float] = field(default_factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """For ``bench --json``."""
        return {
            "ratios": self.ratios,
            "cpu_ratios": self.cpu_ratios,
            "stages": [{**asdict(stage), "ms": stage.milliseconds} for stage in self.stages],
            "plain_loop": asdict(self.plain),
            "scaling": [asdict(whole) for whole in self.wholes],
            "memory": {
                "worker_mb": max(whole.worker_mb for whole in self.wholes),
                "parent_mb": max(whole.parent_mb for whole in self.wholes),
            },
            "live": [asdict(one) | {"dropped_share": one.dropped_share} for one in self.live],
            "rescoring_3h_sec": self.rescoring_sec,
            "recording": asdict(self.facts) | {"seconds": self.seconds},
            "machine": {"cores": self.cores, "processor": platform.machine()},
            "rounds": self.rounds,
        }


def run_bench(
    path: Path | None = None,
    rounds: int = 3,
    *,
    options: AnalysisOptions | None = None,
    height: int = 720,
    live_streams: int = 8,
    say: Say = lambda _: None,
) -> BenchResult:
    """Measure everything on one recording.

    Args:
        path: of the recording; a minute is made by the simulation if absent.
        rounds: how often each thing is measured; medians are told.
        options: of the analysis; the defaults if absent.
        height: in pixels, of the recording that is made.
        live_streams: how many streams are tried at once, besides a single one; 0 leaves live out.
        say: told what is being measured.

    Raises:
        SourceError: the recording cannot be used.
        SettingsError: none was given and the simulation is not installed.
    """
    chosen = options or AnalysisOptions()
    with tempfile.TemporaryDirectory() as folder, _aside() as aside:
        if path is None:
            say("making a recording")
            target = Path(folder) / "bench.mp4"
            path = aside.submit(write_speed_film, target, FILM_SEC, height).result()
        return _Bench(path, chosen, rounds, say, aside).result(live_streams)


def _aside() -> Executor:
    """A process for all that the program itself does not do, so that this one's memory is true."""
    return ProcessPoolExecutor(1, multiprocessing.get_context("spawn"))


class _Bench:
    """One run over one recording."""

    def __init__(
        self, path: Path, options: AnalysisOptions, rounds: int, say: Say, aside: Executor
    ) -> None:
        self._aside = aside
        self._path = path
        self._options = options
        self._rounds = rounds
        self._say = say
        self._cores = EngineOptions().processes
        self._tracks: list[SignalTrack] = []
        self._facts: list[StreamFacts] = []

    def result(self, live_streams: int) -> BenchResult:
        """Everything, the rounds first."""
        rounds = [self._round(number) for number in range(1, self._rounds + 1)]
        track = lengthened(self._tracks[0], RESCORED_SEC)
        rescoring = time_rescoring(track, self._options.rules, self._rounds)
        return BenchResult(
            facts=self._facts[0],
            cores=self._cores,
            seconds=self._tracks[0].end / 1e6,
            rounds=self._rounds,
            stages=[
                _middle_stage(each) for each in zip(*(one.stages for one in rounds), strict=True)
            ],
            plain=Spent(
                median(one.plain.wall for one in rounds), median(one.plain.cpu for one in rounds)
            ),
            wholes=[_middle(each) for each in zip(*(one.wholes for one in rounds), strict=True)],
            live=self._live(live_streams),
            rescoring_sec=rescoring.seconds,
            ratios=_medians([one.ratios(self._cores) for one in rounds]),
            cpu_ratios=_medians([one.cpu_ratios(self._cores) for one in rounds]),
        )

    def _round(self, number: int) -> "_Round":
        """Plain loop, stages and whole, one after the other."""
        jobs = sorted({self._cores, *(2**power for power in range(self._cores.bit_length()))})
        name = f"round {number} of {self._rounds}"
        self._say(f"{name}: the plain loop")
        plain = self._aside.submit(plain_loop_spent, self._path, self._options).result()
        self._say(f"{name}: each stage alone")
        alone = self._aside.submit(stages, self._path, self._options).result()
        wholes = []
        for workers in jobs:
            self._say(f"{name}: {workers} workers")
            wholes.append(self._whole(workers))
        return _Round(plain, alone, wholes)

    def _live(self, streams: int) -> list[LiveResult]:
        found = []
        for count in (1, streams) if streams else ():
            self._say(f"{count} live streams")
            found.append(live(self._path, self._options, streams=count, seconds=LIVE_SEC))
        return found

    def _whole(self, jobs: int) -> Whole:
        """One cold analysis for the first progress, and one warm one for everything else."""
        pool = LocalPool(EngineOptions(jobs=jobs))
        began = time.perf_counter()
        first: list[float] = []

        def progress(share: float) -> None:
            if share > 0 and not first:
                first.append(time.perf_counter() - began)

        with SegmentedEngine(lambda: pool) as engine:
            engine.analyze(self._path, self._options, progress=progress)
            with _Watch(pool) as watch:
                outcome = engine.analyze(self._path, self._options)
        self._tracks.append(outcome.track)
        self._facts.append(outcome.facts)
        speed = outcome.record.duration_sec / watch.wall
        return Whole(jobs, watch.wall, watch.cpu, speed, first[0], watch.worker_mb, watch.parent_mb)


class _Watch:
    """Time and memory of the workers and of this process while the block runs."""

    def __init__(self, pool: LocalPool) -> None:
        self._own = psutil.Process(os.getpid())
        self._workers = [psutil.Process(pid) for pid in pool.pids()]
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._sample, daemon=True)
        self.wall = self.cpu = self.worker_mb = self.parent_mb = 0.0

    def __enter__(self) -> "_Watch":
        self._began, self._cpu = time.perf_counter(), self._cpu_now()
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.wall, self.cpu = time.perf_counter() - self._began, self._cpu_now() - self._cpu
        self._ended.set()
        self._thread.join()

    def _cpu_now(self) -> float:
        times = [process.cpu_times() for process in (self._own, *self._workers)]
        return float(sum(one.user + one.system for one in times))

    def _sample(self) -> None:
        while not self._ended.wait(_SAMPLE_SEC):
            resident = [process.memory_info().rss / _MEGABYTE for process in self._workers]
            self.worker_mb = max(self.worker_mb, *resident)
            self.parent_mb = max(self.parent_mb, self._own.memory_info().rss / _MEGABYTE)


@dataclass(frozen=True, slots=True)
class _Round:
    """Everything that is compared, measured shortly after each other.

    A virtual machine is a tenth faster in one minute than in the next, so ratios are taken within
    a round, and the median of the rounds is told.
    """

    plain: Spent
    stages: list[Stage]
    wholes: list[Whole]

    def ratios(self, cores: int) -> dict[str, float]:
        """From the time that passed."""
        return _ratios(
            self.plain.wall, self.stages, {one.jobs: one.seconds for one in self.wholes}, cores
        )

    def cpu_ratios(self, cores: int) -> dict[str, float]:
        """From processor time alone."""
        shares = {one.jobs: one.cpu / one.jobs for one in self.wholes}
        return _ratios(self.plain.cpu, self.stages, shares, cores)


def _medians(rounds: list[dict[str, float]]) -> dict[str, float]:
    return {name: median(one[name] for one in rounds) for name in rounds[0]}


def _middle_stage(rounds: Sequence[Stage]) -> Stage:
    return replace(rounds[0], seconds=median(one.seconds for one in rounds))


def _middle(wholes: Sequence[Whole]) -> Whole:
    """Medians of the times, largest memory."""
    return Whole(
        jobs=wholes[0].jobs,
        seconds=median(one.seconds for one in wholes),
        cpu=median(one.cpu for one in wholes),
        speed=median(one.speed for one in wholes),
        first_progress=median(one.first_progress for one in wholes),
        worker_mb=max(one.worker_mb for one in wholes),
        parent_mb=max(one.parent_mb for one in wholes),
    )


def _ratios(
    plain: float, alone: list[Stage], wholes: dict[int, float], cores: int
) -> dict[str, float]:
    needed = {stage.name: stage.seconds for stage in alone}
    bound = (needed["decode"] + needed["landmarks"] + needed["people"]) / cores
    return {
        "plain_loop": plain / wholes[cores],
        "bound": bound / wholes[cores],
        "single_worker": plain / wholes[1],
    }
