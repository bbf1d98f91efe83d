"""What if: other thresholds over the same signals, and which incidents come and go."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QSlider, QTextBrowser, QVBoxLayout, QWidget

from proctor_desktop.domain.events import Incident
from proctor_desktop.domain.report import Report
from proctor_desktop.gui.display.gauges import class_words
from proctor_desktop.gui.display.words import clock_words, movement_words
from proctor_desktop.gui.kit.background import Background
from proctor_desktop.gui.kit.elements import button, label
from proctor_desktop.gui.language.translation import decimal, filled, translate
from proctor_desktop.gui.review.opened import options_of
from proctor_desktop.pipeline import AnalysisOptions, with_changes
from proctor_desktop.scoring.assessment import Assessment, assess
from proctor_desktop.storage.signal_store import StoredSignals

DELAY_MS = 60


@dataclass(frozen=True, slots=True)
class Dial:
    """One slider: option, title, range, and how many steps make one unit."""

    option: str
    title: str
    unit: str
    low: float
    high: float
    steps: int


def dials() -> tuple[Dial, ...]:
    """The settings that people ask about."""
    return (
        Dial("calibration.eye_floor", translate("WhatIf", "Gaze threshold at least"), " rad",
             0.2, 1.2, 100),
        Dial("calibration.yaw_floor", translate("WhatIf", "Head turn threshold at least"), "°",
             5, 35, 2),
        Dial("calibration.pitch_floor", translate("WhatIf", "Head up/down threshold at least"), "°",
             5, 30, 2),
        Dial("calibration.roll_floor", translate("WhatIf", "Head tilt threshold at least"), "°",
             5, 25, 2),
        Dial("detection.gaze_min_sec", translate("WhatIf", "Gaze aside for at least"), " s",
             0.2, 5, 10),
        Dial("detection.head_min_sec", translate("WhatIf", "Head aside for at least"), " s",
             0.2, 5, 10),
        Dial("detection.absence_min_sec", translate("WhatIf", "Nobody there for at least"), " s",
             0.5, 10, 10),
        Dial("detection.incident_gap_sec", translate("WhatIf", "One incident across gaps up to"),
             " s", 0, 10, 10),
    )  # fmt: skip


class WhatIfPanel(QWidget):
    """Sliders; the answer is computed in another thread and never kept.

    Signals:
        assessed: the `Assessment` under the settings of the sliders, None when they are as they
            were.
    """

    assessed = Signal(object)

    def __init__(self, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._signals: StoredSignals | None = None
        self._options = AnalysisOptions()
        self._base: Assessment | None = None
        self._serial = 0
        self._dials = dials()
        self._sliders: list[QSlider] = []
        self._values: list[QLabel] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY_MS)
        self._timer.timeout.connect(self._compute)
        self._lay_out()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        for row, dial in enumerate(self._dials):
            slider = QSlider(Qt.Orientation.Horizontal)
            slider.setRange(round(dial.low * dial.steps), round(dial.high * dial.steps))
            slider.setAccessibleName(dial.title)
            slider.valueChanged.connect(self._moved)
            value = label("", wrap=False)
            value.setMinimumWidth(64)
            grid.addWidget(label(dial.title, wrap=False), row, 0)
            grid.addWidget(slider, row, 1)
            grid.addWidget(value, row, 2)
            self._sliders.append(slider)
            self._values.append(value)
        grid.setColumnStretch(1, 1)
        self._reset = button(translate("WhatIf", "As in the report"), "mdi6.restore")
        self._reset.clicked.connect(self.reset)
        self._answer = QTextBrowser()
        self._answer.setAccessibleName(translate("WhatIf", "What would change"))
        self._answer.setTabChangesFocus(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(
            label(
                translate(
                    "WhatIf",
                    "Try other settings on the stored measurements. The report stays as it is.",
                ),
                "muted",
            )
        )
        layout.addLayout(grid)
        layout.addWidget(self._reset, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._answer, 1)

    def load(self, report: Report, signals: StoredSignals | None) -> None:
        """Start from the settings of a report."""
        self._signals = signals
        self._options = options_of(report)
        self._base = None
        self._answer.clear()
        self.setEnabled(signals is not None)
        self.end()

    def clear(self) -> None:
        """Nothing can be tried, and no answer about the report before stands there."""
        self._serial += 1  # what is on its way is about another report
        self._timer.stop()
        self._signals = self._base = None
        self._answer.clear()
        self.setEnabled(False)

    def end(self) -> None:
        """Sliders as in the report, and no answer that is still on its way."""
        self._serial += 1
        self._timer.stop()
        self._place_sliders()

    @Slot()
    def reset(self) -> None:
        """Put the sliders where the report had them, and say what that gives."""
        self._place_sliders()
        self._timer.start()

    def _place_sliders(self) -> None:
        for dial, slider in zip(self._dials, self._sliders, strict=True):
            blocked = slider.blockSignals(True)
            slider.setValue(round(self._original(dial) * dial.steps))
            slider.blockSignals(blocked)
        self._show_values()

    def _original(self, dial: Dial) -> float:
        room, name = dial.option.split(".")
        return float(getattr(getattr(self._options, room), name))

    def set_value(self, option: str, value: float) -> None:
        """Move one slider, as a person would."""
        for dial, slider in zip(self._dials, self._sliders, strict=True):
            if dial.option == option:
                slider.setValue(round(value * dial.steps))

    @Slot()
    def _moved(self, _: int) -> None:
        self._show_values()
        self._timer.start()

    def _show_values(self) -> None:
        for dial, slider, value in zip(self._dials, self._sliders, self._values, strict=True):
            digits = 2 if dial.steps >= 100 else 1
            number = decimal(slider.value() / dial.steps, digits)
            value.setText(f"{number}{dial.unit}")

    def _changes(self) -> dict[str, object]:
        return {
            dial.option: slider.value() / dial.steps
            for dial, slider in zip(self._dials, self._sliders, strict=True)
            if slider.value() != round(self._original(dial) * dial.steps)
        }

    @Slot()
    def _compute(self) -> None:
        if self._signals is None:
            self._answer.setPlainText(
                translate("WhatIf", "The measurements of this report are not on this workstation.")
            )
            return
        self._serial += 1
        changes = self._changes()
        self._background.run(
            partial(_assess_both, self._signals, self._options, changes, self._base),
            partial(self._show, self._serial, bool(changes)),
        )

    def _show(self, serial: int, is_changed: bool, both: tuple[Assessment, Assessment]) -> None:
        if serial != self._serial:
            return
        self._base, changed = both
        self._answer.setHtml(difference_html(self._base, changed))
        self.assessed.emit(changed if is_changed else None)

    @property
    def answer(self) -> str:
        """What would change, as it is shown."""
        return self._answer.toPlainText()

    def close_panel(self) -> None:
        """End the timer."""
        self._timer.stop()


def _assess_both(
    signals: StoredSignals,
    options: AnalysisOptions,
    changes: dict[str, object],
    base: Assessment | None,
) -> tuple[Assessment, Assessment]:
    if base is None:
        base = assess(signals.track, signals.record, options.rules)
    if not changes:
        return base, base
    rules = with_changes(options, changes).rules
    return base, assess(signals.track, signals.record, rules)


def unmatched(these: Sequence[Incident], others: Sequence[Incident]) -> list[Incident]:
    """Incidents of which none of the same kind overlaps among ``others``."""
    return [
        one
        for one in these
        if not any(
            other.primary.kind is one.primary.kind and other.interval.overlap(one.interval)
            for other in others
        )
    ]


def difference_html(base: Assessment, changed: Assessment) -> str:
    """Risk before and after, and what comes and goes."""
    before, after = base.risk, changed.risk
    lines = [
        filled(
            translate("WhatIf", "Risk {before:.2f} ({old}) would be {after:.2f} ({new})."),
            before=before.score,
            old=class_words(before.classification),
            after=after.score,
            new=class_words(after.classification),
        ),
        translate("WhatIf", "Incidents: {before} now, {after} then.").format(
            before=len(base.incidents), after=len(changed.incidents)
        ),
    ]
    for title, incidents in (
        (translate("WhatIf", "Gone"), unmatched(base.incidents, changed.incidents)),
        (translate("WhatIf", "New"), unmatched(changed.incidents, base.incidents)),
    ):
        if incidents:
            listed = "; ".join(
                f"{clock_words(one.interval.onset)} {_what(one)}" for one in incidents[:40]
            )
            lines.append(f"<b>{title} ({len(incidents)}):</b> {listed}")
    return "".join(f"<p>{line}</p>" for line in lines)


def _what(incident: Incident) -> str:
    axis = incident.primary.axis
    return movement_words(incident.primary.kind.value, None, axis.value if axis else None)
