"""Whether analyses may go on, or are to hold where they are."""

import threading


class Leave:
    """Given or taken from any thread; whoever analyses asks before the next picture."""

    def __init__(self) -> None:
        self._given = threading.Event()
        self._given.set()

    @property
    def is_paused(self) -> bool:
        """Whether everything waits."""
        return not self._given.is_set()

    def pause(self) -> None:
        """Let everything wait."""
        self._given.clear()

    def go_on(self) -> None:
        """Let everything go on."""
        self._given.set()

    def wait(self, stop: threading.Event) -> None:
        """Return when it may go on, or soon after ``stop`` was set."""
        while not self._given.wait(0.1) and not stop.is_set():
            pass
