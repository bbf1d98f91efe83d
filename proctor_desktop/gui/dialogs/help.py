"""Help: what the program does in a few sentences, and every key, generated from the actions."""

from html import escape
from itertools import groupby

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from proctor_desktop.gui.actions import ActionSpec, all_actions, key_text
from proctor_desktop.gui.translation import translate


def keys_table(specs: tuple[ActionSpec, ...]) -> str:
    """HTML tables of all keys, one for each section."""
    parts = []
    for section, group in groupby(specs, key=lambda spec: spec.section):
        parts.append(f"<h3>{escape(section)}</h3><table cellpadding='4'>")
        for spec in group:
            keys = ", ".join(f"<b>{escape(key_text(key))}</b>" for key in spec.keys)
            parts.append(f"<tr><td width='170'>{keys}</td><td>{escape(spec.title)}</td></tr>")
        parts.append("</table>")
    return "".join(parts)


def how_it_works() -> str:
    """The way through the program, as HTML."""
    steps = (
        translate("Help", "Analysis: drop videos on the window or choose them. Each is measured "
                  "on this computer; no network is needed."),
        translate("Help", "The first seconds are the calibration: where this candidate looks and "
                  "how they hold their head at rest. Thresholds are set for each candidate."),
        translate("Help", "What goes beyond a threshold for long enough becomes an event; events "
                  "that belong together become one incident."),
        translate("Help", "Review: go through the incidents, look, and confirm or dismiss each. "
                  "The program reports what was measured; the decision is yours."),
        translate("Help", "Hatched time on a timeline could not be measured (dark picture, closed "
                  "eyes, no face). It is never counted against the candidate."),
    )  # fmt: skip
    items = "".join(f"<li>{escape(step)}</li>" for step in steps)
    signs = translate(
        "Help",
        "Left and right are those of the picture, which is not mirrored: the picture's left is "
        "the candidate's own right.",
    )
    return f"<ol>{items}</ol><p>{escape(signs)}</p>"


class HelpDialog(QDialog):
    """Opened by F1."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("Help", "Help and all keys"))
        self.resize(640, 620)
        self._text = QTextBrowser()
        self._text.setAccessibleName(translate("Help", "Help and all keys"))
        heading = escape(translate("Help", "How it works"))
        self._text.setHtml(f"<h2>{heading}</h2>{how_it_works()}{keys_table(all_actions())}")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self._text)
        layout.addWidget(buttons)

    @property
    def plain_text(self) -> str:
        """What stands there, without markup."""
        return self._text.toPlainText()
