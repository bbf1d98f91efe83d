"""The right side of the Analysis page: what is analysed and captured now, one panel for each."""

from collections.abc import Callable, Sequence
from datetime import datetime, timezone

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from proctor_desktop.domain.timeline import clock, from_seconds
from proctor_desktop.engine.parts import Part
from proctor_desktop.gui.analysis import sayings
from proctor_desktop.gui.analysis.entries import QueueEntry, QueueState
from proctor_desktop.gui.analysis.live_panel import LivePanel
from proctor_desktop.gui.analysis.presenter import AnalysisPresenter
from proctor_desktop.gui.analysis.queue import recording_words
from proctor_desktop.gui.display.video_view import VideoView
from proctor_desktop.gui.kit.elements import Empty
from proctor_desktop.gui.language.translation import translate
from proctor_desktop.pipeline import Update
from proctor_desktop.services.analyses import Finished

TILE_HEIGHT, SMALL_TILE_HEIGHT = 130, 84
TALL = 520
"""From so many pixels on there is room for the larger ones."""
SECOND_MS = 1000


def _now() -> datetime:
    return datetime.now(timezone.utc)


class Tile(VideoView):
    """A small picture of one entry; a click brings its panel to the front."""

    def __init__(self, entry_id: int, show: Callable[[int], None]) -> None:
        super().__init__("")
        self._entry_id = entry_id
        self._show = show
        self.setFixedHeight(TILE_HEIGHT)
        self.setMinimumWidth(150)
        self.setMaximumWidth(240)
        self.set_head(False)
        self.set_gaze(False)
        self.clicked.connect(self._clicked)

    def describe(self) -> str:
        """Nothing: what is measured stands in the panel."""
        return ""

    @Slot()
    def _clicked(self) -> None:
        self._show(self._entry_id)


class Watched(QWidget):
    """Panels by the number of their entry; one is in front, small pictures stand above it.

    The panel in front changes when a person chooses another, begins a capture, or when what it
    showed is over and something else begins.
    """

    def __init__(
        self,
        presenter: AnalysisPresenter,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._now: Callable[[], datetime] = _now
        self._panels: dict[int, LivePanel] = {}
        self._spare: list[LivePanel] = []
        self._tiles: dict[int, Tile] = {}
        self._stack = QStackedWidget()
        self._stack.addWidget(
            Empty(
                "mdi6.motion-play-outline",
                translate("Analysis", "What is analysed or captured is seen here."),
            )
        )
        self._strip = QWidget()
        self._row = QHBoxLayout(self._strip)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addStretch()
        self._strip.setFixedHeight(TILE_HEIGHT)
        self._strip.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._strip)
        layout.addWidget(self._stack, 1)
        self._timer = QTimer(self)
        self._timer.setInterval(SECOND_MS)
        self._timer.timeout.connect(self.light_lamps)
        self._spare.append(self._new_panel())  # its curves take a tenth of a second to make
        self._connect(presenter)

    def _new_panel(self) -> LivePanel:
        panel = LivePanel()
        panel.stop_asked.connect(self._stop)
        panel.begin_asked.connect(self.begin_exam)
        panel.end_asked.connect(self.end_exam)
        self._stack.addWidget(panel)
        return panel

    def _connect(self, presenter: AnalysisPresenter) -> None:
        runner = presenter.runner
        presenter.begun.connect(self._begun)
        presenter.succeeded.connect(self._succeeded)
        runner.opened.connect(self._opened)
        runner.produced.connect(self._produced)
        runner.measured.connect(self._measured)
        presenter.queue.dataChanged.connect(self.refresh)

    def set_clock(self, now: Callable[[], datetime]) -> None:
        """Tell the time of the lamps from another clock."""
        self._now = now

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the little room that there is to the picture in front."""
        height = TILE_HEIGHT if event.size().height() >= TALL else SMALL_TILE_HEIGHT
        self._strip.setFixedHeight(height)
        for tile in self._tiles.values():
            tile.setFixedHeight(height)

    # which one is seen

    @property
    def panel(self) -> LivePanel | None:
        """The panel in front."""
        front = self._stack.currentWidget()
        return front if isinstance(front, LivePanel) else None

    @property
    def shown_id(self) -> int:
        """Number of the entry in front, 0 for none."""
        return next((number for number, each in self._panels.items() if each is self.panel), 0)

    def panel_of(self, entry_id: int) -> LivePanel | None:
        """The panel of an entry, None where it has none any more."""
        return self._panels.get(entry_id)

    @property
    def tiles(self) -> Sequence[Tile]:
        """The small pictures above, in the order in which their entries began."""
        return tuple(self._tiles.values())

    @Slot(int)
    def show_entry(self, entry_id: int) -> None:
        """Bring the panel of an entry to the front, because a person chose it."""
        if entry_id in self._panels:
            self._stack.setCurrentWidget(self._panels[entry_id])

    def _runs(self, entry_id: int) -> bool:
        entry = self._presenter.queue.entry(entry_id)
        return entry is not None and entry.state is QueueState.RUNNING

    @Slot()
    def _stop(self) -> None:
        """The button stands in the panel in front."""
        self._presenter.stop((self.shown_id,))

    @Slot()
    def begin_exam(self) -> None:
        """The exam of the capture in front begins."""
        self._presenter.begin_exam(self.shown_id)

    @Slot()
    def end_exam(self) -> None:
        """It ends."""
        self._presenter.end_exam(self.shown_id)

    # what happens

    @Slot(object)
    def _begun(self, entry: QueueEntry) -> None:
        front_is_over = not self._runs(self.shown_id)
        panel = self._panel_for(entry)
        options = self._presenter.options
        panel.begin(options.step, options.policy, entry.student_id, self._opening(entry))
        panel.show_live(entry.is_live)
        self._add_tile(entry)
        if entry.is_live or front_is_over:
            self.show_entry(entry.id)
        if entry.is_live:
            self._timer.start()
        self.refresh()

    def _panel_for(self, entry: QueueEntry) -> LivePanel:
        """Its own, if it is tried again; that of an entry that is over, or a new one."""
        if entry.id in self._panels:
            return self._panels[entry.id]
        over = next((number for number in self._panels if not self._runs(number)), None)
        if over is not None:
            self._spare.append(self._panels.pop(over))
        panel = self._spare.pop() if self._spare else self._new_panel()
        self._panels[entry.id] = panel
        return panel

    def _opening(self, entry: QueueEntry) -> str:
        if entry.is_live or self._presenter.is_watched:
            name = recording_words(entry)
            return translate("Analysis", "Opening {name} ...").format(name=name)
        return translate(
            "Analysis",
            "{name} is analysed with all processor cores, in parts. Dotted parts of the curves "
            "are provisional until everything before them is measured.",
        ).format(name=entry.path.name)

    def _add_tile(self, entry: QueueEntry) -> None:
        tile = Tile(entry.id, self.show_entry)
        tile.setFixedHeight(self._strip.height())
        tile.set_name(entry.student_id)
        self._tiles[entry.id] = tile
        self._row.insertWidget(self._row.count() - 1, tile)

    @Slot(int, float)
    def _opened(self, entry_id: int, seconds: float) -> None:
        if entry_id in self._panels:
            self._panels[entry_id].set_duration(seconds)

    @Slot(int, object)
    def _produced(self, entry_id: int, updates: Sequence[Update]) -> None:
        panel, tile = self._panels.get(entry_id), self._tiles.get(entry_id)
        if panel is None:
            return
        panel.take(updates)
        if tile is not None and tile.isVisible():
            tile.show_picture(panel.view.picture)

    @Slot(int, object)
    def _measured(self, entry_id: int, part: Part) -> None:
        if entry_id in self._panels:
            self._panels[entry_id].take_part(part)

    @Slot(int, object)
    def _succeeded(self, entry_id: int, finished: Finished) -> None:
        if entry_id in self._panels:
            self._panels[entry_id].show_outcome(finished.outcome)

    # what stands on the pictures

    @Slot()
    def refresh(self) -> None:
        """Say on each picture how its source stands; leave out those that are over."""
        for number in [each for each in self._tiles if not self._runs(each)]:
            self._close(number)
        for number, panel in self._panels.items():
            entry = self._presenter.queue.entry(number)
            if entry is not None:
                self._describe(entry, panel)
        others = [number for number in self._tiles if number != self.shown_id]
        self._strip.setVisible(bool(others))

    def _close(self, entry_id: int) -> None:
        tile = self._tiles.pop(entry_id)
        self._row.removeWidget(tile)
        tile.deleteLater()
        panel = self._panels.get(entry_id)
        if panel is not None:
            panel.show_live(False)
        if not self._presenter.captures:
            self._timer.stop()
        self.light_lamps()

    def _describe(self, entry: QueueEntry, panel: LivePanel) -> None:
        runs = entry.state is QueueState.RUNNING
        alarm = sayings.source_alarm(entry.live) if runs else ""
        panel.view.set_alarm(alarm)
        if entry.state is QueueState.FAILED:
            panel.view.set_sentence(entry.problem)
        elif entry.state is QueueState.CANCELLED:
            words = translate("Analysis", "Stopped: {name}")
            panel.view.set_sentence(words.format(name=entry.student_id))
        if entry.id in self._tiles:
            self._tiles[entry.id].set_alarm(alarm.partition("\n")[0])

    @Slot()
    def light_lamps(self) -> None:
        """Say on each picture that is recorded for how long it is."""
        for number, panel in self._panels.items():
            entry = self._presenter.queue.entry(number)
            words = self._lamp(entry) if entry is not None and self._runs(number) else ""
            panel.view.set_lamp(words)
            if number in self._tiles:
                self._tiles[number].set_lamp(words)

    def _lamp(self, entry: QueueEntry) -> str:
        began = self._presenter.began(entry.id)
        if not entry.is_live or entry.is_unrecorded or began is None:
            return ""
        elapsed = max(0.0, (self._now() - began).total_seconds())
        return translate("Analysis", "REC {time}").format(
            time=clock(from_seconds(elapsed)).partition(".")[0]
        )

    def apply_theme(self) -> None:
        """Take the colours of the current theme."""
        for panel in self._panels.values():
            panel.apply_theme()

    def close(self) -> bool:
        """Stop the clock of the lamps."""
        self._timer.stop()
        return super().close()
