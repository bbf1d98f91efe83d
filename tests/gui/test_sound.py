"""Sound follows the playhead: it plays forwards only, at the player's speed, without drifting."""

import pytest
from pytestqt.qtbot import QtBot

from proctor_desktop.domain.timeline import from_seconds
from proctor_desktop.gui.workers.player import Player
from proctor_desktop.gui.workers.sound import Sound


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
    sound._media = media  # type: ignore[assignment]
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
    sound._media = media  # type: ignore[assignment]
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
    monkeypatch.setattr(Sound, "_has_device", staticmethod(lambda: False))
    sound = Sound(player)
    assert not sound.open(None)
    player.play(1.0)
    player.pause()
    assert not sound.is_open
    player.close()
