"""What the Analysis page does: queue, name, run, capture; the page draws what it holds."""

import time
from collections.abc import Collection
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal, Slot

from proctor_desktop.calibration.marks import ExamMarks
from proctor_desktop.domain.errors import AnalysisCancelled, ProctorError
from proctor_desktop.domain.live import LivePhase, LiveState
from proctor_desktop.domain.profile import PROFILES
from proctor_desktop.engine.leave import Leave
from proctor_desktop.gui.analysis import sayings
from proctor_desktop.gui.analysis.entries import QueueEntry, QueueState, Result, kept
from proctor_desktop.gui.analysis.intake import Intake
from proctor_desktop.gui.analysis.pace import Pace, Progress
from proctor_desktop.gui.analysis.queue import QueueModel
from proctor_desktop.gui.analysis.runner import Runner
from proctor_desktop.gui.analysis.work import CaptureWork, FileWork, Work
from proctor_desktop.gui.kit.background import Background
from proctor_desktop.gui.language.sentences import said
from proctor_desktop.gui.preferences import Preferences
from proctor_desktop.gui.services import Services
from proctor_desktop.pipeline import AnalysisOptions
from proctor_desktop.services.analyses import Finished, Request
from proctor_desktop.settings import Settings


class AnalysisPresenter(QObject):
    """Holds the queue, what runs and what is said about it.

    Signals:
        changed: anything that `notice`, `progress`, `is_going` or the queue says.
        begun: an entry whose work begins.
        succeeded: number of an entry and its `Finished`.
        told: a sentence of passing interest.
        trouble: an exception that a person must hear of at once.
        report_kept: id of a report.
    """

    changed = Signal()
    begun = Signal(object)
    succeeded = Signal(int, object)
    told = Signal(str)
    trouble = Signal(object)
    report_kept = Signal(str)

    def __init__(
        self,
        services: Services,
        settings: Settings,
        preferences: Preferences,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._options = settings.analysis
        self._captures = settings.folder / "captures"
        self._preferences = preferences
        self.queue = QueueModel()
        self.runner = Runner(lambda: services.reports.save, self)
        self.leave = Leave()
        self.notice = ""
        self.is_going = False
        self._pace = Pace(time.monotonic)
        self._unsaved: dict[int, Finished] = {}
        self._began: dict[int, datetime] = {}
        self._marks: dict[int, ExamMarks] = {}
        self._beside = Background("recordings", self)
        self._beside.failed.connect(self.trouble)
        self.intake = Intake(self.queue, self._beside, services, self._say)
        self._unfinished = preferences.unfinished
        self._connect()
        self.intake.take_up(preferences.unfinished)

    def _connect(self) -> None:
        self.queue.edited.connect(self._edited)
        self.queue.dataChanged.connect(self._keep_unfinished)
        self.queue.rowsInserted.connect(self._keep_unfinished)
        self.queue.rowsRemoved.connect(self._keep_unfinished)
        runner = self.runner
        runner.opened.connect(self._opened)
        runner.progressed.connect(self._progressed)
        runner.changed.connect(self._source_changed)
        runner.warned.connect(self._warned)
        runner.succeeded.connect(self._succeeded)
        runner.unsaved.connect(self._was_not_saved)
        runner.failed.connect(self._failed)
        runner.ended.connect(self._ended)

    @property
    def options(self) -> AnalysisOptions:
        """Under which recordings are analysed from now on."""
        return self._options

    def use_settings(self, settings: Settings) -> None:
        """Analyse the next recordings under other settings."""
        self._options = settings.analysis

    @Slot(int, str, str)
    def _edited(self, entry_id: int, field: str, text: str) -> None:
        self.intake.name((entry_id,), field, text)

    def remove(self, entry_ids: Collection[int]) -> None:
        """Take entries that do not run out of the queue."""
        for entry_id in entry_ids:
            self._unsaved.pop(entry_id, None)
        self.queue.remove(entry_ids)

    @Slot()
    def _keep_unfinished(self) -> None:
        unfinished = kept(self.queue.rows)
        if unfinished != self._unfinished:
            self._unfinished = unfinished
            self._preferences.unfinished = unfinished
        self.changed.emit()

    @property
    def is_watched(self) -> bool:
        """Whether the picture is shown while a file is analysed; kept for the next start."""
        return self._preferences.is_watched

    @Slot(bool)
    def set_watched(self, watched: bool) -> None:
        """Show the picture of the next files, or have all processors work on them."""
        self._preferences.is_watched = watched

    # how far it is

    @property
    def progress(self) -> Progress:
        """Of all files."""
        return Progress.of(self.queue.rows)

    @property
    def seconds_left(self) -> float | None:
        """Until all files are analysed, None while nothing is known."""
        return None if self.leave.is_paused else self._pace.seconds_left(self.progress)

    @property
    def captures(self) -> tuple[QueueEntry, ...]:
        """Entries that are captured now."""
        return tuple(
            entry
            for entry in self.queue.rows
            if entry.is_live and entry.state is QueueState.RUNNING
        )

    @property
    def runs_file(self) -> bool:
        """Whether a file is analysed now, or its thread is about to end."""
        entries = (self.queue.entry(number) for number in self.runner.running)
        return any(entry is not None and not entry.is_live for entry in entries)

    # files

    def start(self) -> None:
        """Analyse what waits, one file after another."""
        self.is_going = True
        self.leave.go_on()
        if not self.runs_file:
            self._pace.begin(self.progress)
            self._next()
        self.changed.emit()

    def _next(self) -> None:
        entry = self.queue.next_waiting()
        if entry is None or not self.is_going:
            self.is_going = False
            self._pace.stop()
            self.changed.emit()
            return
        is_watched = self.is_watched
        try:
            request = Request(entry.path, entry.subject, self._options, PROFILES.get(entry.profile))
            work = FileWork(self._services.analyses, request, self.leave, is_watched=is_watched)
        except ProctorError as error:
            self._failed(entry.id, error)
            self._next()
            return
        self._begin(entry, work)

    def _begin(self, entry: QueueEntry, work: Work) -> None:
        self.queue.change(entry.id, state=QueueState.RUNNING)
        self.begun.emit(self.queue.entry(entry.id))
        self.runner.begin(entry, work)

    def pause(self) -> None:
        """Let the analysis of files wait; captures go on."""
        self.leave.pause()
        self.changed.emit()

    def go_on(self) -> None:
        """Let it go on."""
        self.leave.go_on()
        self._pace.begin(self.progress)
        self.changed.emit()

    def stop(self, entry_ids: Collection[int]) -> None:
        """End captures, which are reported, and break off files."""
        for entry_id in entry_ids:
            self.runner.stop(entry_id)

    def stop_all(self) -> None:
        """Break off the file that is analysed and begin no other; captures go on."""
        self.is_going = False
        captured = {entry.id for entry in self.captures}
        self.stop([number for number in self.runner.running if number not in captured])
        self.leave.go_on()
        self.changed.emit()

    def begin_again(self, entry_ids: Collection[int]) -> None:
        """Queue failed and stopped files once more, and start; captures need their address."""
        for entry in list(self.queue.rows):
            if entry.id not in entry_ids or not entry.state.can_begin_again:
                continue
            if entry.is_live and entry.id not in self.runner.running:
                self._capture(entry.as_waiting())
            elif not entry.is_live:
                self.queue.exchange(entry.as_waiting())
        if self.queue.next_waiting() is not None:
            self.start()

    # captures

    def capture(self, address: str, student_id: str, exam_id: str, profile: str) -> None:
        """Capture a candidate from an address at once, beside whatever runs."""
        entry = QueueEntry(
            self.queue.new_id(), Path(), student_id, exam_id, profile, live_address=address
        )
        self.queue.add(entry)
        self._capture(entry)

    def _capture(self, entry: QueueEntry) -> None:
        from proctor_desktop.services.live import LiveRequest  # loads decoders

        profile = PROFILES.get(entry.profile)
        request = LiveRequest(entry.live_address, entry.subject, self._options, profile)
        marks = self._marks[entry.id] = ExamMarks()
        self._begin(entry, CaptureWork(self._services.live, request, marks))

    def begin_exam(self, entry_id: int) -> None:
        """Let the exam of a capture begin now."""
        if entry_id in self._marks:
            self._marks[entry_id].begin()

    def end_exam(self, entry_id: int) -> None:
        """Let it end now; the capture goes on until it is stopped."""
        if entry_id in self._marks:
            self._marks[entry_id].end()

    def began(self, entry_id: int) -> datetime | None:
        """When the first picture of a capture came; None before."""
        return self._began.get(entry_id)

    @Slot(int, object)
    def _source_changed(self, entry_id: int, state: LiveState) -> None:
        if state.phase is LivePhase.LIVE:
            self._began[entry_id] = state.since
            self._note_file(entry_id, state.since)
        before = self.queue.entry(entry_id)
        self.queue.change(entry_id, live=state)
        entry = self.queue.entry(entry_id)
        if before is None or entry is None:
            return
        if entry.is_unrecorded != before.is_unrecorded:
            self._say(sayings.recording_changed(entry, state))
        elif state.phase in (LivePhase.LOST, LivePhase.BACK):
            self.told.emit(sayings.source_changed(entry, state))

    def _note_file(self, entry_id: int, began: datetime) -> None:
        """Keep which file grows, so that a window that is killed knows whose it is."""
        entry = self.queue.entry(entry_id)
        stamp = f"{began.astimezone():%Y-%m-%d_%H-%M-%S}"
        found = sorted(self._captures.glob(f"*_{stamp}*.mkv"))
        own = [path for path in found if entry and path.name.startswith(entry.student_id)]
        if len(own) == 1:
            self.queue.change(entry_id, path=own[0])

    # what comes of it

    @Slot(int, float)
    def _opened(self, entry_id: int, seconds: float) -> None:
        if seconds > 0:
            self.queue.change(entry_id, seconds=seconds)

    @Slot(int, float)
    def _progressed(self, entry_id: int, share: float) -> None:
        self._pace.note(self.progress)
        self.queue.change(entry_id, share=share)

    @Slot(int, object)
    def _warned(self, entry_id: int, error: ProctorError) -> None:
        entry = self.queue.entry(entry_id)
        if entry is not None:
            self._say(f"{entry.student_id}: {said(str(error))}")

    @Slot(int, object)
    def _succeeded(self, entry_id: int, finished: Finished) -> None:
        report, recording = finished.report, finished.recording
        changes = {"path": recording} if recording is not None else {}
        self.queue.change(
            entry_id,
            state=QueueState.DONE, share=1.0, result=Result.of(report), problem="", **changes,
        )  # fmt: skip
        self._unsaved.pop(entry_id, None)
        self.told.emit(sayings.result(report))
        self.succeeded.emit(entry_id, finished)
        self.report_kept.emit(report.report_id)

    @Slot(int, object, object)
    def _was_not_saved(self, entry_id: int, finished: Finished, error: BaseException) -> None:
        self._unsaved[entry_id] = finished
        problem = said(str(error))
        self.queue.change(entry_id, state=QueueState.UNSAVED, share=1.0, problem=problem)
        self._say(sayings.not_saved(self.queue.entry(entry_id)))

    def save_again(self, entry_ids: Collection[int]) -> None:
        """Keep reports that could not be kept; nothing is measured anew."""
        for entry_id in entry_ids:
            finished = self._unsaved.get(entry_id)
            if finished is not None:
                self._save(entry_id, finished)

    def _save(self, entry_id: int, finished: Finished) -> None:
        self._beside.run(
            lambda: self._services.reports.save(finished),
            lambda _: self._succeeded(entry_id, finished),
            lambda error: self._was_not_saved(entry_id, finished, error),
        )

    @Slot(int, object)
    def _failed(self, entry_id: int, error: BaseException) -> None:
        if isinstance(error, AnalysisCancelled):
            self.queue.change(entry_id, state=QueueState.CANCELLED, problem="")
            return
        problem = said(str(error)) if isinstance(error, ProctorError) else str(error)
        self.queue.change(entry_id, state=QueueState.FAILED, problem=problem)
        entry = self.queue.entry(entry_id)
        if (entry is not None and entry.is_live) or not isinstance(error, ProctorError):
            self.trouble.emit(error)  # an exam that is not recorded cannot wait to be noticed

    @Slot(int)
    def _ended(self, entry_id: int) -> None:
        if not self.runs_file and self.is_going:
            self._next()
        self.changed.emit()

    def _say(self, sentence: str) -> None:
        self.notice = sentence
        if sentence:
            self.told.emit(sentence)
        self.changed.emit()

    def close(self) -> None:
        """Stop everything; what was captured is kept, what was not finished is queued next time."""
        self._beside.close()
        self.is_going = False
        self.leave.go_on()
        unfinished = [entry for entry in self.queue.rows if not entry.is_live]
        self.runner.close()
        QCoreApplication.sendPostedEvents(self.runner, QEvent.Type.MetaCall)
        self._preferences.unfinished = kept(unfinished)
