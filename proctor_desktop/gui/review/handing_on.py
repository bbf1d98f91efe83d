"""What leaves Review: files of the report, and the reasons behind its numbers."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from proctor_desktop.domain.report import Report
from proctor_desktop.gui.choosing import Chooser
from proctor_desktop.gui.display.why import WhyDialog, risk_paragraphs
from proctor_desktop.gui.export import FORMATS, export_report
from proctor_desktop.gui.kit.background import Background
from proctor_desktop.gui.language.sentences import said
from proctor_desktop.gui.language.translation import translate
from proctor_desktop.gui.preferences import Preferences
from proctor_desktop.gui.review.legend import LegendDialog
from proctor_desktop.gui.review.reviewing import Reviewing
from proctor_desktop.gui.review.still_dialog import StillDialog
from proctor_desktop.gui.review.stills import Key, Still
from proctor_desktop.gui.services import Services
from proctor_desktop.report.newer import warnings_of
from proctor_desktop.scoring.policy import class_limits


class HandingOn(QObject):
    """One method for each thing to write or to say.

    Signals:
        told: a sentence for the status line.
    """

    told = Signal(str)

    def __init__(
        self,
        parent: QWidget,
        reviewing: Reviewing,
        services: Services,
        preferences: Preferences,
        background: Background,
    ) -> None:
        super().__init__(parent)
        self._parent = parent
        self._chooser = Chooser(parent, preferences, "exports")
        self._reviewing = reviewing
        self._services = services
        self._background = background

    @property
    def _report(self) -> Report | None:
        opened = self._reviewing.desk.opened
        return opened.report if opened is not None else None

    @Slot()
    def export(self) -> None:
        """Ask for a file name; its ending decides the format."""
        report = self._report
        if report is None:
            return
        patterns = ";;".join(f"{suffix[1:].upper()} (*{suffix})" for suffix in FORMATS)
        path, chosen = self._chooser.new_file(
            translate("Review", "Export the report"),
            f"{report.student_id}_{report.exam_id}",
            ".pdf",
            patterns,
        )
        if path is not None:
            if path.suffix.lower() not in FORMATS:
                path = path.with_name(path.name + f".{chosen.split(' ')[0].lower()}")
            self.export_to(path)

    def export_to(self, path: Path) -> None:
        """Write the report; the ending of ``path`` decides the format."""
        report = self._report
        if report is not None:
            self._background.run(
                partial(export_report, self._services, report.report_id, path),
                partial(self._exported, path),
            )

    def _exported(self, path: Path, _: object) -> None:
        self.told.emit(translate("Review", "Written: {path}").format(path=path))

    @Slot()
    def clip(self) -> None:
        """Ask for a file name, and write the incident on the desk into it as MP4."""
        desk, report = self._reviewing.desk, self._report
        if report is None or not desk.chosen:
            self.told.emit(translate("Review", "Choose the incident of which a clip is wanted."))
            return
        path, _ = self._chooser.new_file(
            translate("Review", "Clip of the incident"),
            f"{report.student_id}_{desk.chosen}",
            ".mp4",
            "MP4 (*.mp4)",
        )
        if path is not None:
            self.clip_to(desk.key, path.with_suffix(".mp4"))

    def clip_to(self, key: Key, path: Path) -> None:
        """Write an incident, from a second before to a second after it."""
        self.told.emit(translate("Review", "Writing {path} ...").format(path=path))
        self._background.run(
            partial(_write_clip, self._services, key, path), partial(self._exported, path)
        )

    @Slot()
    def show_legend(self) -> None:
        """Say what colours and patterns mean."""
        LegendDialog(self._parent).show()

    @Slot(object)
    def enlarge(self, still: Still) -> None:
        """Show a picture of the incident on the desk as large as it goes."""
        report, row = self._report, self._reviewing.desk.row
        if report is not None and row is not None:
            StillDialog(still, f"{report.student_id}, {row.incident.id}", self._parent).open()

    @Slot()
    def explain_risk(self) -> None:
        """Say what the risk is made of."""
        report = self._report
        if report is not None:
            analysis = report.analysis
            limits = class_limits(analysis.provenance.settings)
            paragraphs = risk_paragraphs(analysis.class_reason, analysis.contributions, limits)
            WhyDialog(translate("Review", "Why this risk"), paragraphs, self._parent).open()

    @Slot()
    def explain_coverage(self) -> None:
        """Say what could be measured, and what not."""
        report = self._report
        if report is not None:
            coverage = report.analysis.coverage
            sentences = [coverage.sentence, *(each.sentence for each in coverage.technical_events)]
            title = translate("Review", "Why this coverage")
            WhyDialog(title, [said(each) for each in sentences], self._parent).open()

    @Slot()
    def show_notices(self) -> None:
        """Say what to know before the numbers are believed."""
        report = self._report
        if report is not None:
            sentences = [said(each) for each in warnings_of(report)]
            title = translate("Review", "Before you believe the numbers")
            WhyDialog(title, sentences, self._parent).open()


def _write_clip(services: Services, key: Key, path: Path) -> None:
    path.unlink(missing_ok=True)  # the dialog has asked
    services.clips.of_incident(*key, path)
