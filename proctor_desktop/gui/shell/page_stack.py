"""The pages of the window, of which one is in front."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from PySide6.QtWidgets import QStackedWidget, QWidget

from proctor_desktop.gui.kit.elements import Page
from proctor_desktop.gui.kit.scrolled import Scrolled


class PageStack(QStackedWidget):
    """Each page is made when it is first asked for, and scrolls only where it must."""

    def __init__(self, makers: Mapping[str, Callable[[], Page]], before: QWidget) -> None:
        """``before`` is shown until there is a page in front."""
        super().__init__()
        self._makers = makers
        self._pages: dict[str, Page] = {}
        self._areas: dict[str, Scrolled] = {}
        self.addWidget(before)

    def knows(self, name: str) -> bool:
        """Whether there can be a page of this name."""
        return name in self._makers

    @property
    def made(self) -> Mapping[str, Page]:
        """The pages that were asked for until now, by name."""
        return MappingProxyType(self._pages)

    def page(self, name: str) -> Page:
        """One of the pages."""
        if name not in self._pages:
            page = self._makers[name]()
            self._pages[name] = page
            self._areas[name] = Scrolled(page)
            self.addWidget(self._areas[name])
        return self._pages[name]

    def bring(self, name: str) -> Page:
        """Put a page in front."""
        page = self.page(name)
        self.setCurrentWidget(self._areas[name])
        return page

    @property
    def in_front(self) -> str:
        """Name of the page in front, empty while there is none."""
        front = self.currentWidget()
        return next((name for name, area in self._areas.items() if area is front), "")
