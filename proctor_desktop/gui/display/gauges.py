"""Risk and coverage: the number, the class in words, and the reason one click away."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from proctor_desktop.domain.report import RiskClass
from proctor_desktop.gui.display import looks
from proctor_desktop.gui.kit import theme
from proctor_desktop.gui.kit.elements import button, label
from proctor_desktop.gui.language.translation import decimal, translate
from proctor_desktop.scoring.extent import RiskRange
from proctor_desktop.scoring.policy import ClassLimits


def class_words(risk_class: RiskClass | None) -> str:
    """A risk class for people; None where too little was measured to say one."""
    return {
        None: translate("Risk", "Too little to say"),
        RiskClass.CLEAN: translate("Risk", "Clean"),
        RiskClass.BORDERLINE: translate("Risk", "Borderline"),
        RiskClass.SUSPICIOUS: translate("Risk", "Suspicious"),
        RiskClass.HIGH_RISK: translate("Risk", "High risk"),
    }[risk_class]


class _Bar(QWidget):
    """A scale from 0 to 1 with marks, filled up to a value."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.marks: tuple[float, ...] = ()
        self.value = 0.0
        self.color = "accent"
        self.setFixedHeight(22)

    def sizeHint(self) -> QSize:
        return QSize(90, 22)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        look = theme.current()
        box = QRectF(self.rect()).adjusted(0.5, 4.5, -0.5, -4.5)
        painter.setPen(QPen(look.color("border"), 1))
        painter.setBrush(look.color("window"))
        painter.drawRect(box)
        filled = QRectF(box)
        filled.setWidth(box.width() * min(1.0, max(0.0, self.value)))
        painter.fillRect(filled, look.color(self.color))
        painter.setPen(QPen(look.color("text"), 1))
        for mark in self.marks:
            x = box.left() + mark * box.width()
            painter.drawLine(round(x), 1, round(x), self.height() - 2)


class Gauge(QWidget):
    """A number between 0 and 1 with a title, its meaning in words, and a button that says why."""

    why_asked = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self._number = label("-", "number", wrap=False)
        self._words = label("", "muted")
        self._bar = _Bar()
        self._why = button(translate("Gauge", "Why?"), "mdi6.help-circle-outline")
        self._why.setAccessibleName(f"{title}: {translate('Gauge', 'Why?')}")
        self._why.clicked.connect(self.why_asked)
        self._why.setEnabled(False)
        top = QHBoxLayout()
        top.addWidget(self._number)
        top.addWidget(self._bar, 1)
        top.addWidget(self._why)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(label(title, "heading", wrap=False))
        layout.addLayout(top)
        layout.addWidget(self._words)
        self.setAccessibleName(title)

    def show_value(self, value: float, number: str, words: str, color: str) -> None:
        """Show ``value`` (0 to 1) written as ``number``, with its meaning in ``words``."""
        self._number.setText(number)
        self._words.setText(words)
        self._bar.value, self._bar.color = value, color
        self._bar.update()
        self._why.setEnabled(True)
        self.setAccessibleDescription(f"{number}, {words}")

    def show_marks(self, marks: Sequence[float]) -> None:
        """Lines across the scale."""
        self._bar.marks = tuple(marks)
        self._bar.update()

    @property
    def marks(self) -> tuple[float, ...]:
        """Where lines cross the scale."""
        return self._bar.marks

    def reset(self) -> None:
        """Before there is a number."""
        self.show_value(0.0, "-", "", "accent")
        self._why.setEnabled(False)

    @property
    def words(self) -> str:
        """Number and meaning as shown."""
        return f"{self._number.text()} {self._words.text()}"


class RiskGauge(Gauge):
    """Risk with the limits of the classes as marks."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate("Gauge", "Risk"), parent)

    def show_risk(
        self,
        score: float,
        risk_class: RiskClass | None,
        limits: ClassLimits,
        after_review: tuple[float, RiskClass | None] | None = None,
        risks: RiskRange | None = None,
    ) -> None:
        """Show the measured score, its class and its range, and beside it what people left of it.

        The class is None where too little was measured to say one.
        """
        self.show_marks([end for _, end in limits.ends()[:-1]])
        words = class_words(risk_class)
        if after_review is not None:
            left, left_class = after_review
            words = translate(
                "Gauge", "{measured}; {left} ({class}) without what was dismissed"
            ).format(**{"measured": words, "left": decimal(left), "class": class_words(left_class)})
        if risks is not None and not risks.is_point:
            between = translate("Gauge", "{least} to {most}, had all been measured")
            limits_words = between.format(least=decimal(risks.least), most=decimal(risks.most))
            words = f"{words}; {limits_words}"
        self.show_value(score, decimal(score), words, looks.class_color(risk_class))


def _nothing_of(subject: str) -> str:
    return {
        "gaze": translate("Gauge", "gaze 0 %"),
        "head": translate("Gauge", "head 0 %"),
        "people": translate("Gauge", "people 0 %"),
    }[subject]


class CoverageGauge(Gauge):
    """Which share of the time could be measured at all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate("Gauge", "Coverage"), parent)

    def show_share(
        self, share: float, complete: bool = True, unmeasured: Sequence[str] = ()
    ) -> None:
        """Show the measurable share of the time, and what was never measured in it."""
        words = translate("Gauge", "of the time measurable")
        if not complete:
            words = translate("Gauge", "measurable; recording incomplete")
        words = ", ".join([words, *(_nothing_of(name) for name in unmeasured)])
        is_good = share >= 0.8 and complete and not unmeasured
        color = "clean" if is_good else "borderline"
        self.show_value(share, f"{share:.0%}", words, color)
