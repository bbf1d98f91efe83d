"""Sound beside the exact frames: Qt's player follows the playhead, and is silent off speed."""

from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QUrl, Slot

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QAudioOutput, QMediaPlayer

from proctor_desktop.gui.review.player import Player

DRIFT_MS = 180

_Sounding = TypeVar("_Sounding", "QMediaPlayer", "QAudioOutput")


class Sound(QObject):
    """Plays the sound track while the player plays forwards; nothing where there is no device."""

    def __init__(self, player: Player, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._player = player
        self._media: QMediaPlayer | None = None
        self._output: QAudioOutput | None = None
        self._is_muted = False
        self._volume = 1.0
        player.playing_changed.connect(self._follow)
        player.speed_changed.connect(self._follow)
        player.moved.connect(self._keep_up)

    def open(self, path: Path | None) -> bool:
        """Play the sound of a file, or none; whether there will be any."""
        self.close()
        if path is None or not self._has_device():
            return False
        from PySide6.QtMultimedia import QAudioOutput, QMediaPlayer

        media, self._output = _free(QMediaPlayer(self)), _free(QAudioOutput(self))
        self._output.setMuted(self._is_muted)
        self._output.setVolume(self._volume)
        media.setAudioOutput(self._output)
        media.setSource(QUrl.fromLocalFile(str(path)))
        self.follow_with(media)
        return True

    def follow_with(self, media: "QMediaPlayer") -> None:
        """Let something that plays sound follow the playhead."""
        self._media = media

    def mute(self, is_muted: bool) -> None:
        """Be silent, or not; it stays so for the next recordings."""
        self._is_muted = is_muted
        if self._output is not None:
            self._output.setMuted(is_muted)

    def turn(self, volume: float) -> None:
        """Be as loud as 0 to 1; it stays so for the next recordings."""
        self._volume = volume
        if self._output is not None:
            self._output.setVolume(volume)

    @property
    def volume(self) -> float:
        """How loud it is, 0 to 1."""
        return self._volume

    @property
    def is_muted(self) -> bool:
        """Whether somebody wants no sound."""
        return self._is_muted

    @staticmethod
    def _has_device() -> bool:
        try:
            from PySide6.QtMultimedia import QMediaDevices
        except ImportError:  # the system lacks a library of Qt's sound; pictures go on without
            return False
        return bool(QMediaDevices.audioOutputs())

    @property
    def is_open(self) -> bool:
        """Whether sound can be heard."""
        return self._media is not None

    @Slot()
    def _follow(self, *_: object) -> None:
        if self._media is None:
            return
        if self._player.is_playing and self._player.speed > 0:
            self._media.setPlaybackRate(self._player.speed)
            self._media.setPosition(self._player.time // 1000)
            self._media.play()
        else:
            self._media.pause()

    @Slot(object)
    def _keep_up(self, time: int) -> None:
        if self._media is None or not self._player.is_playing:
            return
        wanted = time // 1000
        if abs(self._media.position() - wanted) > DRIFT_MS * max(1.0, abs(self._player.speed)):
            self._media.setPosition(wanted)

    def close(self) -> None:
        """Let go of file and device."""
        if self._media is not None:
            self._media.stop()
            self._media.deleteLater()
        if self._output is not None:
            self._output.deleteLater()
        self._media = self._output = None


def _free(thing: _Sounding) -> _Sounding:
    """The same, which Qt's threads may take connections from without asking Python.

    They do it with a lock that this thread wants too when it stops the sound, and this thread holds
    the interpreter: both would wait for ever. PySide asks for a Python method of that name only
    until it has found once that there is none.
    """
    thing.destroyed.connect(_nothing)
    thing.destroyed.disconnect(_nothing)
    return thing


def _nothing() -> None:
    pass
