"""Analysis: queue recordings, watch them being measured, go on to their review."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QItemSelection, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QProgressBar,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from proctor_desktop.domain.errors import AnalysisCancelled
from proctor_desktop.domain.profile import PROFILES
from proctor_desktop.domain.report import Report, RiskClass, Subject
from proctor_desktop.gui.analysis.live_dialog import LiveDialog
from proctor_desktop.gui.analysis.live_panel import LivePanel
from proctor_desktop.gui.analysis.queue import QueueEntry, QueueModel, QueueState
from proctor_desktop.gui.analysis.runner import QueueRunner
from proctor_desktop.gui.analysis.subject_form import SubjectForm
from proctor_desktop.gui.analysis.worker import AnalysisWorker
from proctor_desktop.gui.display.gauges import class_words
from proctor_desktop.gui.export import unused_path
from proctor_desktop.gui.kit.elements import (
    Card,
    Page,
    button,
    label,
    primary_button,
    read_only_table,
)
from proctor_desktop.gui.language.sentences import said
from proctor_desktop.gui.language.translation import translate
from proctor_desktop.gui.preferences import Preferences
from proctor_desktop.gui.services import Services
from proctor_desktop.pipeline import Update
from proctor_desktop.services.analyses import Finished, Request
from proctor_desktop.settings import Settings

QUEUE_WIDTH = 300
NO_EXAM = "exam"


class AnalysisPage(Page):
    """Signals: ``review_wanted`` carries the id of a report, ``trouble`` an exception."""

    review_wanted = Signal(str)
    report_kept = Signal(str)
    trouble = Signal(object)
    told = Signal(str)
    progressed = Signal(float)

    def __init__(self, services: Services, settings: Settings, preferences: Preferences) -> None:
        super().__init__(
            translate("Analysis", "Analysis"),
            translate(
                "Analysis",
                "1. Drop videos here or choose them.  2. Say who sits the exam.  3. Start.  "
                "4. Review what was found.",
            ),
        )
        self._services = services
        self._options = settings.analysis
        self._captures = Path(settings.folder) / "captures"
        self._preferences = preferences
        self.queue = QueueModel()
        self.runner = QueueRunner(self.queue, self._worker, self)
        self.form = SubjectForm()
        self.panel = LivePanel()
        self._finished_id = ""
        self._build_queue()
        self._build_buttons()
        self._lay_out()
        self._unfinished = preferences.unfinished
        self._take_up(self._unfinished)
        self._connect()

    # building

    def _build_queue(self) -> None:
        self.table = read_only_table(translate("Analysis", "Queue of recordings"), self.queue)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        self.table.selectionModel().selectionChanged.connect(self._selection_changed)
        self.table.activated.connect(self._activated)

    def _build_buttons(self) -> None:
        self._start = primary_button(translate("Analysis", "Start"), "mdi6.play")
        self._start.setToolTip(
            translate("Analysis", "Analyse every waiting recording (Ctrl+Return)")
        )
        self._start.setShortcut("Ctrl+Return")
        self._start.clicked.connect(self.start)
        self._choose = button(
            translate("Analysis", "Videos..."), "mdi6.folder-open-outline", "Ctrl+O"
        )
        self._capture = button(translate("Analysis", "Camera..."), "mdi6.webcam")
        self._capture.setToolTip(
            translate("Analysis", "Capture from a camera or stream and measure it live")
        )
        self._capture.clicked.connect(self._ask_for_camera)
        self._stop = button(translate("Analysis", "Stop"), "mdi6.stop")
        self._stop.setToolTip(
            translate(
                "Analysis",
                "End a capture and write its report, or break off the analysis of a file",
            )
        )
        self._stop.clicked.connect(self.runner.cancel)
        self._remove = button(translate("Analysis", "Remove"), "mdi6.playlist-remove")
        self._remove.setToolTip(translate("Analysis", "Take the chosen recording out of the queue"))
        self._remove.clicked.connect(self._remove_chosen)
        self._review = primary_button(translate("Analysis", "Review"), "mdi6.eye-check-outline")
        self._review.setToolTip(
            translate("Analysis", "Go through the incidents of the chosen recording")
        )
        self._review.clicked.connect(self._review_chosen)
        self._progress = QProgressBar()
        self._progress.setRange(0, 1000)
        self._progress.setAccessibleName(translate("Analysis", "Progress of all recordings"))
        self._progress.setTextVisible(False)
        self._progress_words = label("", "muted", wrap=False)
        self._result = label("")

    def _lay_out(self) -> None:
        subject = Card(translate("Analysis", "Who sits the exam"))
        subject.body.addWidget(self.form)
        queue = Card(translate("Analysis", "Recordings"))
        queue.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        sources = QHBoxLayout()
        sources.addWidget(self._choose, 1)
        sources.addWidget(self._capture)
        queue.body.addLayout(sources)
        queue.body.addWidget(self.table, 1)
        queue.body.addWidget(self._progress_words)
        queue.body.addWidget(self._progress)
        queue.body.addWidget(self._result)
        buttons = QGridLayout()
        for place, each in enumerate((self._start, self._stop, self._review, self._remove)):
            buttons.addWidget(each, place // 2, place % 2)
        queue.body.addLayout(buttons)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(subject)
        column.addWidget(queue, 1)
        left.setFixedWidth(QUEUE_WIDTH)
        row = QHBoxLayout()
        row.addWidget(left)
        row.addWidget(self.panel, 1)
        self.body.addLayout(row, 1)

    def _connect(self) -> None:
        self._choose.clicked.connect(self._ask_for_videos)
        self.form.edited.connect(self._edit_chosen)
        self.runner.begun.connect(self._begun)
        self.runner.opened.connect(self.panel.set_duration)
        self.runner.warned.connect(self.trouble)
        self.runner.produced.connect(self._produced)
        self.runner.measured.connect(self.panel.take_part)
        self.runner.succeeded.connect(self._succeeded)
        self.runner.failed.connect(self._failed)
        self.runner.emptied.connect(self._emptied)
        self.queue.dataChanged.connect(self._queue_changed)
        self.queue.modelReset.connect(self._queue_changed)
        self.queue.rowsRemoved.connect(self._queue_changed)
        self._queue_changed()

    def use_settings(self, settings: Settings) -> None:
        """Analyse the next recordings under other settings."""
        self._options = settings.analysis

    def apply_theme(self) -> None:
        """Take the colours of the current theme."""
        self.panel.apply_theme()

    # the queue

    def _take_up(self, unfinished: Sequence[Mapping[str, str]]) -> None:
        """Queue what the last window did not finish."""
        entries = [each for each in unfinished if Path(each["path"]).is_file()]
        for each in entries:
            self.queue.add(Path(each["path"]), each["student_id"], each["exam_id"], each["profile"])
        if entries:
            words = translate("Analysis", "Recordings left from last time: {count}. Start goes on.")
            self._result.setText(words.format(count=len(entries)))

    def add_videos(self, paths: Sequence[Path]) -> None:
        """Queue recordings for the candidate and exam in the form, or under their own name."""
        given = self.form.subjects
        for path in paths:
            student = given.student_id if given.student_id and len(paths) == 1 else path.stem
            entry = self.queue.add(
                path, student[:100].strip(), given.exam_id or NO_EXAM, given.profile
            )
            self._select(entry.id)
        self._start.setFocus()

    @Slot()
    def _ask_for_videos(self) -> None:
        window = self.window()
        window.choose_videos()  # type: ignore[attr-defined]  # the main window owns the file dialog

    def _select(self, entry_id: int) -> None:
        place = self.queue.position(lambda entry: entry.id == entry_id)
        if place is not None:
            self.table.selectRow(place)

    @property
    def chosen(self) -> QueueEntry | None:
        """The entry that is selected in the queue."""
        rows = self.table.selectionModel().selectedRows()
        return self.queue.row_at(rows[0]) if rows else None

    @Slot(QItemSelection, QItemSelection)
    def _selection_changed(self, *_: object) -> None:
        entry = self.chosen
        if entry is not None and entry.state is QueueState.WAITING:
            self.form.show_subject(entry.student_id, entry.exam_id, entry.profile)
        self._refresh_buttons()

    @Slot()
    def _edit_chosen(self) -> None:
        entry, given = self.chosen, self.form.subjects
        if entry is not None and entry.state is QueueState.WAITING:
            self.queue.change(
                entry.id,
                student_id=given.student_id or entry.path.stem,
                exam_id=given.exam_id or NO_EXAM,
                profile=given.profile,
            )

    @Slot()
    def _remove_chosen(self) -> None:
        entry = self.chosen
        if entry is not None:
            self.queue.remove(entry.id)

    @Slot()
    def _queue_changed(self, *_: object) -> None:
        share = self.queue.share()
        self.progressed.emit(share)
        self._progress.setValue(round(1000 * share))
        done = sum(entry.state.is_final for entry in self.queue.rows)
        self._progress_words.setText(
            translate("Analysis", "All recordings: {share:.0%}, done {done} of {all}").format(
                share=share, done=done, all=len(self.queue.rows)
            )
        )
        unfinished = self.queue.unfinished()
        if unfinished != self._unfinished:
            self._unfinished = unfinished
            self._preferences.unfinished = unfinished
        self._refresh_buttons()

    def _refresh_buttons(self) -> None:
        entry = self.chosen
        self._start.setEnabled(self.queue.next_waiting() is not None and not self.runner.is_running)
        self._stop.setEnabled(self.runner.is_running)
        self._remove.setEnabled(entry is not None and entry.state is not QueueState.RUNNING)
        self._review.setEnabled(bool(self._report_to_review()))

    # running

    @Slot()
    def start(self) -> None:
        """Analyse what waits."""
        had_focus = self._start.hasFocus()
        self.runner.start()
        self._refresh_buttons()
        if had_focus and self._stop.isEnabled():  # else Qt gives it to whatever comes next
            self._stop.setFocus()

    def _worker(self, entry: QueueEntry) -> AnalysisWorker:
        request = Request(
            entry.path,
            Subject(entry.student_id, entry.exam_id),
            self._options,
            PROFILES.get(entry.profile),
        )
        return AnalysisWorker(
            self._services.analyses,
            self._services.reports.save,
            request,
            is_watched=self.form.subjects.is_watched,
            live_address=entry.live_address,
        )

    @Slot()
    def _ask_for_camera(self) -> None:
        dialog = LiveDialog(self)
        dialog.given.connect(self.capture)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    @Slot(str)
    def capture(self, address: str) -> None:
        """Capture from a camera or stream as soon as nothing else runs."""
        given = self.form.subjects
        student = given.student_id or translate("Analysis", "candidate")
        exam = given.exam_id or NO_EXAM
        name = unused_path(
            self._captures, f"{student}_{exam}_{datetime.now():%Y-%m-%d_%H-%M-%S}", ".mkv"
        )
        entry = self.queue.add(name, student, exam, given.profile, live_address=address)
        self._select(entry.id)
        self.start()

    @Slot(object)
    def _begun(self, entry: QueueEntry) -> None:
        self._select(entry.id)
        self._result.setText("")
        watched = self.form.subjects.is_watched or entry.is_live
        self.panel.view.set_name(entry.student_id)
        sentence = (
            translate("Analysis", "Opening {name} ...").format(name=entry.path.name)
            if watched
            else translate(
                "Analysis",
                "{name} is analysed with all processor cores, in parts. Dotted parts of the curves "
                "are provisional until everything before them is measured.",
            ).format(name=entry.path.name)
        )
        self.panel.begin(self._options.step, self._options.policy, sentence)
        self.told.emit(translate("Analysis", "Analysing {name}").format(name=entry.path.name))

    @Slot(object)
    def _produced(self, updates: Sequence[Update]) -> None:
        self.panel.take(updates)

    @Slot(int, object)
    def _succeeded(self, entry_id: int, finished: Finished) -> None:
        self.panel.show_outcome(finished.outcome)
        report = finished.report
        entry = self.queue.entry(entry_id)
        sha256 = report.analysis.recording.sha256
        if entry is not None and sha256 is not None:
            self._preferences.remember_recording(sha256, entry.path)
        self._finished_id = report.report_id
        self._result.setText(result_sentence(report))
        self.told.emit(result_sentence(report))
        self._refresh_buttons()
        self._review.setFocus()
        self.report_kept.emit(report.report_id)

    @Slot(int, object)
    def _failed(self, entry_id: int, error: BaseException) -> None:
        entry = self.queue.entry(entry_id)
        name = entry.path.name if entry is not None else ""
        if isinstance(error, AnalysisCancelled):
            sentence = translate("Analysis", "Stopped: {name}").format(name=name)
        else:
            sentence = f"{name}: {said(str(error))}"
            self.trouble.emit(error)
        self._result.setText(sentence)
        self.panel.view.set_sentence(sentence)

    @Slot()
    def _emptied(self) -> None:
        self._refresh_buttons()

    # on to the review

    def _report_to_review(self) -> str:
        entry = self.chosen
        if entry is not None and entry.report_id:
            return entry.report_id
        return self._finished_id

    @Slot()
    def _review_chosen(self) -> None:
        report_id = self._report_to_review()
        if report_id:
            self.review_wanted.emit(report_id)

    @Slot()
    def _activated(self, *_: object) -> None:
        self._review_chosen()

    def close_page(self) -> None:
        """Stop the analysis; what was not finished is in the queue at the next start."""
        self.runner.close()


def result_sentence(report: Report) -> str:
    """What an analysis found, in one sentence."""
    return translate(
        "Analysis", "{student}: {risk} ({score:.2f}), incidents: {count}, measurable: {share:.0%}"
    ).format(
        student=report.student_id,
        risk=class_words(RiskClass(report.risk_classification)),
        score=report.analysis.risk_score,
        count=len(report.analysis.incidents),
        share=report.analysis.coverage.measurable_share,
    )
