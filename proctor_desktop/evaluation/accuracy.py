"""``evaluate``: the product's own pipeline against labelled material, as one table."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from proctor_desktop.evaluation import clips, cost, gaze_photos, photos, rehearsed, simulated
from proctor_desktop.evaluation.datasets import (
    GLANCES,
    HOUR,
    SIMULATION,
    default_datasets,
    read_material,
)
from proctor_desktop.evaluation.metrics import Row
from proctor_desktop.landmarks import yardstick
from proctor_desktop.pipeline import AnalysisOptions


def evaluate(
    datasets: Sequence[str] = (),
    options: AnalysisOptions | None = None,
    progress: Callable[[str], None] = lambda _: None,
) -> list[Row]:
    """Every figure of every dataset, in the order given.

    Args:
        datasets: ``simulation``; ``glances`` and ``hour`` (`rehearsed`); and folders as
            `datasets.read_material` understands them. Without any, all that are at hand but the
            hour, which takes a quarter of one.
        options: of the analysis; the defaults if absent.
        progress: told what is being measured.

    Raises:
        SettingsError: a folder holds no labelled material.
    """
    chosen = options or AnalysisOptions()
    rows: list[Row] = []
    for name in datasets or default_datasets():
        source = _BUILT_IN[name](chosen) if name in _BUILT_IN else _folder(Path(name), chosen)
        for row in source:
            progress(f"{row.dataset}: {row.person or 'all'}")
            rows.append(row)
    return rows


def _simulation(options: AnalysisOptions) -> Iterator[Row]:
    yield from simulated.pose_rows(options.signals, landmarks=options.landmarks)
    yield from simulated.scenario_rows(options)
    if yardstick.is_here():
        yield from cost.cost_rows(options)


def _glances(options: AnalysisOptions) -> Iterator[Row]:
    return simulated.scenario_rows(options, rehearsed.glance_scenarios(), GLANCES)


def _hour(options: AnalysisOptions) -> Iterator[Row]:
    return simulated.scenario_rows(options, rehearsed.clean_scenarios(), HOUR)


_BUILT_IN = {SIMULATION: _simulation, GLANCES: _glances, HOUR: _hour}


def _folder(folder: Path, options: AnalysisOptions) -> Iterator[Row]:
    material = read_material(folder)
    if material.gaze_photos:
        name = f"{material.name}/gaze"
        yield from gaze_photos.gaze_rows(
            name, material.gaze_photos, options.signals, options.landmarks
        )
    if material.pose_photos:
        yield from photos.pose_rows(
            f"{material.name}/pose", material.pose_photos, options.signals, options.landmarks
        )
    if material.people_photos:
        yield from photos.people_rows(
            f"{material.name}/people", material.people_photos, options.signals, options.landmarks
        )
    if material.clips:
        yield from clips.clip_rows(f"{material.name}/clips", material.clips, options)
