"""What measuring costs beside the neural networks."""

from pathlib import Path

from proctor_desktop.evaluation.cost import cost_rows
from proctor_desktop.pipeline import AnalysisOptions
from tests.unit.engine.portrait import write_portrait
from tests.unit.landmarks.families import mediapipe_only


@mediapipe_only
def test_measuring_costs_little_more_than_the_networks_alone(tmp_path: Path) -> None:
    (row,) = cost_rows(AnalysisOptions(), write_portrait(tmp_path / "film.mp4", 3))

    assert (row.metric, row.axis, row.unit, row.n) == ("cost", "models", "1", 36)
    assert 0.5 < row.value < 2  # 1.05 on an idle computer, which `evaluate` tells
