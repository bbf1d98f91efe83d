"""Buttons and read-outs of the player."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QToolButton, QWidget

from proctor_desktop.gui.display.words import clock_words
from proctor_desktop.gui.kit import theme
from proctor_desktop.gui.kit.elements import label
from proctor_desktop.gui.language.translation import translate
from proctor_desktop.gui.review.player import Player
from proctor_desktop.gui.review.rate import SoundButton, SpeedButton

SHOWN = ("previous_incident", "frame_back", "play", "frame_forward", "next_incident", "legend")


class Transport(QWidget):
    """Shows where the player is; its buttons are actions of the page."""

    def __init__(self, player: Player) -> None:
        super().__init__()
        self._player = player
        self._actions: dict[str, QAction] = {}
        self._total = "0:00.0"
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._buttons = QHBoxLayout()
        layout.addLayout(self._buttons)
        self._time = label("0:00.0 / 0:00.0", wrap=False)
        self.stops = QCheckBox(translate("Transport", "Stop at incidents"))
        self.stops.setToolTip(translate("Transport", "Pause at each incident (S)"))
        self.stops.setChecked(player.stops_at_incidents)
        self.stops.toggled.connect(self._set_stops)
        self.skips = QCheckBox(translate("Transport", "Skip quiet time"))
        self.skips.setToolTip(translate("Transport", "Jump over time without incidents (Q)"))
        self.skips.toggled.connect(self._set_skips)
        for box in (self.stops, self.skips):
            box.setAccessibleName(box.text())
        self.sound = SoundButton()
        layout.addWidget(self._time)
        layout.addWidget(SpeedButton(player))
        layout.addWidget(self.sound)
        layout.addStretch()
        player.moved.connect(self._show_time)
        player.playing_changed.connect(self._show_playing)

    def use(self, actions: dict[str, QAction]) -> None:
        """Make the buttons of the player."""
        self._actions = actions
        for name in SHOWN:
            made = QToolButton()
            made.setDefaultAction(actions[name])
            made.setAccessibleName(actions[name].text())
            made.setAutoRaise(True)
            self._buttons.addWidget(made)

    def show_sound(self, *, has_track: bool, is_heard: bool) -> None:
        """Say whether the recording can be heard, and if not, why."""
        if is_heard:
            words = translate(
                "Transport",
                "Sound at every forward speed; click to mute, the arrow sets the volume",
            )
        elif has_track:
            words = translate(
                "Transport",
                "No sound: this workstation has no audio device. Pictures play as ever.",
            )
        else:
            words = translate("Transport", "This recording has no sound")
        self.sound.show_sound(words, is_heard=is_heard)

    def set_duration(self, time: int) -> None:
        """Length of the recording."""
        self._total = clock_words(time)
        self._show_time(self._player.time)

    @Slot(object)
    def _show_time(self, time: int) -> None:
        self._time.setText(f"{clock_words(time)} / {self._total}")

    @Slot(bool)
    def _show_playing(self, playing: bool) -> None:
        if self._actions:
            name = "mdi6.pause" if playing else "mdi6.play"
            theme.set_icon(self._actions["play"], name)

    @Slot(bool)
    def _set_stops(self, on: bool) -> None:
        self._player.stops_at_incidents = on

    @Slot(bool)
    def _set_skips(self, on: bool) -> None:
        self._player.skips_quiet = on
