"""What a live source showed can be read again, even when nobody closed the file."""

import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

import numpy as np

from proctor_desktop.domain.frame import Frame
from proctor_desktop.domain.timeline import Micros, from_seconds
from proctor_desktop.media.recorder import Recording
from proctor_desktop.media.video_file import VideoFile

KILLED = """
import os, sys
from pathlib import Path
sys.path.insert(0, {root!r})
from proctor_desktop.media.recorder import Recording
from tests.unit.media.test_recorder import frames
recording = Recording(Path({path!r}))
for number, frame in enumerate(frames(240)):
    recording.write(frame)
    if number == 200:
        os.kill(os.getpid(), 9)
"""


def frames(count: int) -> Iterator[Frame]:
    """What a camera shows: frame n at n / 12 s, brighter with each."""
    for number in range(count):
        yield Frame(from_seconds(number / 12), np.full((241, 321, 3), number % 250, np.uint8))


def recorded(path: Path, shown: Iterable[Frame]) -> list[Frame]:
    """What can be read again of what was shown."""
    with closing(Recording(path)) as recording:
        for frame in shown:
            recording.write(frame)
    with VideoFile(path) as written:
        return list(written.frames())


def test_the_file_has_every_picture_at_its_time(tmp_path: Path) -> None:
    shown = list(frames(60))
    read = recorded(tmp_path / "live.mkv", shown)
    assert len(read) == 60
    assert all(abs(a.time - b.time) <= 1000 for a, b in zip(read, shown, strict=True))
    assert read[30].rgb.shape == (240, 320, 3)
    assert abs(float(read[30].rgb.mean()) - 30) < 4


def test_pictures_of_the_same_millisecond_are_all_there(tmp_path: Path) -> None:
    still = np.zeros((48, 64, 3), np.uint8)
    hasty = [Frame(Micros(time), still) for time in (0, 200, 400, 500_000)]
    recorded(tmp_path / "live.mkv", hasty)
    with VideoFile(tmp_path / "live.mkv") as written:
        list(written.frames())
        assert written.record().decoded_frames == 4


def test_what_comes_after_the_end_is_left_out(tmp_path: Path) -> None:
    recording = Recording(tmp_path / "live.mkv")
    first, second = frames(2)
    recording.write(first)
    recording.close()
    recording.write(second)
    recording.close()
    with VideoFile(tmp_path / "live.mkv") as written:
        assert len(list(written.frames())) == 1


def test_without_a_picture_there_is_no_file(tmp_path: Path) -> None:
    Recording(tmp_path / "live.mkv").close()
    assert list(tmp_path.iterdir()) == []


def test_a_recorder_that_was_killed_leaves_all_but_the_last_second(tmp_path: Path) -> None:
    path = tmp_path / "killed.mkv"
    root = str(Path(__file__).resolve().parents[3])
    done = subprocess.run(
        [sys.executable, "-c", KILLED.format(root=root, path=str(path))], check=False
    )
    assert done.returncode == -9
    with VideoFile(path) as written:
        read = list(written.frames())
    assert read[-1].time >= from_seconds(200 / 12 - 2.1)
