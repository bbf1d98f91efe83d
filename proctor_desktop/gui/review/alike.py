"""Deciding about alike incidents at once: which of them, how, and with one reason."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from proctor_desktop.domain.review import Verdict
from proctor_desktop.domain.timeline import from_seconds
from proctor_desktop.gui.display.incidents import IncidentRow
from proctor_desktop.gui.display.words import clock_words, severity_words
from proctor_desktop.gui.kit.elements import label
from proctor_desktop.gui.language.translation import filled, translate

MOST_ROWS_SHOWN = 9


class AlikeDialog(QDialog):
    """Lists every incident that will be decided; each can be left out but the first.

    Signals:
        given: verdict, reason, and ids of the incidents beside the first.
    """

    given = Signal(object, str, object)

    def __init__(self, rows: Sequence[IncidentRow], parent: QWidget | None = None) -> None:
        """``rows``: the incident on the screen, then those alike."""
        super().__init__(parent)
        self._rows = list(rows)
        self.setWindowTitle(translate("Alike", "Decide about alike incidents"))
        self.setMinimumWidth(480)
        self.list = QListWidget()
        self.list.setAccessibleName(translate("Alike", "Incidents to decide"))
        for place, row in enumerate(rows):
            self.list.addItem(_item(row, is_fixed=place == 0))
        self.list.itemChanged.connect(self._refresh)
        height = self.list.sizeHintForRow(0) * min(len(rows), MOST_ROWS_SHOWN)
        self.list.setFixedHeight(height + 2 * self.list.frameWidth() + 4)
        self.reason = QLineEdit()
        self.reason.setAccessibleName(translate("Alike", "One reason for all"))
        self.reason.setPlaceholderText(translate("Alike", "one reason for all; needed to dismiss"))
        self.reason.textChanged.connect(self._refresh)
        self._confirm, self._dismiss = QPushButton(), QPushButton()
        self._lay_out(rows[0])
        self._refresh()

    def _lay_out(self, first: IncidentRow) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        for made, decide in ((self._confirm, self._give_confirmed),
                             (self._dismiss, self._give_dismissed)):  # fmt: skip
            buttons.addButton(made, QDialogButtonBox.ButtonRole.ActionRole)
            made.setAutoDefault(False)
            made.clicked.connect(decide)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(label(first.what, "heading"))
        hint = translate(
            "Alike",
            "Every incident listed and ticked here is decided. Leave out what you want to look at "
            "yourself.",
        )
        layout.addWidget(label(hint, "muted"))
        layout.addWidget(self.list)
        layout.addWidget(self.reason)
        layout.addWidget(buttons)

    @property
    def _ticked(self) -> list[str]:
        ticked = Qt.CheckState.Checked
        return [
            row.incident.id
            for place, row in enumerate(self._rows)
            if place == 0 or self.list.item(place).checkState() == ticked
        ]

    @Slot()
    def _refresh(self, *_: object) -> None:
        count = len(self._ticked)
        self._confirm.setText(translate("Alike", "Confirm {count}").format(count=count))
        self._dismiss.setText(translate("Alike", "Dismiss {count}").format(count=count))
        self._dismiss.setEnabled(bool(self.reason.text().strip()))

    @Slot()
    def _give_confirmed(self) -> None:
        self._give(Verdict.CONFIRM)

    @Slot()
    def _give_dismissed(self) -> None:
        self._give(Verdict.DISMISS)

    def _give(self, verdict: Verdict) -> None:
        self.given.emit(verdict, self.reason.text().strip(), self._ticked[1:])
        self.accept()


def _item(row: IncidentRow, *, is_fixed: bool) -> QListWidgetItem:
    severity = severity_words(row.incident.severity) if row.incident.severity else ""
    words = filled(
        translate("Alike", "{id}, {time}, {seconds:.1f} s, severity {severity}"),
        id=row.incident.id,
        time=clock_words(from_seconds(row.incident.start)),
        seconds=row.incident.duration,
        severity=severity,
    )
    item = QListWidgetItem(words)
    item.setCheckState(Qt.CheckState.Checked)
    if is_fixed:
        item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsUserCheckable)
    return item
