"""The lowest line of the window: what has just happened, and how the centre stands."""

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QStatusBar, QWidget

from proctor_desktop.gui.kit.elements import button, label, plain_hint
from proctor_desktop.gui.language.translation import translate

SECONDS = 20.0


class StatusLine(QStatusBar):
    """A sentence stays for a while, or until another page comes to the front.

    Signals: ``centre_wanted`` when the button of the centre is pressed.
    """

    centre_wanted = Signal()

    def __init__(self, parent: QWidget | None = None, seconds: float = SECONDS) -> None:
        super().__init__(parent)
        self._words = label("", wrap=False)
        self._words.setObjectName("status")
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.addWidget(self._words, 1)
        self._centre = button("", "mdi6.server-network")
        self._centre.setObjectName("centre")
        self._centre.setToolTip(translate("MainWindow", "Exchange of reports with the centre"))
        self._centre.setAccessibleName(translate("MainWindow", "Centre"))
        self._centre.clicked.connect(self.centre_wanted)
        self.addPermanentWidget(self._centre)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(round(seconds * 1000))
        self._timer.timeout.connect(self.forget)
        self.forget()

    @property
    def sentence(self) -> str:
        """What stands there."""
        return self._words.text()

    def tell(self, sentence: str) -> None:
        """Say what has happened."""
        self._words.setText(sentence)
        self._words.setToolTip(plain_hint(sentence))
        self._timer.start()

    @Slot()
    def forget(self) -> None:
        """What happened is over; say what can be done at any time."""
        self._timer.stop()
        self._words.setToolTip("")
        self._words.setText(translate("MainWindow", "Ready. Drop videos anywhere to analyse them."))

    def show_centre(self, words: str) -> None:
        """Say how the exchange with the centre stands."""
        self._centre.setText(words)
        self._centre.setAccessibleName(words)
