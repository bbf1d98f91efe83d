"""Why a number is what it is, in sentences."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from proctor_desktop.domain.report import Contribution
from proctor_desktop.gui.display.gauges import class_words
from proctor_desktop.gui.display.words import kind_words
from proctor_desktop.gui.language.sentences import said
from proctor_desktop.gui.language.translation import decimal, filled, translate
from proctor_desktop.scoring.policy import ClassLimits


class WhyDialog(QDialog):
    """A heading and paragraphs to read; gone once it is closed."""

    def __init__(
        self, title: str, paragraphs: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
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


def risk_paragraphs(
    reason: str, contributions: Sequence[Contribution], limits: ClassLimits
) -> list[str]:
    """Sentences about a risk: its reason, and its largest parts."""
    paragraphs = [
        said(reason),
        translate(
            "Why",
            "The risk says how urgently a person should look, never what a candidate did.",
        ),
        scale_words(limits),
    ]
    if contributions:
        paragraphs.append(translate("Why", "Parts of the risk, which add up to it exactly:"))
        largest = sorted(contributions, key=lambda each: -each.points)[:20]
        paragraphs += [
            f"{each.incident_id}, {kind_words(each.kind)}: {decimal(each.points, 3)}"
            for each in largest
        ]
    return paragraphs


def scale_words(limits: ClassLimits) -> str:
    """Where each class ends under a policy, in one sentence."""
    up_to = translate("Why", "up to {end:.2f} {class}")
    above = translate("Why", "above that {class}")
    ends = limits.ends()
    words = [filled(up_to, **{"end": end, "class": class_words(name)}) for name, end in ends[:-1]]
    words.append(above.format(**{"class": class_words(ends[-1][0])}))
    return translate("Why", "Scale: {classes}.").format(classes=", ".join(words))
