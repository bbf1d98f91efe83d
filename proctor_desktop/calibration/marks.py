"""Said during an exam: it begins now, it ends now."""

import threading
from dataclasses import replace

from proctor_desktop.calibration.exam import ExamOptions
from proctor_desktop.domain.exam import FIRST_SEC, Given
from proctor_desktop.domain.timeline import to_seconds


class ExamMarks:
    """Taken from any thread, and applied by the one that measures at its next picture."""

    def __init__(self) -> None:
        self._alone = threading.Lock()
        self._wanted: set[str] = set()
        self._given = Given()

    @property
    def given(self) -> Given:
        """What was marked, in seconds of the recording; 0 where nothing was."""
        with self._alone:
            return self._given

    def begin(self) -> None:
        """The exam begins now; what came before is not charged, and neither is an earlier end."""
        with self._alone:
            self._wanted = {"begins_sec"}

    def end(self) -> None:
        """The exam ends now."""
        with self._alone:
            self._wanted.add("ends_sec")

    def applied(self, options: ExamOptions, time: int) -> ExamOptions:
        """The options of an exam, with what was marked since the last call set to ``time``."""
        with self._alone:
            if not self._wanted:
                return options
            second = max(FIRST_SEC, round(to_seconds(time), 3))
            begins = "begins_sec" in self._wanted
            times = Given(
                second if begins else options.begins_sec,
                second if "ends_sec" in self._wanted else 0.0 if begins else options.ends_sec,
            )
            self._wanted, self._given = set(), times
        return replace(options, begins_sec=times.begins_sec, ends_sec=times.ends_sec)
