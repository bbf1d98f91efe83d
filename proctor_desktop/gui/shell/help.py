"""Help: every key, generated from the actions, and the guide that comes with the program."""

from collections.abc import Sequence
from contextlib import suppress
from html import escape
from itertools import groupby
from pathlib import Path

from PySide6.QtCore import QLocale, QSize, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QImage, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from proctor_desktop.gui.kit.actions import ActionSpec, key_text
from proctor_desktop.gui.kit.screens import fit
from proctor_desktop.gui.language.translation import translate
from proctor_desktop.paths import resource

PAGES = (
    "guide/invigilator.md",
    "guide/reviewer.md",
    "guide/integrator.md",
    "guide/deployer.md",
    "guide/security.md",
    "guide/method.md",
    "CHANGELOG.md",
)
"""Files of the guide in the order of reading; the first line of each is its title."""

LIST_WIDTH = 230
WANTED_SIZE = QSize(1080, 760)
PICTURE_MARGIN = 40


def spoken(page: str) -> Path:
    """A page in the language of the window, in English where nobody has translated it."""
    folder, _, name = page.rpartition("/")
    with suppress(FileNotFoundError):
        return resource(f"{folder}/{QLocale().name().split('_')[0]}/{name}")
    return resource(page)


def keys_table(specs: Sequence[ActionSpec]) -> str:
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


class GuideText(QTextBrowser):
    """Shows a page; its pictures are as wide as there is room."""

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """What a page refers to; a picture that is too wide is scaled down."""
        content = super().loadResource(kind, name)
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return content
        url = name if isinstance(name, QUrl) else QUrl(name)
        picture = QImage(str(resource(f"guide/{url.fileName()}")))
        room = max(200, self.viewport().width() - PICTURE_MARGIN)
        if picture.width() <= room:
            return picture
        return picture.scaledToWidth(room, Qt.TransformationMode.SmoothTransformation)


class HelpDialog(QDialog):
    """Opened by F1."""

    def __init__(self, actions: Sequence[ActionSpec], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self.setWindowTitle(translate("Help", "Help and all keys"))
        fit(self, WANTED_SIZE)
        self._pages = [spoken(page) for page in PAGES]
        self._text = GuideText()
        self._text.setAccessibleName(translate("Help", "Help and all keys"))
        self._text.setOpenLinks(False)
        self._text.anchorClicked.connect(self.follow)
        self._titles = QListWidget()
        self._titles.setAccessibleName(translate("Help", "Pages of the help"))
        self._titles.setWordWrap(True)
        self._titles.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._titles.setFixedWidth(LIST_WIDTH)
        self._titles.addItem(translate("Help", "How it works"))
        self._titles.addItems([title(page) for page in self._pages])
        self._titles.currentRowChanged.connect(self.open_page)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(self._titles)
        row.addWidget(self._text, 1)
        layout = QVBoxLayout(self)
        layout.addLayout(row)
        layout.addWidget(buttons)
        self._titles.setCurrentRow(0)

    @Slot(int)
    def open_page(self, row: int) -> None:
        """Show a page: the first one holds the keys, the others are the guide."""
        if row == 0:
            heading = escape(translate("Help", "How it works"))
            self._text.setHtml(f"<h2>{heading}</h2>{how_it_works()}{keys_table(self._actions)}")
        else:
            self._text.setMarkdown(self._pages[row - 1].read_text("utf-8"))

    @Slot(QUrl)
    def follow(self, link: QUrl) -> None:
        """Go to another page of the guide, or hand an address on to the desktop."""
        names = [page.name for page in self._pages]
        if link.fileName() in names:
            self._titles.setCurrentRow(names.index(link.fileName()) + 1)
        else:
            QDesktopServices.openUrl(link)

    @property
    def plain_text(self) -> str:
        """What stands there, without markup."""
        return self._text.toPlainText()


def title(page: Path) -> str:
    """The first heading of a page."""
    return page.read_text("utf-8").split("\n", 1)[0].removeprefix("# ")
