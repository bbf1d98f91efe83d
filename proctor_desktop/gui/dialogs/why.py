"""Why a number is what it is, in sentences."""

from collections.abc import Sequence
from html import escape

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from proctor_desktop.gui.translation import translate


class WhyDialog(QDialog):
    """A heading and paragraphs to read."""

    def __init__(
        self, title: str, paragraphs: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(560, 420)
        self._text = QTextBrowser()
        self._text.setAccessibleName(title)
        body = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs)
        self._text.setHtml(f"<h2>{escape(title)}</h2>{body}")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self._text)
        layout.addWidget(buttons)

    @property
    def plain_text(self) -> str:
        """What stands there."""
        return self._text.toPlainText()


def risk_paragraphs(reason: str, parts: Sequence[tuple[str, float]]) -> list[str]:
    """Sentences about a risk: its reason, and the largest parts as (incident, points)."""
    paragraphs = [
        reason,
        translate(
            "Why",
            "The risk says how urgently a person should look, never what a candidate did. Up to "
            "0.20 is clean, up to 0.40 borderline, up to 0.65 suspicious, above that high risk.",
        ),
    ]
    if parts:
        paragraphs.append(translate("Why", "Parts of the risk, which add up to it exactly:"))
        largest = sorted(parts, key=lambda part: -part[1])[:20]
        paragraphs += [f"{name}: {points:.3f}" for name, points in largest]
    return paragraphs
