"""Calibration of a report in words: how it went, and how each threshold arose."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QTextBrowser, QVBoxLayout, QWidget

from proctor_desktop.domain.calibration import FrameRejection
from proctor_desktop.domain.report import Report
from proctor_desktop.gui.display.curves import lane_specs
from proctor_desktop.gui.display.words import rejection_sentence
from proctor_desktop.gui.kit.elements import button
from proctor_desktop.gui.language.sentences import said
from proctor_desktop.gui.language.translation import translate
from proctor_desktop.gui.review.calibration_strip import CalibrationStrip, Judged
from proctor_desktop.report.wording import calibration_sentence, floor_sentence


class CalibrationPanel(QWidget):
    """Signals: ``replay_wanted``."""

    replay_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = QTextBrowser()
        self._text.setAccessibleName(translate("CalibrationPanel", "Calibration"))
        self._text.setTabChangesFocus(True)
        replay = button(translate("CalibrationPanel", "Play the calibration"), "mdi6.replay")
        replay.clicked.connect(self._replay)
        self.strip = CalibrationStrip()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(replay)
        layout.addWidget(self.strip)
        layout.addWidget(self._text, 1)

    @Slot()
    def _replay(self) -> None:
        self.replay_wanted.emit()

    @property
    def words(self) -> str:
        """What stands there; empty without a report."""
        return self._text.toPlainText()

    def clear(self) -> None:
        """Show nothing of the report before."""
        self.strip.load(())
        self._text.clear()

    def load(self, report: Report, frames: Sequence[Judged]) -> None:
        """Show the calibration of a report and its frames, as far as they are kept."""
        record = report.analysis.calibration
        self.strip.load(frames)
        parts = [f"<p>{escape(said(calibration_sentence(record)))}</p>"]
        parts += [f"<p><b>{escape(said(each.sentence))}</b></p>" for each in record.findings]
        used = translate("CalibrationPanel", "Frames used: {accepted} of {frames}.").format(
            accepted=record.accepted, frames=record.frames
        )
        parts.append(f"<p>{used}</p>")
        reasons = [
            f"<li>{escape(rejection_sentence(FrameRejection(name)))}: {count}</li>"
            for name, count in record.rejected.items()
            if count
        ]
        if reasons:
            title = translate("CalibrationPanel", "Not used because")
            parts.append(f"<p>{title}</p>")
            parts.append(f"<ul>{''.join(reasons)}</ul>")
        title = translate("CalibrationPanel", "How the thresholds arose")
        parts.append(f"<h3>{title}</h3>")
        parts.append(f"<p>{escape(said(floor_sentence(record)))}</p>")
        titles = {spec.name: spec.title for spec in lane_specs()}
        titles["eye"] = titles["gaze"]
        parts += [
            f"<p><b>{escape(titles[each.axis])}:</b> {escape(said(each.sentence))}</p>"
            for each in record.derivations
        ]
        self._text.setHtml("".join(parts))
