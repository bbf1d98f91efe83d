"""How long the window's thread works between two turns of its event loop."""

import time

from PySide6.QtCore import QObject, QTimer

LONGEST_HOLD = 0.05
NOISE = 1.6
"""Processor time of the same work varies so much on shared cores; soaks ask for the figure."""


class Watchdog(QObject):
    """Counts processor time of this thread, so that a busy machine does not look like a fault."""

    def __init__(self) -> None:
        super().__init__()
        self.longest = 0.0
        self._last = time.thread_time()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._turn)
        self._timer.start(0)

    def _turn(self) -> None:
        now = time.thread_time()
        self.longest = max(self.longest, now - self._last)
        self._last = now

    def stop(self) -> float:
        """The longest time in seconds."""
        self._timer.stop()
        return self.longest
