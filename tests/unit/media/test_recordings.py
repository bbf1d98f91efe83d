"""A disk that is full stops the recording of a live source, and neither the source nor the rest."""

from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timezone
from pathlib import Path

import pytest

from proctor_desktop.domain.errors import SourceRefusedError
from proctor_desktop.domain.timeline import to_seconds
from proctor_desktop.media.recordings import Recordings, has_room
from proctor_desktop.media.video_file import VideoFile
from tests.unit.media.test_recorder import frames

BEGAN = datetime(2026, 3, 4, 9, 30, tzinfo=timezone.utc)
FULL = Path("/dev/full")
"""Takes nothing: every write finds no room."""

pytestmark = pytest.mark.skipif(not FULL.exists(), reason="no device that is always full")


class Room:
    """Whether there is room on the disk, and which files were asked for meanwhile."""

    def __init__(self, folder: Path, *, is_there: bool) -> None:
        self.folder, self.is_there = folder, is_there
        self.names = 0

    def path_of(self, began: datetime) -> Path:
        self.names += 1
        return self.folder / f"{self.names}.mkv" if self.is_there else FULL

    def recordings(self) -> Recordings:
        return Recordings(self.path_of, 2.0, lambda path: self.is_there)


def spans(recordings: Recordings) -> list[tuple[float, float]]:
    return [(to_seconds(one.onset), to_seconds(one.offset)) for one in recordings.missed]


def test_what_finds_no_room_is_said_and_no_fault(tmp_path: Path) -> None:
    room = Room(tmp_path, is_there=False)
    with closing(room.recordings()) as recordings:
        for frame in frames(120):
            recordings.write(frame, BEGAN)
    assert recordings.missed_since == 0
    (missed,) = spans(recordings)
    assert missed == (0.0, pytest.approx(119 / 12, abs=0.001))
    assert room.names == 1, "no file is begun while there is no room"


def test_it_is_recorded_again_in_another_file_when_there_is_room(tmp_path: Path) -> None:
    room = Room(tmp_path, is_there=False)
    with closing(room.recordings()) as recordings:
        for number, frame in enumerate(frames(240)):
            room.is_there = number >= 60
            recordings.write(frame, BEGAN)
    (missed,) = spans(recordings)
    assert recordings.missed_since is None
    assert 5 <= missed[1] <= 5 + 2.1, "looked at every two seconds"
    assert recordings.paths[1:] == (tmp_path / "2.mkv",)
    with VideoFile(recordings.paths[1]) as kept:
        assert len(list(kept.frames())) == 240 - round(missed[1] * 12)
        assert kept.facts.began is not None
        assert (kept.facts.began - BEGAN).total_seconds() == pytest.approx(missed[1], abs=0.001)


def test_a_recording_that_has_room_lacks_nothing(tmp_path: Path) -> None:
    room = Room(tmp_path, is_there=True)
    with closing(room.recordings()) as recordings:
        for frame in frames(30):
            recordings.write(frame, BEGAN)
    with VideoFile(tmp_path / "1.mkv") as kept:
        assert kept.facts.began == BEGAN, "the file says when it was recorded"
    assert recordings.missed == ()
    assert recordings.paths == (tmp_path / "1.mkv",)


def test_a_first_file_that_cannot_be_made_ends_it(tmp_path: Path) -> None:
    def refuse(began: datetime) -> Path:
        raise SourceRefusedError("exam.mkv is there already.")

    shown: Iterator = frames(1)
    with pytest.raises(SourceRefusedError, match="there already"):
        Recordings(refuse, 2.0, has_room).write(next(shown), BEGAN)


def test_a_later_file_that_cannot_be_made_is_tried_again(tmp_path: Path) -> None:
    room = Room(tmp_path, is_there=False)

    def path_of(began: datetime) -> Path:
        path = room.path_of(began)
        if room.names == 2:
            raise SourceRefusedError("The recording cannot be made (No space left on device).")
        return path

    with closing(Recordings(path_of, 2.0, lambda path: room.is_there)) as recordings:
        for number, frame in enumerate(frames(120)):
            room.is_there = number >= 12
            recordings.write(frame, BEGAN)
    assert recordings.paths[1:] == (tmp_path / "3.mkv",)


def test_nothing_is_begun_after_the_end(tmp_path: Path) -> None:
    room = Room(tmp_path, is_there=True)
    recordings = room.recordings()
    recordings.close()
    for frame in frames(3):
        recordings.write(frame, BEGAN)
    assert recordings.paths == ()
