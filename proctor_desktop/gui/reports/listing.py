"""The list of reports, with how far each is reviewed and whether the centre has it."""

from datetime import datetime, timezone

from proctor_desktop.domain.report import RiskClass
from proctor_desktop.domain.review import ReviewState
from proctor_desktop.domain.timeline import clock, from_seconds
from proctor_desktop.gui.display import looks
from proctor_desktop.gui.display.gauges import class_words
from proctor_desktop.gui.display.words import review_words
from proctor_desktop.gui.kit import theme
from proctor_desktop.gui.kit.table import Column, TableModel
from proctor_desktop.gui.language.translation import translate
from proctor_desktop.storage.publishing import SyncState
from proctor_desktop.storage.repositories.listing import ReportSummary

RISK_ICONS = {
    RiskClass.CLEAN: "mdi6.check-circle-outline",
    RiskClass.BORDERLINE: "mdi6.circle-half-full",
    RiskClass.SUSPICIOUS: "mdi6.alert-outline",
    RiskClass.HIGH_RISK: "mdi6.alert-octagon-outline",
}
REVIEW_ORDER = (ReviewState.DISPUTED, ReviewState.OPEN, ReviewState.DONE, ReviewState.NOTHING)


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


def session_columns() -> tuple[Column[ReportSummary], ...]:
    """Columns of the list of sessions."""
    return (
        Column(
            translate("Sessions", "Candidate"),
            lambda row: row.student_id,
            lambda row: row.student_id.casefold(),
        ),
        Column(
            translate("Sessions", "Exam"),
            lambda row: row.exam_id,
            lambda row: row.exam_id.casefold(),
        ),
        Column(
            translate("Sessions", "Risk"),
            lambda row: (
                f"{class_words(RiskClass(row.risk_classification))} {1 - row.confidence_score:.2f}"
            ),
            lambda row: 1 - row.confidence_score,
            icon=lambda row: theme.icon(
                RISK_ICONS[RiskClass(row.risk_classification)],
                looks.CLASS_COLORS[RiskClass(row.risk_classification)],
            ),
        ),
        Column(
            translate("Sessions", "Review"),
            _review_text,
            lambda row: (REVIEW_ORDER.index(row.review), -row.unjudged),
        ),
        *_recording_columns(),
    )


def _recording_columns() -> tuple[Column[ReportSummary], ...]:
    return (
        Column(
            translate("Sessions", "Lasts"),
            lambda row: clock(from_seconds(row.video_duration_sec)).split(".")[0],
            lambda row: row.video_duration_sec,
            is_number=True,
        ),
        Column(
            translate("Sessions", "Analysed"),
            lambda row: f"{_local(row):%Y-%m-%d %H:%M}",
            lambda row: row.created_at,
        ),
        Column(
            translate("Sessions", "Centre"),
            lambda row: sync_words(row.sync)[0],
            lambda row: row.sync.value,
            hint=lambda row: sync_words(row.sync)[1],
        ),
        Column(
            translate("Sessions", "Recording"),
            lambda row: row.source_name,
            lambda row: row.source_name.casefold(),
        ),
    )


def _local(row: ReportSummary) -> datetime:
    made = row.created_at
    return (made if made.tzinfo else made.replace(tzinfo=timezone.utc)).astimezone()


def _review_text(row: ReportSummary) -> str:
    words = review_words(row.review)
    if row.review in (ReviewState.OPEN, ReviewState.DISPUTED):
        return f"{words}: {row.unjudged}/{row.incidents}"
    return words


class SessionModel(TableModel[ReportSummary]):
    """Reports, newest first until a person sorts them."""

    def __init__(self) -> None:
        super().__init__(session_columns())

    @property
    def everything(self) -> tuple[ReportSummary, ...]:
        """All rows, those that the filter hides too."""
        return self._all
