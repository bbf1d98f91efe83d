"""The first-run check: folder, database, camera, speed, one line each."""

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from proctor_desktop.gui.kit import theme
from proctor_desktop.gui.kit.background import Background
from proctor_desktop.gui.kit.elements import button, label, primary_button
from proctor_desktop.gui.language.translation import translate
from proctor_desktop.gui.shell.checks import Check, CheckResult, run_check

SIGNS = {
    True: ("mdi6.check-circle-outline", "clean"),
    False: ("mdi6.alert-circle-outline", "high_risk"),
    None: ("mdi6.information-outline", "borderline"),
}
SIGN_SIZE = 22


class CheckDialog(QDialog):
    """Runs every check in the background, one after another; it ends with what to do next.

    Signals:
        videos_wanted: a person is ready to choose recordings; the dialog is closed.
    """

    videos_wanted = Signal()

    def __init__(
        self, checks: list[Check], background: Background, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("Check", "Check this workstation"))
        self.setMinimumWidth(560)
        self._checks = checks
        self._background = background
        self.results: list[CheckResult] = []
        self._rows: list[tuple[QLabel, QLabel]] = []
        self.setMinimumHeight(260)
        grid = QGridLayout()
        grid.setColumnStretch(2, 1)
        for row, (title, _) in enumerate(checks):
            sign, sentence = QLabel(), label(translate("Check", "waiting"))
            grid.addWidget(sign, row, 0)
            grid.addWidget(label(title, "heading", wrap=False), row, 1)
            grid.addWidget(sentence, row, 2)
            self._rows.append((sign, sentence))
        again = button(translate("Check", "Check again"), "mdi6.refresh")
        again.clicked.connect(self.start)
        self._next = label("", "heading")
        self._choose = primary_button(
            translate("Check", "Choose recordings..."), "mdi6.folder-open-outline"
        )
        self._choose.clicked.connect(self._go_on)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(self._choose, QDialogButtonBox.ButtonRole.AcceptRole)
        self._choose.hide()
        buttons.addButton(again, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(
            label(
                translate(
                    "Check",
                    "Everything runs on this computer. This looks whether it has what it needs.",
                ),
                "muted",
            )
        )
        layout.addLayout(grid)
        layout.addStretch()
        layout.addWidget(self._next)
        layout.addWidget(buttons)

    @Slot()
    def start(self) -> None:
        """Run every check."""
        self.results = []
        self._next.setText("")
        for _, sentence in self._rows:
            sentence.setText(translate("Check", "checking ..."))
        for row, check in enumerate(self._checks):
            self._background.run(partial(run_check, check), partial(self._show, row))

    def _show(self, row: int, result: CheckResult) -> None:
        self.results.append(result)
        sign, sentence = self._rows[row]
        name, color = SIGNS[result.is_good]
        sign.setPixmap(theme.icon(name, color).pixmap(SIGN_SIZE, SIGN_SIZE))
        words = {
            True: translate("Check", "good"),
            False: translate("Check", "needs attention"),
            None: translate("Check", "worth knowing"),
        }[result.is_good]
        sign.setAccessibleName(words)
        sentence.setText(result.sentence)
        if len(self.results) == len(self._checks):
            self._end()

    def _end(self) -> None:
        """Say what to do next; what needs attention comes first, and keeps nobody."""
        is_ready = all(each.is_good is not False for each in self.results)
        self._next.setText(
            translate("Check", "Ready. Choose recordings of an exam, or drop them into the window.")
            if is_ready
            else translate("Check", "See to what needs attention, then check again.")
        )
        self._choose.show()
        self._choose.setDefault(is_ready)
        self.adjustSize()

    @Slot()
    def _go_on(self) -> None:
        self.accept()
        self.videos_wanted.emit()
