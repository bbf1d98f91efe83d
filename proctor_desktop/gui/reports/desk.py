"""What can be done with reports of the list, without a widget: each deed in the background."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from proctor_desktop.domain.report import Subject
from proctor_desktop.domain.review import RecordingVerdict
from proctor_desktop.gui.kit.background import Background
from proctor_desktop.gui.language.translation import translate
from proctor_desktop.gui.services import Services
from proctor_desktop.services.bin import BinEntry
from proctor_desktop.storage.repositories.listing import ReportSummary

PAGE = 200
MOST_ROWS = 10_000

Verdicts = dict[str, RecordingVerdict | None]
Subjects = dict[str, Subject]
Listed = tuple[list[ReportSummary], list[BinEntry]]


class ReportDesk(QObject):
    """Reads the list and changes what stands in it.

    Signals:
        listed: carries the reports and the entries of the bin, after every change.
        done: carries a sentence, and what takes the deed back, None where nothing does.
    """

    listed = Signal(object, object)
    done = Signal(str, object)

    def __init__(
        self, services: Services, background: Background, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._background = background

    def refresh(self) -> None:
        """Read everything anew."""
        self._background.run(partial(read_everything, self._services), self._tell)

    def _tell(self, listed: Listed) -> None:
        self.listed.emit(*listed)

    def _run(self, work: Callable[[], str], back: Callable[[], None] | None = None) -> None:
        self._background.run(work, partial(self._finished, back), self._failed)

    def _finished(self, back: Callable[[], None] | None, sentence: str) -> None:
        self.refresh()
        self.done.emit(sentence, back)

    def _failed(self, error: BaseException) -> None:
        """Some may have been changed before one failed."""
        self.refresh()
        self._background.failed.emit(error)

    def delete(self, report_ids: Sequence[str], reason: str, actor: str, *, days: int) -> None:
        """Put reports into the bin for some days; with 0 days they are erased."""
        work = partial(_delete, self._services, report_ids, reason, actor, days)
        self._run(work, partial(self.restore, report_ids, actor) if days else None)

    def restore(self, report_ids: Sequence[str], actor: str) -> None:
        """Take reports out of the bin."""
        self._run(partial(_restore, self._services, report_ids, actor))

    def erase(self, report_ids: Sequence[str], reason: str, actor: str) -> None:
        """Erase reports for good, before their time in the bin is over."""
        self._run(partial(_erase, self._services, report_ids, reason, actor))

    def judge(self, verdicts: Verdicts, before: Verdicts, reviewer: str) -> None:
        """Give each recording its verdict; ``before`` is what taking it back gives again."""
        work = partial(_judge, self._services, verdicts, reviewer)
        self._run(work, partial(self.judge, before, verdicts, reviewer))

    def reassign(self, subjects: Subjects, reason: str, actor: str) -> None:
        """Give each report another candidate or exam."""
        self._run(partial(_reassign, self._services, subjects, reason, actor))


def read_everything(services: Services) -> Listed:
    """Every report, newest first, and what is in the bin."""
    rows: list[ReportSummary] = []
    while len(rows) < MOST_ROWS:
        page = services.reports.page(skip=len(rows), limit=PAGE)
        rows += page.rows
        if not page.rows or len(rows) >= page.total:
            break
    return rows, services.bin.entries()


def _delete(
    services: Services, report_ids: Sequence[str], reason: str, actor: str, days: int
) -> str:
    for report_id in report_ids:
        services.reports.delete(report_id, reason=reason, actor=actor)
    if not days:
        return translate("Reports", "Reports erased: {count}.").format(count=len(report_ids))
    return translate("Reports", "Reports put into the bin for {days} days: {count}.").format(
        days=days, count=len(report_ids)
    )


def _restore(services: Services, report_ids: Sequence[str], actor: str) -> str:
    for report_id in report_ids:
        services.bin.restore(report_id, actor=actor)
    return translate("Reports", "Reports restored: {count}.").format(count=len(report_ids))


def _erase(services: Services, report_ids: Sequence[str], reason: str, actor: str) -> str:
    for report_id in report_ids:
        services.reports.erase(report_id, reason=reason, actor=actor)
    return translate("Reports", "Reports erased: {count}.").format(count=len(report_ids))


def _judge(services: Services, verdicts: Verdicts, reviewer: str) -> str:
    for report_id, verdict in verdicts.items():
        services.reviews.give_verdict(report_id, verdict, reviewer=reviewer)
    return translate("Reports", "Verdicts written down: {count}.").format(count=len(verdicts))


def _reassign(services: Services, subjects: Subjects, reason: str, actor: str) -> str:
    for report_id, subject in subjects.items():
        services.reports.reassign(report_id, subject, reason=reason, actor=actor)
    return translate("Reports", "Reports given another candidate or exam: {count}.").format(
        count=len(subjects)
    )
