"""The incidents of a recording: the list, the chosen one explained, and the decision."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QItemSelection, Qt, Signal, Slot
from PySide6.QtGui import QAction, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from proctor_desktop.domain.report import IncidentRecord
from proctor_desktop.domain.review import Decision, IncidentState
from proctor_desktop.gui.display.incidents import IncidentModel, IncidentRow
from proctor_desktop.gui.display.words import decision_words, severity_words
from proctor_desktop.gui.kit.elements import button, label, primary_button, read_only_table
from proctor_desktop.gui.language.sentences import said
from proctor_desktop.gui.language.translation import translate

THUMBNAIL_HEIGHT = 84


class IncidentPanel(QWidget):
    """Signals: ``chosen`` carries the `IncidentRecord` that a person selected."""

    chosen = Signal(object)

    def __init__(self, actions: dict[str, QAction]) -> None:
        super().__init__()
        self.model = IncidentModel()
        self._quiet = False
        self._build_table()
        self._text = QTextBrowser()
        self._text.setAccessibleName(translate("IncidentPanel", "Explanation of the incident"))
        self._text.setTabChangesFocus(True)
        self._pictures = [QLabel() for _ in range(3)]
        self.progress = label("", "heading", wrap=False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(self.progress)
        layout.addWidget(self.table, 3)
        layout.addWidget(self._text, 3)
        layout.addLayout(self._thumbnails())
        layout.addLayout(self._decisions(actions))

    def _build_table(self) -> None:
        self.table = read_only_table(translate("IncidentPanel", "Incidents"), self.model)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setSortingEnabled(True)
        self.table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self.table.selectionModel().selectionChanged.connect(self._selection_changed)

    def _thumbnails(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for place, picture in enumerate(self._pictures, start=1):
            picture.setAccessibleName(
                translate("IncidentPanel", "Picture {number} of the incident").format(number=place)
            )
            picture.hide()
            row.addWidget(picture)
        row.addStretch()
        return row

    def _decisions(self, actions: dict[str, QAction]) -> QHBoxLayout:
        row = QHBoxLayout()
        for name, title in (
            ("confirm", translate("IncidentPanel", "Confirm (C)")),
            ("dismiss", translate("IncidentPanel", "Dismiss (D)")),
            ("note", translate("IncidentPanel", "Note (T)")),
            ("undo", translate("IncidentPanel", "Undo (U)")),
        ):
            made = primary_button(title) if name == "confirm" else button(title)
            made.setToolTip(actions[name].toolTip())
            made.clicked.connect(actions[name].trigger)
            row.addWidget(made)
        return row

    # content

    def set_rows(self, rows: Sequence[IncidentRow]) -> None:
        """Show incidents; what was chosen stays chosen."""
        incident = self.incident
        self._quiet = True
        self.model.set_rows(rows)
        self._quiet = False
        if incident is not None:
            self.choose(incident.id, tell=False)
        left = sum(row.state in (IncidentState.OPEN, IncidentState.DISPUTED) for row in rows)
        if not rows:
            words = translate("IncidentPanel", "No incidents in this recording")
        elif left:
            words = translate("IncidentPanel", "To decide: {left} of {all}").format(
                left=left, all=len(rows)
            )
        else:
            words = translate("IncidentPanel", "All {all} decided").format(all=len(rows))
        self.progress.setText(words)

    @property
    def incident(self) -> IncidentRecord | None:
        """The chosen incident."""
        rows = self.table.selectionModel().selectedRows()
        row = self.model.row_at(rows[0]) if rows else None
        return row.incident if row is not None else None

    def choose(self, incident_id: str, *, tell: bool = True) -> None:
        """Select an incident; with ``tell`` the signal `chosen` follows."""
        place = self.model.place_of(incident_id)
        if place is None:
            return
        self._quiet = not tell
        self.table.selectRow(place)
        self._quiet = False

    @Slot(QItemSelection, QItemSelection)
    def _selection_changed(self, *_: object) -> None:
        if not self._quiet and self.incident is not None:
            self.chosen.emit(self.incident)

    def explain(self, row: IncidentRow | None, history: Sequence[Decision]) -> None:
        """Say what was measured, what would not have been flagged, and what was decided."""
        if row is None:
            self._text.setHtml("")
            return
        incident = row.incident
        parts = [
            f"<h3>{escape(incident.id)} &nbsp; {escape(row.what)}</h3>",
            f"<p>{escape(said(incident.explanation))}</p>",
        ]
        if not row.is_own:
            parts.insert(1, f"<p>{escape(_severity_sentence(incident))}</p>")
            parts.append(f"<p>{escape(said(incident.counterfactual.sentence))}</p>")
        parts += [f"<p><b>{escape(decision_words(each))}</b></p>" for each in history]
        self._text.setHtml("".join(parts))

    def show_pictures(self, pictures: Sequence[tuple[str, bytes]]) -> None:
        """Show thumbnails: caption and JPEG."""
        for place, target in enumerate(self._pictures):
            if place >= len(pictures):
                target.hide()
                continue
            caption, jpeg = pictures[place]
            pixmap = QPixmap()
            pixmap.loadFromData(jpeg)
            target.setPixmap(
                pixmap.scaledToHeight(THUMBNAIL_HEIGHT, Qt.TransformationMode.SmoothTransformation)
            )
            target.setToolTip(caption)
            target.show()

    @property
    def explanation(self) -> str:
        """What is said about the chosen incident."""
        return self._text.toPlainText()


def _severity_sentence(incident: IncidentRecord) -> str:
    return translate(
        "IncidentPanel", "Severity {severity}; {points:.3f} points of the risk."
    ).format(severity=severity_words(incident.severity), points=incident.points)
