"""``analyze --live``: a camera, a stream, or a file at its own pace, until it is stopped."""

import signal
import threading
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from proctor_desktop.cli.batch import Batch, Errand, Failure, Work
from proctor_desktop.cli.terminal import INPUT, STORAGE, say
from proctor_desktop.domain.errors import ProctorError, StorageError
from proctor_desktop.domain.live import LivePhase, LiveState

if TYPE_CHECKING:
    from proctor_desktop.domain.events import Incident
    from proctor_desktop.domain.timeline import Interval
    from proctor_desktop.pipeline import Update
    from proctor_desktop.services.live import LiveRequest, LiveService


@dataclass(frozen=True, slots=True)
class Sitting:
    """One sitting before a camera or stream.

    Attributes:
        address: of the source, as `open_live` takes it.
        live: captures it.
        seconds: when it ends by itself, None for never.
        record: Matroska file that keeps the video, None for its own name where any is kept.
    """

    address: str
    live: "LiveService"
    seconds: float | None
    record: Path | None

    def request(self, errand: Errand) -> "LiveRequest":
        """Whom to capture, and how."""
        from proctor_desktop.services.live import LiveRequest

        given = errand.request
        return LiveRequest(
            self.address, given.subject, given.options, given.profile, self.record, self.seconds
        )


def watch(sitting: Sitting, errand: Errand, work: Work) -> Batch:
    """Watch one source until Ctrl+C, its end, or for some seconds; then make its report.

    Raises:
        SourceError: it cannot be opened, or shows no picture.
        DiskFullError: there would be no room to keep the result.
    """
    batch = Batch()
    captured = sitting.live.capture(
        sitting.request(errand),
        watch=Announcer().take,
        tell=Teller().take,
        stop=_stopped_by_person(),
    )
    if captured.fault is not None:
        batch.failures.append(_failure(errand, captured.fault))
    if captured.recording is not None:
        shown = replace(errand.request, path=captured.recording)
        errand = replace(errand, request=shown)
        batch.files.extend(captured.recordings)
    work.take(batch, errand, captured.finished)
    return batch


def _failure(errand: Errand, fault: ProctorError) -> Failure:
    code = STORAGE if isinstance(fault, StorageError) else INPUT
    return Failure(errand.request.path, type(fault).__name__, str(fault), code)


def _stopped_by_person() -> threading.Event:
    """Set by the first Ctrl+C or request to end; the second one ends the program at once."""
    stop = threading.Event()

    def ask(*_: object) -> None:
        stop.set()
        signal.signal(signal.SIGINT, signal.default_int_handler)

    signal.signal(signal.SIGINT, ask)
    signal.signal(signal.SIGTERM, ask)
    return stop


class Teller:
    """Says a line for each change of the source, and when it is not recorded."""

    def __init__(self) -> None:
        self._unrecorded: datetime | None = None

    def take(self, state: LiveState) -> None:
        """Take the next change."""
        if state.unrecorded_since == self._unrecorded:
            _tell(state)
        elif state.unrecorded_since is None:
            say("It is recorded again, in another file.")
        else:
            since = f"{state.unrecorded_since.astimezone():%H:%M:%S}"
            say(f"Not recorded since {since}, the disk is full; it is measured all the same.")
        self._unrecorded = state.unrecorded_since


def _tell(state: LiveState) -> None:
    since = f"{state.since.astimezone():%H:%M:%S}"
    lines = {
        LivePhase.OPENING: "Opening the source ...",
        LivePhase.LIVE: f"Watching since {since}; Ctrl+C ends it and makes the report.",
        LivePhase.LOST: f"No signal since {since}.",
        LivePhase.TRYING: f"No signal since {since}; connecting again, attempt {state.attempt}.",
        LivePhase.BACK: f"The signal is back since {since}; {state.gap_sec:.1f} s are missing.",
    }
    say(lines[state.phase])


_SAME_SEC = 1.0
"""An incident whose beginning moved by less while it formed is said once."""


class Announcer:
    """Says each incident when it is first seen."""

    def __init__(self) -> None:
        self._announced: list[int] = []

    def take(self, update: "Update") -> None:
        """Take the next update of the session."""
        for incident in update.assessment.incidents if update.assessment is not None else ():
            if not self._is_known(incident.interval):
                self._announced.append(incident.interval.onset)
                self._announce(incident)

    def _is_known(self, interval: "Interval") -> bool:
        earliest = interval.onset - _SAME_SEC * 1_000_000
        return any(earliest < onset < interval.offset for onset in self._announced)

    def _announce(self, incident: "Incident") -> None:
        from proctor_desktop.domain.timeline import clock
        from proctor_desktop.report.wording import kind_with_direction

        primary = incident.primary
        direction = primary.direction.value if primary.direction else None
        axis = primary.axis.value if primary.axis else None
        kind = kind_with_direction(primary.kind.value, direction, axis)
        say(f"{clock(incident.interval.onset)}  {kind}")
