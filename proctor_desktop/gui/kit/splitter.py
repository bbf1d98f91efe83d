"""A splitter that stands where a person left it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QSplitter, QWidget


class RememberedSplitter(QSplitter):
    """Takes its sizes from ``read`` when it is first shown, gives them to ``keep`` when dragged.

    Sizes are pixels of each part; those of another number of parts are left aside.
    """

    def __init__(
        self,
        name: str,
        read: Callable[[str], Sequence[int]],
        keep: Callable[[str, Sequence[int]], None],
        orientation: Qt.Orientation = Qt.Orientation.Horizontal,
        parent: QWidget | None = None,
    ) -> None:
        """``name`` is what the sizes are kept under."""
        super().__init__(orientation, parent)
        self.setObjectName(name)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(6)
        self._read = read
        self._keep = keep
        self._is_restored = False
        self.splitterMoved.connect(self._moved)

    def showEvent(self, event: QShowEvent) -> None:
        """Put every part where it was."""
        super().showEvent(event)
        if self._is_restored:
            return
        self._is_restored = True
        sizes = list(self._read(self.objectName()))
        if len(sizes) == self.count() and all(size > 0 for size in sizes):
            self.setSizes(sizes)

    @Slot()
    def _moved(self, *_: object) -> None:
        self._keep(self.objectName(), self.sizes())
