"""What a live source showed can be read again, even when nobody closed the file."""

import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from proctor_desktop.domain.errors import SourceLostError
from proctor_desktop.domain.frame import Frame
from proctor_desktop.domain.recording import DecodeRecord, StreamFacts
from proctor_desktop.domain.timeline import Micros, from_seconds
from proctor_desktop.media.recorder import Recorded
from proctor_desktop.media.video_file import VideoFile

KILLED = """
import os, sys, threading
from pathlib import Path
sys.path.insert(0, {root!r})
from proctor_desktop.media.recorder import Recorded
from tests.unit.media.test_recorder import Pretender
for number, _ in enumerate(Recorded(Pretender(240), Path({path!r}), threading.Event()).frames()):
    if number == 200:
        os.kill(os.getpid(), 9)
"""


class Pretender:
    """A camera that shows frame n at n / 12 s, brighter with each."""

    def __init__(self, count: int) -> None:
        self._count = count

    @property
    def facts(self) -> StreamFacts:
        return StreamFacts("camera", None, "live", "raw", 321, 241, 0, None, None, False, True)

    def frames(self) -> Iterator[Frame]:
        for number in range(self._count):
            rgb = np.full((241, 321, 3), number % 250, np.uint8)
            yield Frame(from_seconds(number / 12), rgb)

    def record(self) -> DecodeRecord:
        return DecodeRecord(1.0, 1.0, self._count, self._count, 0)

    def close(self) -> None:
        pass

    def __enter__(self) -> "Pretender":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def test_the_file_has_every_picture_at_its_time(tmp_path: Path) -> None:
    path = tmp_path / "live.mkv"
    shown = list(Recorded(Pretender(60), path, threading.Event()).frames())
    with VideoFile(path) as written:
        read = list(written.frames())
    assert len(read) == len(shown) == 60
    assert all(abs(a.time - b.time) <= 1000 for a, b in zip(read, shown, strict=True))
    assert read[30].rgb.shape == (240, 320, 3)
    assert abs(float(read[30].rgb.mean()) - 30) < 4


def test_it_ends_when_it_is_told_to(tmp_path: Path) -> None:
    stopped = threading.Event()
    source = Recorded(Pretender(60), tmp_path / "live.mkv", stopped)
    seen = []
    for frame in source.frames():
        seen.append(frame.time)
        if frame.time >= from_seconds(1):
            stopped.set()
    assert seen[-1] == Micros(1_000_000)


class Unplugged(Pretender):
    """A camera whose cable is pulled."""

    def frames(self) -> Iterator[Frame]:
        yield from super().frames()
        raise SourceLostError("The camera went away.")


def test_a_lost_source_ends_the_recording_and_keeps_it(tmp_path: Path) -> None:
    source = Recorded(Unplugged(20), tmp_path / "live.mkv", threading.Event())
    assert len(list(source.frames())) == 20
    assert str(source.lost) == "The camera went away."
    with VideoFile(tmp_path / "live.mkv") as written:
        assert len(list(written.frames())) == 20


def test_a_source_that_never_showed_anything_is_a_fault(tmp_path: Path) -> None:
    source = Recorded(Unplugged(0), tmp_path / "live.mkv", threading.Event())
    with pytest.raises(SourceLostError, match="went away"):
        list(source.frames())


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
