"""A recording through everything: upload, worker processes, report, page."""

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import av
import httpx
import numpy as np
import psutil
import pytest

from proctor_desktop import bootstrap
from proctor_desktop.settings import Settings
from proctor_desktop.simulation.recorder import record
from proctor_desktop.simulation.scenario import Scenario
from tests.api.serving import Bundle, served, wait_for
from tests.api.test_contract import SUMMARY

PROCESS = "/api/v1/proctoring/process"
TURN = """
title: One turn of the head
seconds: 12
fps: 12
size: 480x360
seed: 5
blinks: 14

at 9 s turn left 30 deg for 2.0 s
"""


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, bootstrap.Services]]:
    """Address and services of a server with the real analysis in one worker process."""
    folder = tmp_path_factory.mktemp("real")
    settings = Settings(folder=folder, engine={"jobs": 1}, keep={"min_free_mb": 1})
    services = bootstrap.build(settings)
    with served(cast(Bundle, services)) as address:
        yield address, services
    services.close()


def send(address: str, name: str, video: bytes) -> httpx.Response:
    return httpx.post(
        address + PROCESS,
        data={"student_id": "STU123456", "exam_id": "EXAM001", "calibration_duration": "8.0"},
        files={"video": (name, video)},
        timeout=120,
    )


def test_a_recorded_turn_of_the_head_is_in_the_report_and_on_the_page(
    real: tuple[str, bootstrap.Services], tmp_path: Path
) -> None:
    address, services = real
    clip = tmp_path / "turn.mp4"
    record(Scenario.parse(TURN), clip)
    answer = send(address, "seat 12.mp4", clip.read_bytes())
    assert answer.status_code == 200
    summary = answer.json()
    assert summary.keys() == SUMMARY
    assert summary["calibration_status"] == "SUCCESS"
    assert summary["alerts"]["head_movement"] == 1
    report = httpx.get(f"{address}/api/v1/reports/{summary['report_id']}").json()
    (alert,) = [one for one in report["alert_details"] if one["kind"] == "head_movement"]
    assert alert["direction"] == "left"
    assert alert["start"] == pytest.approx(9.0, abs=0.5)
    assert report["analysis"]["recording"]["name"] == "seat 12.mp4"
    page = httpx.get(f"{address}/reports/{summary['report_id']}").text
    assert "data:image/jpeg;base64," in page
    wait_for(lambda: not list((services.settings.folder / "spool").iterdir()))


def bomb(path: Path, size: int, rate: int, frames: int, step: int = 1) -> bytes:
    """A small file with large or many pictures; ``step`` stretches its times."""
    with av.open(str(path), "w") as container:
        stream = container.add_stream("mpeg4", rate=rate)
        stream.width = stream.height = size
        stream.pix_fmt = "yuv420p"
        frame = av.VideoFrame.from_ndarray(np.zeros((size, size, 3), np.uint8), "rgb24")
        for number in range(frames):
            frame.pts = number * step
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return path.read_bytes()


@pytest.mark.parametrize(
    ("size", "rate", "frames", "step", "word"),
    [
        pytest.param(4200, 25, 2, 1, "pixels", id="large_pictures"),
        pytest.param(64, 1000, 500, 1, "second", id="many_pictures_a_second"),
        pytest.param(64, 25, 30, 25 * 3600, "hours", id="many_hours"),
    ],
)
def test_a_bomb_is_refused_before_it_costs_anything(
    real: tuple[str, bootstrap.Services],
    tmp_path: Path,
    size: int,
    rate: int,
    frames: int,
    step: int,
    word: str,
) -> None:
    """R22."""
    address, _ = real
    video = bomb(tmp_path / "bomb.mp4", size, rate, frames, step)
    before = psutil.Process().memory_info().rss
    answer = send(address, "bomb.mp4", video)
    assert answer.status_code == 415
    assert word in answer.json()["detail"]
    assert "bomb.mp4" in answer.json()["detail"]
    assert psutil.Process().memory_info().rss - before < 50e6
    assert httpx.get(address + "/api/v1/health").status_code == 200


def test_a_cut_off_video_fails_with_a_sentence(
    real: tuple[str, bootstrap.Services], tmp_path: Path
) -> None:
    address, _ = real
    whole = bomb(tmp_path / "whole.mp4", 64, 25, 50)
    answer = send(address, "cut.mp4", whole[: len(whole) // 2])
    assert answer.status_code == 422
    assert answer.json()["detail"].startswith("cut.mp4 was cut off")
