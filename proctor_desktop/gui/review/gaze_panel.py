"""Gaze: the map of directions, and every moment of looking at the chosen place."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from proctor_desktop.detection.gaze_deviation import unusual_gaze
from proctor_desktop.domain.calibration import Baseline
from proctor_desktop.domain.signals import SignalTrack
from proctor_desktop.domain.timeline import MICROS_PER_SECOND
from proctor_desktop.gui.display.words import clock_words
from proctor_desktop.gui.kit.elements import label
from proctor_desktop.gui.language.translation import translate
from proctor_desktop.gui.review.gaze_map import GazeMap
from proctor_desktop.scoring.places import Place, places


class GazePanel(QWidget):
    """Signals: ``sought`` carries the time of a look."""

    sought = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.map = GazeMap()
        self.map.place_chosen.connect(self._list)
        self._words = label("", "muted")
        self._looks = QListWidget()
        self._looks.setAccessibleName(translate("GazePanel", "Moments of looking there"))
        self._looks.setMaximumHeight(120)
        self._looks.itemActivated.connect(self._seek)
        self._looks.itemClicked.connect(self._seek)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(
            label(
                translate(
                    "GazePanel",
                    "Where the candidate looked, seen in the picture. Inside the dashed circle is "
                    "rest. Click a place (or arrows and Return) to list every look there.",
                ),
                "muted",
            )
        )
        layout.addWidget(self.map, 1)
        layout.addWidget(self._words)
        layout.addWidget(self._looks)

    def clear(self) -> None:
        """Show nothing, where no measurements are on this workstation."""
        self.map.clear()
        self._words.setText("")
        self._looks.clear()

    def load(self, track: SignalTrack, baseline: Baseline, threshold_rad: float) -> None:
        """Show the directions of a recording."""
        gaze = unusual_gaze(track, baseline)
        self.map.load(
            track.times,
            gaze.horizontal,
            gaze.vertical,
            track.durations() / MICROS_PER_SECOND,
            threshold_rad,
        )
        self._words.setText(self.map.summary())
        self._looks.clear()
        for place in places(track, baseline, threshold_rad):
            self._list_place(place)

    def _list_place(self, place: Place) -> None:
        """A place looked at repeatedly; choosing it plays its first look."""
        across, along = self._side(place)
        text = translate(
            "GazePanel", "{looks} looks, {seconds:.0f} s in all: {across}, {along}, first at {time}"
        ).format(
            looks=len(place.visits),
            seconds=place.seconds,
            across=across,
            along=along,
            time=clock_words(place.visits[0].onset),
        )
        item = QListWidgetItem(text)
        item.setData(Qt.ItemDataRole.UserRole, place.visits[0].onset)
        self._looks.addItem(item)

    @staticmethod
    def _side(place: Place) -> tuple[str, str]:
        right, left = translate("GazePanel", "right"), translate("GazePanel", "left")
        up, down = translate("GazePanel", "up"), translate("GazePanel", "down")
        return (
            f"{abs(place.horizontal):.0f}° {right if place.horizontal > 0 else left}",
            f"{abs(place.vertical):.0f}° {up if place.vertical > 0 else down}",
        )

    @Slot(object)
    def _list(self, times: Sequence[int]) -> None:
        self._looks.clear()
        for time in times:
            item = QListWidgetItem(clock_words(time))
            item.setData(Qt.ItemDataRole.UserRole, time)
            self._looks.addItem(item)
        if times:
            self._looks.setCurrentRow(0)

    @Slot(QListWidgetItem)
    def _seek(self, item: QListWidgetItem) -> None:
        self.sought.emit(item.data(Qt.ItemDataRole.UserRole))
