"""Reports that can be told apart by every word, colour and number, kept in memory for the desk."""

import uuid
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timezone
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
from PySide6.QtCore import QBuffer, QObject, Signal
from PySide6.QtGui import QColor, QImage

from proctor_desktop.domain.errors import NotFoundError
from proctor_desktop.domain.frame import Frame
from proctor_desktop.domain.report import AdaptiveThresholds, Evidence, IncidentRecord, Report
from proctor_desktop.domain.review import (
    AddedIncident,
    Decision,
    RecordingVerdict,
    ReviewState,
    Verdict,
    about_recording,
    heads,
)
from proctor_desktop.domain.timeline import Micros
from tests.storage.samples import a_report

KINDS = ("head_movement", "gaze_deviation", "face_absence", "multiple_faces")
TENTH = 100_000
SECONDS = 60.0


def colour(report: int, incident: int) -> QColor:
    """The colour of every picture of an incident, or with 0 of a recording."""
    return QColor(40 + 60 * report, 20 + 25 * incident, 200 - 30 * report)


def jpeg(report: int, incident: int) -> bytes:
    """A small picture in one colour."""
    image = QImage(24, 18, QImage.Format.Format_RGB888)
    image.fill(colour(report, incident))
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "JPG", 100)
    return bytes(buffer.data().data())


def _incident(report: int, number: int) -> IncidentRecord:
    (first,) = a_report(incidents=1).analysis.incidents
    start = 6.0 * number + report * 0.3
    return replace(
        first,
        id=f"I{number:03d}",
        kind=KINDS[(report + number) % len(KINDS)],
        start=start,
        end=start + 1.5,
        duration=1.5,
        points=round(0.01 * number + 0.001 * report, 4),
        severity=("low", "medium", "high")[(report * number) % 3],
        explanation=f"Explanation of incident {number} of report {report}.",
        evidence=(
            Evidence(start - 1, f"{number}", "ab" * 32),
            Evidence(start + 1, f"{number}b", "cd" * 32),
        ),
    )  # fmt: skip


def make(report: int, incidents: int) -> Report:
    """A report whose candidate, thresholds, incidents and colours are its own."""
    made = a_report(
        report_id=str(uuid.UUID(int=report)), student_id=f"S-{report}", exam_id=f"E-{report}",
        incidents=0,
    )  # fmt: skip
    records = tuple(_incident(report, number) for number in range(1, incidents + 1))
    silent = replace(made.analysis.recording, has_audio=False)
    own = replace(made.analysis.calibration, accepted=40 + report)
    analysis = replace(
        made.analysis,
        incidents=records,
        contributions=(),
        warnings=(),
        recording=silent,
        calibration=own,
    )
    limits = AdaptiveThresholds(0.2 + 0.1 * report, 15.0 + report, 11.0 + report, 9.0 + report)
    return replace(made, analysis=analysis, adaptive_thresholds=limits, video_duration_sec=SECONDS)


class Cabinet:
    """Reports and decisions; stands for the services behind the desk.

    Attributes:
        written: every decision, as it was written.
    """

    def __init__(self, reports: Sequence[Report]) -> None:
        self.kept = {each.report_id: each for each in reports}
        self.written: list[Decision] = []
        self.reports = self.reviews = self.recordings = self

    def number(self, report_id: str) -> int:
        """The number from which a report was made."""
        return uuid.UUID(report_id).int

    # reports

    def get(self, report_id: str) -> Report:
        return self.kept[report_id]

    def signals(self, report_id: str) -> object:
        raise NotFoundError("none")

    def picture(self, report_id: str, name: str) -> bytes:
        return jpeg(self.number(report_id), int(name.removesuffix("b")))

    def recording_of(self, report_id: str) -> Path | None:
        return Path(report_id)

    def page(self, *, skip: int = 0, limit: int = 50) -> Any:
        rows = [
            SimpleNamespace(
                report_id=each.report_id, student_id=each.student_id, exam_id=each.exam_id,
                review=ReviewState.OPEN, confidence_score=0.1 * self.number(each.report_id),
                risk_classification="SUSPICIOUS", is_little=False,
            )
            for each in self.kept.values()
        ]  # fmt: skip
        return SimpleNamespace(rows=rows[skip : skip + limit], total=len(rows))

    # decisions

    def decisions(self, report_id: str) -> list[Decision]:
        return [each for each in self.written if each.report_id == report_id]

    def _append(
        self, report_id: str, incident_id: str, verdict: Verdict, reason: str,
        added: AddedIncident | None = None,
    ) -> Decision:  # fmt: skip
        about = [one for one in self.decisions(report_id) if one.incident_id == incident_id]
        parents = tuple(each.id for each in heads(about))
        number = len(self.written) + 1
        made = Decision(
            str(uuid.UUID(int=number)), report_id, incident_id, "Rita", verdict, reason, parents,
            "here", number, "", "", datetime(2026, 12, 1, tzinfo=timezone.utc), added,
        )  # fmt: skip
        self.written.append(made)
        return made

    def decide(
        self, report_id: str, incident_id: str, verdict: Verdict, *, reason: str, reviewer: str
    ) -> Decision:
        return self._append(report_id, incident_id, verdict, reason)

    def decide_all(
        self, report_id: str, incident_ids: Sequence[str], verdict: Verdict, *, reason: str,
        reviewer: str,
    ) -> tuple[Decision, ...]:  # fmt: skip
        return tuple(self._append(report_id, each, verdict, reason) for each in incident_ids)

    def add_incident(
        self, report_id: str, added: AddedIncident, *, reason: str, reviewer: str
    ) -> Decision:
        name = f"P-{len(self.written):08x}"
        return self._append(report_id, name, Verdict.ADD, reason, added)

    def give_verdict(
        self, report_id: str, verdict: RecordingVerdict | None, *, reviewer: str, reason: str = ""
    ) -> Decision:
        return self._append(report_id, about_recording(verdict), Verdict.NOTE, reason)


class Later(QObject):
    """A background whose answers come when the test says so, in the order that was asked."""

    failed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.waiting: deque[tuple[Callable[[], Any], Callable[[Any], None], Any]] = deque()

    def run(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Callable[[BaseException], None] | None = None,
    ) -> None:
        self.waiting.append((work, done, failed))

    def deliver(self) -> None:
        """Do the oldest piece of work and bring its answer."""
        if self.waiting:
            work, done, _ = self.waiting.popleft()
            done(work())

    def close(self) -> None:
        self.waiting.clear()


class Colours(QObject):
    """Pictures of recordings, each in the colour of its report, which are there after a while."""

    arrived = Signal(int)
    failed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._report: int | None = None
        self._are_read = False

    def open(self, path: Path, read: object = None) -> None:
        self._report = uuid.UUID(path.name).int
        self._are_read = False

    def forget(self) -> None:
        self._report = None

    @property
    def is_open(self) -> bool:
        return self._report is not None

    def at(self, time: int) -> Frame | None:
        if self._report is None or not self._are_read:
            return None
        ground = colour(self._report, 0)
        rgb = np.full((6, 8, 3), (ground.red(), ground.green(), ground.blue()), np.uint8)
        return Frame(Micros(time // TENTH * TENTH), rgb)

    def lacks(self, time: int) -> bool:
        return False

    def following(self, time: int) -> Frame | None:
        return self.at(time + TENTH)

    def preceding(self, time: int) -> Frame | None:
        return self.at(max(0, time - TENTH))

    def want(self, second: int) -> None:
        """Everything is read at once."""

    def deliver(self) -> None:
        """Now the pictures are there."""
        if self.is_open:
            self._are_read = True
            self.arrived.emit(0)

    def close(self) -> None:
        self.forget()
