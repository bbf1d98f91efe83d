"""The list of reports: what was measured, what became of it, whether the centre has it."""

from PySide6.QtGui import QIcon

from proctor_desktop.domain.report import RiskClass
from proctor_desktop.domain.review import RecordingVerdict, ReviewState
from proctor_desktop.domain.timeline import clock, from_seconds
from proctor_desktop.gui.display import looks
from proctor_desktop.gui.display.gauges import class_words
from proctor_desktop.gui.display.words import review_words, verdict_words
from proctor_desktop.gui.kit import theme
from proctor_desktop.gui.kit.table import Column, TableModel
from proctor_desktop.gui.language.translation import decimal, translate
from proctor_desktop.gui.reports.filters import local
from proctor_desktop.storage.publishing import SyncState
from proctor_desktop.storage.repositories.listing import ReportSummary

RISK_ICONS = {
    None: "mdi6.help-circle-outline",
    RiskClass.CLEAN: "mdi6.check-circle-outline",
    RiskClass.BORDERLINE: "mdi6.circle-half-full",
    RiskClass.SUSPICIOUS: "mdi6.alert-outline",
    RiskClass.HIGH_RISK: "mdi6.alert-octagon-outline",
}
REVIEW_ORDER = (ReviewState.DISPUTED, ReviewState.OPEN, ReviewState.DONE, ReviewState.NOTHING)

VERDICT_ORDER = (None, *RecordingVerdict)


def sync_words(state: SyncState) -> tuple[str, str]:
    """Where a report stands between here and the centre: in short, and explained."""
    return {
        SyncState.PENDING: (
            translate("Sync", "only here"),
            translate("Sync", "Kept on this workstation; sent as soon as the centre's server "
                      "answers."),
        ),
        SyncState.SENT: (
            translate("Sync", "at the centre"),
            translate("Sync", "The centre's server has it."),
        ),
        SyncState.PARKED: (
            translate("Sync", "refused"),
            translate("Sync", "The centre's server refused it. It is safe here; the reason is in "
                      "the log and has to be looked at."),
        ),
        SyncState.CONFLICT: (
            translate("Sync", "conflict"),
            translate("Sync", "The centre has another report under this id. Neither was "
                      "overwritten."),
        ),
        SyncState.RECEIVED: (
            translate("Sync", "from the centre"),
            translate("Sync", "Analysed on another workstation and received from the centre."),
        ),
    }[state]  # fmt: skip


def report_columns() -> tuple[Column[ReportSummary], ...]:
    """Columns of the list of reports."""
    return (*_subject_columns(), *_risk_columns(), *_recording_columns())


def _subject_columns() -> tuple[Column[ReportSummary], ...]:
    return (
        Column(
            translate("Reports", "Candidate"),
            lambda row: row.student_id,
            lambda row: row.student_id.casefold(),
        ),
        Column(
            translate("Reports", "Exam"),
            lambda row: row.exam_id,
            lambda row: row.exam_id.casefold(),
        ),
    )


def _risk_columns() -> tuple[Column[ReportSummary], ...]:
    return (
        Column(
            translate("Reports", "Measured risk"),
            lambda row: _risk_text(row, row.risk_classification, 1 - row.confidence_score),
            lambda row: 1 - row.confidence_score,
            icon=lambda row: _risk_icon(row, row.risk_classification),
        ),
        Column(
            translate("Reports", "Reviewed risk"),
            lambda row: (
                "" if row.reviewed_class is None
                else _risk_text(row, row.reviewed_class, row.reviewed_risk or 0.0)
            ),
            lambda row: -1.0 if row.reviewed_risk is None else row.reviewed_risk,
            hint=lambda row: translate("Reports", "The risk without what was dismissed"),
            icon=lambda row: (
                None if row.reviewed_class is None else _risk_icon(row, row.reviewed_class)
            ),
        ),
        Column(
            translate("Reports", "Review"),
            review_text,
            lambda row: (REVIEW_ORDER.index(row.review), -row.unjudged),
        ),
        Column(
            translate("Reports", "Verdict"),
            lambda row: verdict_words(row.verdict),
            lambda row: VERDICT_ORDER.index(row.verdict),
        ),
    )  # fmt: skip


def _recording_columns() -> tuple[Column[ReportSummary], ...]:
    return (
        Column(
            translate("Reports", "Lasts"),
            lambda row: clock(from_seconds(row.video_duration_sec)).split(".")[0],
            lambda row: row.video_duration_sec,
            is_number=True,
        ),
        Column(
            translate("Reports", "Analysed"),
            lambda row: f"{local(row.created_at):%Y-%m-%d %H:%M}",
            lambda row: row.created_at,
        ),
        Column(
            translate("Reports", "Centre"),
            lambda row: sync_words(row.sync)[0],
            lambda row: row.sync.value,
            hint=lambda row: sync_words(row.sync)[1],
        ),
        Column(
            translate("Reports", "Recording"),
            lambda row: row.source_name,
            lambda row: row.source_name.casefold(),
        ),
    )


def _said(row: ReportSummary, risk_class: str) -> RiskClass | None:
    return None if row.is_little else RiskClass(risk_class)


def _risk_text(row: ReportSummary, risk_class: str, risk: float) -> str:
    return f"{class_words(_said(row, risk_class))} {decimal(risk)}"


def _risk_icon(row: ReportSummary, risk_class: str) -> QIcon:
    found = _said(row, risk_class)
    return theme.icon(RISK_ICONS[found], looks.class_color(found))


def review_text(row: ReportSummary) -> str:
    """What a review came to so far: how many were confirmed and dismissed, how many are open."""
    if row.review is ReviewState.NOTHING:
        return review_words(row.review)
    counts = (
        (row.confirmed, translate("Reports", "{count} confirmed")),
        (row.dismissed, translate("Reports", "{count} dismissed")),
        (row.unjudged, translate("Reports", "{count} to decide")),
    )
    return ", ".join(words.format(count=count) for count, words in counts if count)


class ReportModel(TableModel[ReportSummary]):
    """Reports, newest first until a person sorts them."""

    def __init__(self) -> None:
        super().__init__(report_columns())

    @property
    def everything(self) -> tuple[ReportSummary, ...]:
        """All rows, those that the filter hides too."""
        return self._all
