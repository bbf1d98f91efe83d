"""Which reports a person wants to see, as one value."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from enum import Enum

from proctor_desktop.domain.review import RecordingVerdict
from proctor_desktop.storage.repositories.listing import ReportSummary


class Span(Enum):
    """Days of analysis, counted back from today; the value is the number of days."""

    TODAY = 1
    WEEK = 7
    MONTH = 30


NO_VERDICT = "none"
"""Stands for recordings without a verdict among the values of `RecordingVerdict`."""


def local(moment: datetime) -> datetime:
    """A stored time on this computer's clock."""
    return (moment if moment.tzinfo else moment.replace(tzinfo=timezone.utc)).astimezone()


TOO_LITTLE = "TOO_LITTLE"
"""Stands for reports that say no class."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Empty fields let everything pass.

    Attributes:
        words: each must be in candidate, exam or name of the recording.
        exam: exactly.
        risk: value of a `RiskClass`, the measured one, or `TOO_LITTLE`.
        review: value of a `ReviewState`.
        verdict: value of a `RecordingVerdict`, or `NO_VERDICT`.
        since: first day of analysis.
    """

    words: tuple[str, ...] = ()
    exam: str = ""
    risk: str = ""
    review: str = ""
    verdict: str = ""
    since: date | None = None

    @property
    def is_everything(self) -> bool:
        """Whether nothing is hidden."""
        return self == Wanted()

    def passes(self, row: ReportSummary) -> bool:
        """Whether a report is one of them."""
        text = f"{row.student_id} {row.exam_id} {row.source_name}".casefold()
        return (
            all(word in text for word in self.words)
            and self.exam in ("", row.exam_id)
            and self.risk in ("", _risk(row))
            and self.review in ("", row.review.value)
            and self.verdict in ("", _verdict(row.verdict))
            and (self.since is None or local(row.created_at).date() >= self.since)
        )


def _risk(row: ReportSummary) -> str:
    return TOO_LITTLE if row.is_little else row.risk_classification


def _verdict(verdict: RecordingVerdict | None) -> str:
    return NO_VERDICT if verdict is None else verdict.value


def first_day(span: Span | None, today: Callable[[], date] = date.today) -> date | None:
    """The first day of a span that ends today; None for any day."""
    return None if span is None else today() - timedelta(days=span.value - 1)
