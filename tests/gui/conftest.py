"""Every test of the window runs without a screen and must leave nothing alive."""

import gc
import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QThread, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from proctor_desktop.gui import theme

OUTPUT = Path(__file__).resolve().parents[1] / "output"


@pytest.fixture(autouse=True)
def nothing_left_alive(qapp: QApplication) -> Iterator[None]:
    """Fail a test after which a thread or timer runs, or a window is left."""
    theme.apply(qapp, "dark")
    yield
    qapp.closeAllWindows()
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        qapp.processEvents()
    gc.collect()
    alive = [each for each in gc.get_objects() if isinstance(each, (QThread, QTimer, QWidget))]
    alive = [each for each in alive if shiboken6.isValid(each)]
    threads = [each for each in alive if isinstance(each, QThread) and each.isRunning()]
    timers = [each for each in alive if isinstance(each, QTimer) and each.isActive()]
    windows = [
        each for each in alive if isinstance(each, QWidget) and each.isWindow() and each.isVisible()
    ]
    assert not threads, f"threads still run: {threads}"
    assert not timers, f"timers still run: {timers}"
    assert not windows, f"windows still open: {windows}"


@pytest.fixture
def output_folder() -> Path:
    """Folder for screenshots, which people look at."""
    OUTPUT.mkdir(exist_ok=True)
    return OUTPUT
