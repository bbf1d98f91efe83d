"""What is seen while files are dragged over the window."""

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from proctor_desktop.gui.kit import theme
from proctor_desktop.gui.language.translation import translate


class DropArea(QWidget):
    """Lies over its parent while something that can be dropped is above it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setObjectName("dropArea")
        parent.installEventFilter(self)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the parent."""
        if event.type() == QEvent.Type.Resize:
            self.resize(self._over.size())
        return False

    def invite(self) -> None:
        """Come to the front."""
        self.resize(self._over.size())
        self.raise_()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A veil with a frame and one sentence."""
        painter, look = QPainter(self), theme.current()
        veil = look.color("window")
        veil.setAlpha(225)
        painter.fillRect(self.rect(), veil)
        painter.setPen(QPen(look.color("accent"), 4, Qt.PenStyle.DashLine))
        painter.drawRect(self.rect().adjusted(12, 12, -12, -12))
        font = painter.font()
        font.setPointSizeF(1.6 * font.pointSizeF())
        painter.setFont(font)
        painter.setPen(look.color("text"))
        words = translate("MainWindow", "Drop here to put it into the list of recordings")
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(self.rect().adjusted(40, 40, -40, -40), flags, words)


def local_files(dragged: QMimeData) -> list[str]:
    """Paths of the files and folders that are dragged; addresses elsewhere are left out."""
    return [url.toLocalFile() for url in dragged.urls() if url.isLocalFile()]
