"""The player shows the exact frame, both ways, and stops where it was told to."""

from collections.abc import Iterator
from pathlib import Path

import av
import numpy as np
import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from proctor_desktop.domain.errors import SourceError
from proctor_desktop.domain.timeline import Interval, Micros, from_seconds
from proctor_desktop.gui.review.frames import ChunkReader
from proctor_desktop.gui.review.player import Player
from tests.unit.media.films import write_film

RATE = 10
FRAMES = 45
NOTHING = -1


@pytest.fixture(scope="module")
def numbered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """4.5 seconds in which frame n has the grey level 5 n."""
    path = tmp_path_factory.mktemp("numbered") / "numbered.mp4"
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=RATE, options={"crf": "1", "g": "15"})
        stream.width, stream.height, stream.pix_fmt = 64, 48, "yuv420p"
        for number in range(FRAMES):
            grey = np.full((48, 64, 3), 5 * number, np.uint8)
            container.mux(stream.encode(av.VideoFrame.from_ndarray(grey, format="rgb24")))
        container.mux(stream.encode())
    return path


class Screen(QObject):
    """Notes what the player shows."""

    def __init__(self, player: Player) -> None:
        super().__init__()
        self.numbers: list[int] = []
        self.stops: list[str] = []
        self.errors: list[object] = []
        player.showed.connect(self.show_frame)
        player.reached.connect(self.stops.append)
        player.failed.connect(self.errors.append)

    def show_frame(self, frame: object) -> None:
        if frame is None:
            self.numbers.append(NOTHING)
            return
        self.numbers.append(round(float(frame.rgb.mean()) / 5))  # type: ignore[attr-defined]  # a Frame


@pytest.fixture
def player(numbered: Path, qtbot: QtBot) -> Iterator[Player]:
    made = Player()
    made.open(numbered, from_seconds(FRAMES / RATE))
    yield made
    made.close()


def test_whole_seconds_follow_each_other_without_a_gap(numbered: Path) -> None:
    reader = ChunkReader(numbered)
    chunks = [reader.read(second) for second in range(5)]
    assert [len(chunk) for chunk in chunks] == [10, 10, 10, 10, 5]
    assert [frame.time for frame in reader.read(2)] == [frame.time for frame in chunks[2]]
    assert reader.read(9) == ()
    reader.close()


def test_seeking_shows_the_frame_on_display(player: Player, qtbot: QtBot) -> None:
    screen = Screen(player)
    player.seek(from_seconds(2.37))
    qtbot.waitUntil(lambda: bool(screen.numbers))
    assert screen.numbers[-1] == 23


def test_steps_go_by_one_frame_across_seconds_both_ways(player: Player, qtbot: QtBot) -> None:
    screen = Screen(player)
    player.seek(from_seconds(1.9))
    qtbot.waitUntil(lambda: 19 in screen.numbers)
    for expected, direction in ((20, 1), (21, 1), (20, -1), (19, -1), (18, -1)):

        def arrived(expected: int = expected, direction: int = direction) -> bool:
            if screen.numbers[-1] != expected:
                player.step(direction)
            return screen.numbers[-1] == expected

        qtbot.waitUntil(arrived)


def test_playing_forwards_shows_frames_in_order_and_ends(player: Player, qtbot: QtBot) -> None:
    screen = Screen(player)
    player.seek(from_seconds(3.0))
    player.play(4.0)
    qtbot.waitUntil(lambda: not player.is_playing)
    assert screen.numbers == sorted(screen.numbers)
    assert screen.numbers[-1] == FRAMES - 1
    assert player.time == from_seconds(FRAMES / RATE)


def test_playing_backwards_ends_at_the_start(player: Player, qtbot: QtBot) -> None:
    screen = Screen(player)
    player.seek(from_seconds(1.2))
    qtbot.waitUntil(lambda: bool(screen.numbers))
    player.shuttle(-1)
    player.shuttle(-1)
    player.shuttle(-1)
    assert player.speed == -4.0
    qtbot.waitUntil(lambda: not player.is_playing)
    tail = screen.numbers[screen.numbers.index(12) :]
    assert tail == sorted(tail, reverse=True)
    assert player.time == 0


def test_playback_stops_at_the_start_of_an_incident(player: Player, qtbot: QtBot) -> None:
    screen = Screen(player)
    player.set_stops([("I001", Interval(from_seconds(0.5), from_seconds(0.6))),
                      ("I002", Interval(from_seconds(2), from_seconds(3)))])  # fmt: skip
    player.seek(from_seconds(1.0))
    player.play(4.0)
    qtbot.waitUntil(lambda: bool(screen.stops))
    assert screen.stops == ["I002"]
    assert player.time == from_seconds(2)
    assert not player.is_playing


@pytest.mark.parametrize(("begun", "expected"), [(0.2, 2.0), (2.2, 2.2), (4.2, 4.5)])
def test_quiet_time_is_skipped(player: Player, begun: float, expected: float, qtbot: QtBot) -> None:
    """Playback jumps to two seconds before an incident, and from behind the last to the end."""
    player.set_stops([("I001", Interval(from_seconds(4.0), from_seconds(4.1)))])
    player.skips_quiet, player.stops_at_incidents = True, False
    player.seek(from_seconds(begun))
    times: list[int] = []
    player.moved.connect(times.append)
    player.play(1.0)
    qtbot.waitUntil(lambda: bool(times))
    player.pause()
    assert times[0] == pytest.approx(from_seconds(expected), abs=from_seconds(0.5))


def test_a_span_is_played_again_and_again_until_one_goes_elsewhere(
    player: Player, qtbot: QtBot
) -> None:
    times: list[int] = []
    player.moved.connect(times.append)
    player.repeat(Interval(from_seconds(1.0), from_seconds(1.4)))
    qtbot.waitUntil(lambda: times.count(from_seconds(1.0)) >= 3)
    assert all(from_seconds(1.0) <= time <= from_seconds(1.4) for time in times)
    player.seek(from_seconds(3.0))
    assert player.loop is None


def test_speeds_stay_in_the_list(player: Player) -> None:
    for _ in range(9):
        player.change_speed(1)
    assert player.speed == 4.0
    for _ in range(9):
        player.change_speed(-1)
    assert player.speed == 0.25


def test_a_file_that_is_no_video_is_said_and_not_tried_again(tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "not.mp4"
    path.write_bytes(b"no video at all" * 50)
    player = Player()
    screen = Screen(player)
    player.open(path, Micros(1_000_000))
    qtbot.waitUntil(lambda: bool(screen.errors))
    assert isinstance(screen.errors[0], SourceError)
    assert not player.has_pictures
    player.close()


def test_without_a_recording_the_playhead_moves_over_the_signals(qtbot: QtBot) -> None:
    player = Player()
    player.open(None, from_seconds(10))
    player.play(4.0)
    qtbot.waitUntil(lambda: player.time > from_seconds(0.3))
    player.pause()
    player.close()


@pytest.fixture
def gappy(tmp_path: Path) -> Path:
    """Two seconds, eight of which nothing is there, and a second more."""
    times = [*range(0, 2000, 100), *range(10_000, 11_000, 100)]
    return write_film(tmp_path / "gap.mkv", times, key_every=10)


def test_a_gap_of_the_recording_shows_nothing_and_stops_nobody(gappy: Path, qtbot: QtBot) -> None:
    player = Player()
    screen = Screen(player)
    player.open(gappy, from_seconds(14))
    qtbot.waitUntil(lambda: screen.numbers != [])
    player.seek(from_seconds(6))
    qtbot.waitUntil(lambda: screen.numbers[-1] == NOTHING)
    assert player.shown is None
    player.play(4.0)
    qtbot.waitUntil(lambda: player.time > from_seconds(10.2))
    assert screen.numbers[-1] != NOTHING, "what came after it is seen"
    qtbot.waitUntil(lambda: not player.is_playing)
    assert player.time == from_seconds(14)
    assert player.shown is None, "nothing is there behind the end"
    player.close()
