"""``bench``: everything is measured, and the ratios are what they are called."""

import json
import os
from pathlib import Path

import numpy as np
import pytest
from skimage.data import astronaut

from proctor_desktop.evaluation import speed
from proctor_desktop.evaluation.speed import run_bench
from proctor_desktop.evaluation.speed_film import write_speed_film
from proctor_desktop.evaluation.speed_plot import write_plot
from proctor_desktop.evaluation.speed_stages import Stage, spent
from proctor_desktop.landmarks import yardstick
from tests.unit.engine.portrait import write_portrait


@pytest.fixture(scope="module")
def result(tmp_path_factory: pytest.TempPathFactory) -> speed.BenchResult:
    if not yardstick.is_here():
        pytest.skip("MediaPipe, which it is compared with, is for Python 3.10 to 3.12")
    film = write_portrait(tmp_path_factory.mktemp("bench") / "film.mp4", 3)
    return run_bench(film, rounds=1, live_streams=0)


def test_every_stage_is_measured_by_itself(result: speed.BenchResult) -> None:
    calls = {stage.name: stage.calls for stage in result.stages}
    assert calls == {
        "decode": 72,
        "colour": 36,
        "people": 6,
        "landmarks": 36,
        "signals": 36,
        "filter": 36,
    }
    assert all(stage.seconds > 0 for stage in result.stages)


def test_ratios_compare_times_of_the_same_run(result: speed.BenchResult) -> None:
    seconds = {whole.jobs: whole.seconds for whole in result.wholes}
    assert result.ratios["plain_loop"] == pytest.approx(result.plain.wall / seconds[result.cores])
    assert result.ratios["single_worker"] == pytest.approx(result.plain.wall / seconds[1])
    stage = {stage.name: stage.seconds for stage in result.stages}
    bound = (stage["decode"] + stage["landmarks"] + stage["people"]) / result.cores
    assert result.ratios["bound"] == pytest.approx(bound / seconds[result.cores])


def test_the_result_is_one_json_document(result: speed.BenchResult) -> None:
    told = json.loads(json.dumps(result.to_dict()))
    assert set(told["ratios"]) == {"plain_loop", "bound", "single_worker"}
    assert {row["name"] for row in told["stages"]} >= {"decode", "landmarks", "people"}
    assert 20 < told["memory"]["worker_mb"] < 1000
    assert told["recording"]["name"] == "film.mp4"
    assert told["rescoring_3h_sec"] > 0


def test_the_plot_is_written(result: speed.BenchResult, tmp_path: Path) -> None:
    write_plot(result, tmp_path / "bench.svg")
    assert "<svg" in (tmp_path / "bench.svg").read_text(encoding="utf-8")


def test_a_stages_time_per_call_is_in_milliseconds() -> None:
    assert Stage("decode", seconds=0.5, calls=100).milliseconds == 5.0


def test_time_spent_counts_what_was_computed() -> None:
    found = spent(lambda: sum(range(2_000_000)))
    assert 0 < found.cpu <= found.wall * ((os.cpu_count() or 1) + 0.5)  # other threads count too


@pytest.mark.slow
def test_the_film_made_for_it_has_the_size_that_is_claimed(tmp_path: Path) -> None:
    film = write_speed_film(tmp_path / "film.mp4", 6)
    assert 0.7e6 < film.stat().st_size < 3e6


def test_the_plain_loop_is_silent_about_its_first_face(
    capfd: pytest.CaptureFixture[str],
) -> None:
    if not yardstick.is_here():
        pytest.skip("MediaPipe's own face mesh is for Python 3.10 to 3.12")
    mesh = yardstick.PlainFaceMesh(faces=1)
    wide = np.full((200, 320, 3), 120, np.uint8)  # an oblong picture, which it warns about
    wide[:, 60:260] = astronaut()[10:210, 120:320]
    assert mesh.count(wide) == 1
    mesh.close()
    assert capfd.readouterr().err == ""
