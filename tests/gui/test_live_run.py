"""The hour of `python -m tests.gui.soak live`, for some seconds and with kinder bounds."""

from itertools import pairwise
from pathlib import Path

from PySide6.QtWidgets import QApplication

from proctor_desktop.media.video_file import VideoFile
from tests.gui.live_run import Capture
from tests.gui.watching import HELD_SEC, looped


def test_a_capture_shows_every_sample_at_once_and_never_holds_the_window(
    qapp: QApplication, recording: Path, tmp_path: Path
) -> None:
    capture = Capture(tmp_path / "workstation", recording)
    found = capture.run(6)
    capture.close()
    assert 10 < found.samples_per_second < 12.5  # 12, and room for a computer that stops to think
    assert found.dropped <= 8  # of 72
    assert found.longest_worked_ms < 1000 * HELD_SEC  # alone on the machine it is the whole wait
    assert found.repaints_per_second > 6
    assert 5 < 60 * found.minutes < 9, "what was not played is not part of the exam"


def test_the_long_recording_is_the_short_one_again_and_again(
    recording: Path, tmp_path: Path
) -> None:
    looped(recording, tmp_path / "long.mkv", 40)
    with VideoFile(tmp_path / "long.mkv") as video:
        times = [frame.time for frame in video.frames()]
    assert len(times) == 3 * 16 * 12
    assert max(after - before for before, after in pairwise(times)) < 90_000
