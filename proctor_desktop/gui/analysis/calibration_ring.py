"""Calibration as it runs: a ring that fills, and in words why a frame was not used."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from proctor_desktop.domain.calibration import (
    Calibration,
    CalibrationFault,
    CalibrationStatus,
    FrameRejection,
)
from proctor_desktop.gui.display.why import WhyDialog
from proctor_desktop.gui.display.words import rejection_sentence
from proctor_desktop.gui.kit import theme
from proctor_desktop.gui.kit.elements import button, label
from proctor_desktop.gui.language.sentences import said
from proctor_desktop.gui.language.translation import translate

TURN = 360 * 16
TOP = 90 * 16
RING = 68
"""Width and height in pixels; beside its words it leaves room for what is below."""


_LOOKS = {
    CalibrationStatus.SUCCESS: ("✓", "clean"),
    CalibrationStatus.FAILED: ("!", "suspicious"),
    CalibrationStatus.SKIPPED: ("-", "technical"),
}
"""Sign and colour of how a calibration ended."""


class _Ring(QWidget):
    """The ring itself."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedSize(RING, RING)
        self.share = 0.0
        self.words = "0"
        self.color = "accent"

    def sizeHint(self) -> QSize:
        return QSize(RING, RING)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = theme.current()
        side = min(self.width(), self.height()) - 14
        box = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        painter.setPen(QPen(look.color("border"), 5))
        painter.drawEllipse(box)
        painter.setPen(
            QPen(look.color(self.color), 9, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        )
        if self.share > 0:
            painter.drawArc(box, TOP, -round(TURN * min(1.0, self.share)))
        font = QFont(self.font())
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(look.color("text"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.words)


class CalibrationRing(QWidget):
    """Counts accepted frames; says why one was rejected, and how it ended."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ring = _Ring()
        self._sentence = label("")
        self._sentence.setMinimumHeight(RING)
        self.why = button(translate("Gauge", "Why?"), "mdi6.help-circle-outline")
        self.why.setAccessibleName(translate("Calibration", "Calibration: Why?"))
        self.why.clicked.connect(self._explain)
        self._reasons: list[str] = []
        beside = QVBoxLayout()
        beside.addWidget(self._sentence, 1)
        beside.addWidget(self.why, 0, Qt.AlignmentFlag.AlignRight)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._ring, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(beside, 1)
        self.reset()

    @property
    def sentence(self) -> str:
        """What is said now."""
        return self._sentence.text()

    def reset(self) -> None:
        """Before the first frame."""
        self._show(
            0.0, "-", "accent",
            translate("Calibration", "Calibration starts with the recording: its first seconds "
                      "show where this candidate looks at rest."),
        )  # fmt: skip

    def show_frame(
        self, accepted: int, needed: int, seconds_left: float, rejection: FrameRejection | None
    ) -> None:
        """Show how far it is, and what was wrong with the latest frame."""
        if rejection is None:
            sentence = translate("Calibration", "Steady. Seconds left: {left:.0f}").format(
                left=seconds_left
            )
        else:
            sentence = translate("Calibration", "Not used: {reason}").format(
                reason=rejection_sentence(rejection)
            )
        color = "accent" if rejection is None else "suspicious"
        share = min(1.0, accepted / max(1, needed))
        self._show(share, f"{share:.0%}", color, sentence)

    def show_result(self, calibration: Calibration) -> None:
        """Show how it ended, and what can still be put right; its reasons are a click away."""
        reasons = [said(finding.sentence) for finding in calibration.findings]
        words, color = _LOOKS[calibration.status]
        sentences = (result_words(calibration), placement_hint(calibration))
        self._show(1.0, words, color, "\n".join(filter(None, sentences)), reasons)

    def _show(
        self, share: float, words: str, color: str, sentence: str, reasons: Sequence[str] = ()
    ) -> None:
        self._ring.share, self._ring.words, self._ring.color = share, words, color
        self._sentence.setText(sentence)
        self._reasons = list(reasons)
        self.why.setVisible(bool(reasons))
        self.setAccessibleName(translate("Calibration", "Calibration"))
        self.setAccessibleDescription(" ".join([f"{words}. {sentence}", *reasons]))
        self._ring.update()

    @Slot()
    def _explain(self) -> None:
        title = translate("Calibration", "Calibration")
        WhyDialog(title, [self.sentence, *self._reasons], self).open()


def result_words(calibration: Calibration) -> str:
    """How a calibration ended."""
    return {
        CalibrationStatus.SUCCESS: translate("Calibration", "Calibrated with {count} pictures"),
        CalibrationStatus.FAILED: translate(
            "Calibration", "Calibration failed; default thresholds are used."
        ),
        CalibrationStatus.SKIPPED: translate(
            "Calibration", "Calibration skipped; default thresholds are used."
        ),
    }[calibration.status].format(count=calibration.accepted)


def placement_hint(calibration: Calibration) -> str:
    """What an invigilator can still put right, in a few words; empty for nothing."""
    hints = {
        CalibrationFault.CAMERA_BESIDE: translate(
            "Calibration", "The camera seems to stand beside the screen."
        ),
        CalibrationFault.HEAD_HELD: translate("Calibration", "The head is held turned or tilted."),
    }
    found = (hints.get(finding.fault, "") for finding in calibration.findings)
    return next(filter(None, found), "")
