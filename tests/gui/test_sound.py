"""Sound follows the playhead: it plays forwards only, at the player's speed, without drifting."""

import os
import subprocess
import sys
import uuid
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
from PySide6.QtMultimedia import QMediaDevices, QMediaPlayer
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from proctor_desktop.domain.timeline import from_seconds
from proctor_desktop.gui.review.page import ReviewPage
from proctor_desktop.gui.review.player import Player
from proctor_desktop.gui.review.sound import Sound
from tests.gui.conftest import Workstation
from tests.gui.looking import desk, named, opened


class Media:
    """Stands for Qt's media player."""

    def __init__(self) -> None:
        self.calls: list[object] = []
        self.milliseconds = 0

    def play(self) -> None:
        self.calls.append("play")

    def pause(self) -> None:
        self.calls.append("pause")

    def stop(self) -> None:
        self.calls.append("stop")

    def deleteLater(self) -> None:  # noqa: N802 - Qt's name
        self.calls.append("gone")

    def setPlaybackRate(self, rate: float) -> None:  # noqa: N802 - Qt's name
        self.calls.append(rate)

    def setPosition(self, milliseconds: int) -> None:  # noqa: N802 - Qt's name
        self.milliseconds = milliseconds

    def position(self) -> int:
        return self.milliseconds


@pytest.fixture
def player(qtbot: QtBot) -> Player:
    made = Player()
    made.open(None, from_seconds(60))
    return made


def test_sound_plays_forwards_at_the_speed_and_pauses(player: Player) -> None:
    sound, media = Sound(player), Media()
    sound.follow_with(media)  # type: ignore[arg-type]  # a stand-in
    player.seek(from_seconds(5))
    player.play(2.0)
    assert media.milliseconds == 5000
    assert media.calls[-2:] == [2.0, "play"]
    player.play(-1.0)
    assert media.calls[-1] == "pause"
    player.pause()
    sound.close()
    assert media.calls[-2:] == ["stop", "gone"]
    player.close()


def test_sound_catches_up_only_when_it_has_drifted(player: Player) -> None:
    sound, media = Sound(player), Media()
    sound.follow_with(media)  # type: ignore[arg-type]  # a stand-in
    player.play(1.0)
    media.milliseconds = 10_100
    player.seek(from_seconds(10))
    assert media.milliseconds == 10_100
    player.seek(from_seconds(12))
    assert media.milliseconds == 12_000
    player.pause()
    player.close()


def test_without_a_device_there_is_no_sound_and_no_fault(
    player: Player, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QMediaDevices, "audioOutputs", staticmethod(list))
    sound = Sound(player)
    assert not sound.open(None)
    player.play(1.0)
    player.pause()
    assert not sound.is_open
    player.close()


SECONDS, RATE, FPS = 6, 44_100, 12


@pytest.fixture(scope="module")
def film_with_sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Six seconds of pictures with a tone."""
    path = tmp_path_factory.mktemp("sound") / "tone.mp4"
    tone = np.sin(2 * np.pi * 440 * np.arange(SECONDS * RATE) / RATE).astype(np.float32)
    with av.open(str(path), "w") as container:
        video = container.add_stream("libx264", rate=FPS)
        video.width, video.height, video.pix_fmt = 160, 120, "yuv420p"
        audio = container.add_stream("aac", rate=RATE, layout="mono")
        for number in range(SECONDS * FPS):
            grey = np.full((120, 160, 3), 3 * number % 255, np.uint8)
            container.mux(video.encode(av.VideoFrame.from_ndarray(grey, format="rgb24")))
        container.mux(video.encode())
        for start in range(0, len(tone) - 1023, 1024):
            part = np.ascontiguousarray(tone[None, start : start + 1024])
            frame = av.AudioFrame.from_ndarray(part, format="fltp", layout="mono")
            frame.sample_rate, frame.pts, frame.time_base = RATE, start, Fraction(1, RATE)
            container.mux(audio.encode(frame))
        container.mux(audio.encode())
    return path


def in_step(player: Player, media: QMediaPlayer) -> bool:
    return abs(media.position() - player.time / 1000) < 300


@pytest.mark.qt_log_ignore("va", "udio", "HW decoder", "multimedia", extend=True)
def test_qt_plays_the_sound_in_step_with_the_pictures(
    film_with_sound: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QMediaDevices, "audioOutputs", staticmethod(lambda: ["a device"]))
    player = Player()
    sound = Sound(player)
    player.open(film_with_sound, from_seconds(SECONDS))
    assert sound.open(film_with_sound)
    media = sound.findChild(QMediaPlayer)
    assert isinstance(media, QMediaPlayer)
    sound.mute(True)
    assert media.audioOutput().isMuted()
    sound.mute(False)
    sound.turn(0.5)
    assert media.audioOutput().volume() == pytest.approx(0.5)
    qtbot.waitUntil(lambda: media.mediaStatus() is QMediaPlayer.MediaStatus.LoadedMedia)
    assert media.hasAudio()
    assert media.duration() == pytest.approx(1000 * SECONDS, abs=100)
    player.seek(from_seconds(1))
    player.play(1.0)
    qtbot.waitUntil(lambda: player.time > from_seconds(2) and in_step(player, media))
    assert media.playbackState() is QMediaPlayer.PlaybackState.PlayingState
    player.play(2.0)
    qtbot.waitUntil(lambda: player.time > from_seconds(4) and in_step(player, media))
    assert media.playbackRate() == 2.0
    player.pause()
    assert media.playbackState() is QMediaPlayer.PlaybackState.PausedState
    sound.close()
    player.close()


OPENED_AND_CLOSED = """
import sys
from pathlib import Path
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtMultimedia import QMediaDevices
from PySide6.QtWidgets import QApplication
from proctor_desktop.gui.review.player import Player
from proctor_desktop.gui.review.sound import Sound

def pass_time(milliseconds):
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()

QMediaDevices.audioOutputs = staticmethod(lambda: ["a device"])
app = QApplication([])
player = Player()
sound = Sound(player)
film = Path(sys.argv[1])
player.open(film, 6_000_000)
for _ in range(100):
    sound.open(film)
    player.seek(1_000_000)
    player.play(1.0)
    pass_time(40)
    player.pause()
    sound.close()
    pass_time(1)
player.close()
print("closed a hundred times")
"""


def test_closing_the_sound_never_stops_the_window(film_with_sound: Path) -> None:
    # In a process of its own: a window that hangs in Qt can be ended from outside alone.
    done = subprocess.run(
        [sys.executable, "-c", OPENED_AND_CLOSED, str(film_with_sound)],
        capture_output=True,
        text=True,
        timeout=60,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        check=False,
    )
    assert done.stdout.strip() == "closed a hundred times", done.stderr[-2000:]


def test_without_an_audio_device_pictures_play_and_it_is_said(
    reviewing: ReviewPage,
    workstation: Workstation,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(QMediaDevices, "audioOutputs", staticmethod(list))
    silent = opened(reviewing)
    assert "no sound" in reviewing.picture.transport.sound.toolTip()
    analysis = silent.report.analysis
    heard = replace(analysis, recording=replace(analysis.recording, has_audio=True))
    report = replace(silent.report, report_id=str(uuid.uuid4()), analysis=heard)
    workstation.services.reports.keep(report, actor="test", recording=silent.recording)
    told: list[str] = []
    reviewing.told.connect(told.append)
    workstation.window.review(report.report_id)
    qtbot.waitUntil(lambda: desk(reviewing).key[0] == report.report_id)
    assert "no audio device" in reviewing.picture.transport.sound.accessibleName()
    assert any("no audio device" in sentence for sentence in told)
    reviewing.player.seek(from_seconds(1))
    reviewing.player.play(1.0)
    qtbot.waitUntil(lambda: reviewing.player.time > from_seconds(1.5))
    reviewing.player.pause()
    assert not reviewing.sound.is_open


def test_speed_and_volume_are_set_with_the_mouse_too(reviewing: ReviewPage) -> None:
    speed = named(reviewing, "Speed 1 x", QToolButton)
    faster = next(each for each in speed.menu().actions() if each.text() == "2 x")
    faster.trigger()
    assert reviewing.player.speed == 2.0
    assert speed.text() == "2 x"
    volume = reviewing.picture.transport.sound.volume
    volume.setValue(0)
    assert reviewing.sound.volume == 0.0
    volume.setValue(50)
    assert reviewing.sound.volume == 0.5
