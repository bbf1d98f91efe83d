"""The incidents of a recording: the list, the one on the desk explained, and the decision."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QItemSelection, Qt, Signal, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from proctor_desktop.domain.report import IncidentRecord
from proctor_desktop.domain.review import Decision
from proctor_desktop.gui.display.incidents import IncidentRow
from proctor_desktop.gui.display.words import decision_words, kind_words, severity_words
from proctor_desktop.gui.kit.drawing import Drawing
from proctor_desktop.gui.kit.elements import (
    ROW_HEIGHT,
    UNBOUNDED,
    button,
    label,
    read_only_table,
)
from proctor_desktop.gui.kit.splitter import RememberedSplitter
from proctor_desktop.gui.language.sentences import said
from proctor_desktop.gui.language.translation import filled, translate
from proctor_desktop.gui.preferences import Preferences
from proctor_desktop.gui.review.desk import Desk
from proctor_desktop.gui.review.incident_table import IncidentModel
from proctor_desktop.gui.review.judged import Judged
from proctor_desktop.gui.review.listing import Column, Listing
from proctor_desktop.gui.review.still_row import StillRow
from proctor_desktop.gui.review.stills import Key

ROOM_FOR = {Column.POINTS: 470, Column.LASTS: 540, Column.SEVERITY: 620}
"""Width of the list from which a column is shown; before it, the kind is worth more."""
ROOM_FOR_ONE_ROW = 520
FEWEST_ROWS = 2
LOW_STILLS = 112
"""Height of the pictures where there is little room: the words beside them matter as much."""
DECIDE = ("confirm", "dismiss")
BESIDE = ("decide_alike", "note", "own_incident", "clip", "undo", "redo")


class IncidentPanel(QWidget):
    """Drawn from the desk.

    Signals:
        chosen: id of the incident that a person selected in the list.
        kind_asked: the only kind to be listed, empty for all.
    """

    chosen = Signal(str)
    kind_asked = Signal(str)

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self.model = IncidentModel()
        self._is_drawing = False
        self._buttons: list[QPushButton] = []
        self._has_room_for_stills = True
        self.shown: Key = ("", "")
        self._build_table()
        self._text = QTextBrowser()
        self._text.setAccessibleName(translate("IncidentPanel", "Explanation of the incident"))
        self._text.setTabChangesFocus(True)
        self._text.setMinimumHeight(60)
        self.stills = StillRow()
        self.progress = label("", "heading", wrap=False)
        self.kinds = QComboBox()
        self.kinds.setAccessibleName(translate("IncidentPanel", "Kind of the incidents listed"))
        self.kinds.activated.connect(self._ask_for_kind)
        self._lay_out(preferences)
        self.drawings = (
            Drawing(_listed, self._draw_list),
            Drawing(lambda desk: desk.judged, self._draw_progress),
            Drawing(lambda desk: (desk.key, desk.judged, desk.stills), self._draw_text),
            Drawing(lambda desk: (desk.key, desk.stills), self._draw_stills),
        )

    def _build_table(self) -> None:
        self.table = read_only_table(translate("IncidentPanel", "Incidents"), self.model)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setSortingEnabled(True)
        self.table.setMinimumHeight(84)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self.table.selectionModel().selectionChanged.connect(self._selection_changed)

    def _lay_out(self, preferences: Preferences) -> None:
        head = QHBoxLayout()
        head.addWidget(self.progress, 1)
        head.addWidget(self.kinds)
        detail = QWidget()
        column = QVBoxLayout(detail)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._text, 2)
        column.addWidget(self.stills, 3)
        self.splitter = RememberedSplitter(
            "review_incident",
            preferences.splitter,
            preferences.keep_splitter,
            Qt.Orientation.Vertical,
        )
        self.splitter.addWidget(self.table)
        self.splitter.addWidget(detail)
        self.splitter.setStretchFactor(0, 2)
        self.splitter.setStretchFactor(1, 3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addLayout(head)
        layout.addWidget(self.splitter, 1)
        self._decisions = QGridLayout()
        self._decisions.setSpacing(4)
        layout.addLayout(self._decisions)

    def use(self, actions: dict[str, QAction]) -> None:
        """Make the buttons of decision."""
        titles = {
            "confirm": translate("IncidentPanel", "Confirm (C)"),
            "dismiss": translate("IncidentPanel", "Dismiss (D)"),
            "decide_alike": translate("IncidentPanel", "Alike..."),
            "note": translate("IncidentPanel", "Note"),
            "own_incident": translate("IncidentPanel", "Add"),
            "clip": translate("IncidentPanel", "Clip"),
            "undo": translate("IncidentPanel", "Undo"),
            "redo": translate("IncidentPanel", "Redo"),
        }
        for name in (*DECIDE, *BESIDE):
            made = button(titles[name])
            made.setObjectName(name)
            made.setToolTip(actions[name].toolTip())
            made.clicked.connect(actions[name].trigger)
            self._buttons.append(made)
        self._arrange()

    def _arrange(self) -> None:
        """The two decisions above the rest, which stands in one row where there is room."""
        rows = 1 if self.width() >= ROOM_FOR_ONE_ROW else 2
        in_a_row = len(BESIDE) // rows
        for place, made in enumerate(self._buttons[: len(DECIDE)]):
            self._decisions.addWidget(made, 0, 3 * place, 1, 3)
        for place, made in enumerate(self._buttons[len(DECIDE) :]):
            column = rows * (place % in_a_row)
            self._decisions.addWidget(made, 1 + place // in_a_row, column, 1, rows)

    # drawing

    def draw(self, desk: Desk) -> None:
        """Show what stands on the desk, and nothing else."""
        self._is_drawing = True
        try:
            for drawing in self.drawings:
                drawing(desk)
        finally:
            self._is_drawing = False

    def _draw_list(self, desk: Desk) -> None:
        listing = desk.listing
        self.model.set_rows(listing.shown)
        order = Qt.SortOrder.DescendingOrder if listing.is_falling else Qt.SortOrder.AscendingOrder
        self.table.horizontalHeader().setSortIndicator(listing.column.value, order)
        rows = max(FEWEST_ROWS, len(listing.shown))
        self.table.setMaximumHeight(self.table.horizontalHeader().height() + rows * ROW_HEIGHT + 4)
        place = listing.place(desk.chosen)
        if place is None:
            self.table.clearSelection()
            self.table.setCurrentIndex(self.model.index(-1, -1))
        else:
            self.table.selectRow(place)
            centre = QAbstractItemView.ScrollHint.PositionAtCenter
            self.table.scrollTo(self.model.index(place, 0), centre)
        self._draw_kinds(listing)

    def _draw_kinds(self, listing: Listing) -> None:
        kinds = list(dict.fromkeys(row.incident.kind for row in listing.rows))
        self.kinds.clear()
        self.kinds.addItem(translate("IncidentPanel", "all kinds"), "")
        for kind in kinds:
            self.kinds.addItem(kind_words(kind), kind)
        self.kinds.setCurrentIndex(max(0, self.kinds.findData(listing.kind)))

    def _draw_progress(self, desk: Desk) -> None:
        self.progress.setText("" if desk.judged is None else progress_words(desk.judged))

    def _draw_text(self, desk: Desk) -> None:
        row, judged = desk.row, desk.judged
        if row is None or judged is None:
            self._text.setHtml("" if judged is None else f"<p>{escape(_between(judged))}</p>")
        else:
            words = explanation_html(row, judged.history(desk.chosen))
            self._text.setHtml(f"{words}<p>{escape(without_pictures(desk))}</p>")
        self.shown = desk.key

    def _draw_stills(self, desk: Desk) -> None:
        is_theirs = desk.stills.key == desk.key
        self.stills.show_stills(desk.stills.pictures if is_theirs else ())
        self.stills.setVisible(self._has_room_for_stills and bool(self.stills.views))

    def show_stills(self, shown: bool, are_low: bool = False) -> None:
        """Show the pictures of the incident, or where there is no room, only its words."""
        self._has_room_for_stills = shown
        self.stills.setMaximumHeight(LOW_STILLS if are_low else UNBOUNDED)
        self.stills.setVisible(shown and bool(self.stills.views))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many columns as there is room for."""
        super().resizeEvent(event)
        for column, least in ROOM_FOR.items():
            self.table.setColumnHidden(column.value, self.width() < least)
        if self._buttons:
            self._arrange()

    # what a person does

    @Slot(QItemSelection, QItemSelection)
    def _selection_changed(self, *_: object) -> None:
        rows = self.table.selectionModel().selectedRows()
        row = self.model.row_at(rows[0]) if rows else None
        if not self._is_drawing and row is not None:
            self.chosen.emit(row.incident.id)

    @Slot(int)
    def _ask_for_kind(self, place: int) -> None:
        self.kind_asked.emit(str(self.kinds.itemData(place)))

    @property
    def explanation(self) -> str:
        """What is said about the incident on the desk."""
        return self._text.toPlainText()


def _listed(desk: Desk) -> object:
    return desk.asked, desk.listing, desk.chosen


def progress_words(judged: Judged) -> str:
    """How much is left to decide."""
    if not judged.rows:
        return translate("IncidentPanel", "No incidents in this recording")
    if judged.left:
        return translate("IncidentPanel", "To decide: {left} of {all}").format(
            left=judged.left, all=len(judged.rows)
        )
    return translate("IncidentPanel", "All {all} decided").format(all=len(judged.rows))


def _between(judged: Judged) -> str:
    if not judged.rows:
        return translate("IncidentPanel", "Nothing was flagged in this recording.")
    return translate(
        "IncidentPanel",
        "The picture shows no incident. N goes to the next, P to the one before.",
    )


def explanation_html(row: IncidentRow, history: Sequence[Decision]) -> str:
    """What was measured, what would not have been flagged, and what was decided."""
    incident = row.incident
    parts = [
        f"<h3>{escape(incident.id)} &nbsp; {escape(row.what)}</h3>",
        f"<p>{escape(said(incident.explanation))}</p>",
    ]
    if not row.is_own:
        parts.insert(1, f"<p>{escape(_severity_sentence(incident))}</p>")
        parts.append(f"<p>{escape(said(incident.counterfactual.sentence))}</p>")
    parts += [f"<p><b>{escape(decision_words(each))}</b></p>" for each in history]
    return "".join(parts)


def without_pictures(desk: Desk) -> str:
    """Why an incident shows no pictures; empty where it shows some, or it is not known yet."""
    row, opened, stills = desk.row, desk.opened, desk.stills
    is_known = stills.key == desk.key and stills.are_read
    if row is None or opened is None or not is_known or stills.pictures:
        return ""
    if row.is_own:
        return translate("IncidentPanel", "No picture: a person added this incident.")
    if row.incident.evidence:
        return translate(
            "IncidentPanel",
            "Its pictures are not on this computer; they are where the recording was analysed.",
        )
    kept = sum(bool(each.evidence) for each in opened.report.analysis.incidents)
    return translate(
        "IncidentPanel",
        "No pictures of this one: the report keeps those of its {kept} incidents with the most "
        "points. The recording itself shows it.",
    ).format(kept=kept)


def _severity_sentence(incident: IncidentRecord) -> str:
    words = translate("IncidentPanel", "Severity {severity}; {points:.3f} points of the risk.")
    return filled(words, severity=severity_words(incident.severity), points=incident.points)
