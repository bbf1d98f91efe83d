"""How fast and how loud: two small buttons of the player, each with what can be chosen."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSlider, QToolButton, QWidget, QWidgetAction

from proctor_desktop.gui.kit import theme
from proctor_desktop.gui.language.translation import local_sign, translate
from proctor_desktop.gui.review.player import SPEEDS, Player

FULL = 100


class SpeedButton(QToolButton):
    """Shows the speed; a click lists the others."""

    def __init__(self, player: Player) -> None:
        super().__init__()
        self._player = player
        self.setAutoRaise(True)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolTip(translate("Transport", "Speed; Ctrl+Down slower, Ctrl+Up faster"))
        menu = QMenu(self)
        for speed in SPEEDS:
            chosen = menu.addAction(speed_words(speed))
            chosen.setData(speed)
        menu.triggered.connect(self._choose)
        self.setMenu(menu)
        player.speed_changed.connect(self._show)
        self._show(player.speed)

    @Slot(QAction)
    def _choose(self, chosen: QAction) -> None:
        self._player.take_speed(float(chosen.data()))

    @Slot(float)
    def _show(self, speed: float) -> None:
        self.setText(speed_words(speed))
        words = translate("Transport", "Speed {speed}").format(speed=speed_words(speed))
        self.setAccessibleName(words)


class SoundButton(QToolButton):
    """A click mutes; the arrow beside it opens the volume.

    Signals:
        muted: whether a person wants no sound.
        turned: volume, 0 to 1.
    """

    muted = Signal(bool)
    turned = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoRaise(True)
        self.setCheckable(True)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self.volume = QSlider(Qt.Orientation.Horizontal)
        self.volume.setRange(0, FULL)
        self.volume.setValue(FULL)
        self.volume.setMinimumWidth(140)
        self.volume.setAccessibleName(translate("Transport", "Volume"))
        self.volume.valueChanged.connect(self._turn)
        menu = QMenu(self)
        held = QWidgetAction(menu)
        held.setDefaultWidget(self.volume)
        menu.addAction(held)
        self.setMenu(menu)
        self.toggled.connect(self._mute)

    def show_sound(self, words: str, *, is_heard: bool) -> None:
        """Say in ``words`` what can be heard."""
        self.setEnabled(is_heard)
        self.setToolTip(words)
        self.setAccessibleName(words)
        self._show(is_muted=not is_heard or self.isChecked())

    @Slot(bool)
    def _mute(self, is_muted: bool) -> None:
        self._show(is_muted=is_muted)
        self.muted.emit(is_muted)

    @Slot(int)
    def _turn(self, percent: int) -> None:
        self.turned.emit(percent / FULL)

    def _show(self, *, is_muted: bool) -> None:
        theme.set_icon(self, "mdi6.volume-off" if is_muted else "mdi6.volume-high")


def speed_words(speed: float) -> str:
    """``0.5 x``, as the language writes it."""
    return f"{local_sign(f'{speed:g}')} x"
