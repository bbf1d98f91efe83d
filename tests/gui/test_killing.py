"""The kills of `python -m tests.gui.soak kills`, three of them."""

import shutil
from pathlib import Path

import pytest

from tests.gui.killing import kills


@pytest.mark.timeout(400)
def test_nothing_that_the_window_told_is_lost_by_kills(
    analysed_folder: Path, recording: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "killed"
    shutil.copytree(analysed_folder, folder)
    found = kills(folder, recording, times=3, longest_sec=2.5)
    assert found.decisions > 5
    assert found.queued >= 1
