"""Everything that the review of one report needs, read at once."""

from collections.abc import Sequence
from dataclasses import dataclass

from proctor_desktop.calibration.collector import CalibrationCollector
from proctor_desktop.domain.calibration import AxisBaseline, Baseline, FrameRejection
from proctor_desktop.domain.errors import NotFoundError, SettingsError
from proctor_desktop.domain.report import IncidentRecord, Report
from proctor_desktop.domain.review import Decision
from proctor_desktop.domain.timeline import Micros, from_seconds
from proctor_desktop.gui.display.curves import Curve, risk_curve, signal_curves
from proctor_desktop.gui.services import Services
from proctor_desktop.pipeline import AnalysisOptions, with_changes
from proctor_desktop.storage.signal_store import StoredSignals


@dataclass(frozen=True, slots=True, eq=False)
class Session:
    """A report, its decisions, and its signals where they are on this workstation."""

    report: Report
    decisions: tuple[Decision, ...]
    signals: StoredSignals | None
    curves: dict[str, Curve]
    calibration_frames: tuple[tuple[Micros, FrameRejection | None], ...] = ()

    @property
    def baseline(self) -> Baseline:
        """The candidate's rest as the report has it."""
        return baseline_of(self.report)


def baseline_of(report: Report) -> Baseline:
    """The resting posture of a report."""
    metrics = report.baseline_metrics
    half = metrics.eye_variance / 2
    return Baseline(
        yaw=AxisBaseline(metrics.yaw_mean, metrics.yaw_variance),
        pitch=AxisBaseline(metrics.pitch_mean, metrics.pitch_variance),
        roll=AxisBaseline(metrics.roll_mean, metrics.roll_variance),
        eye_horizontal=AxisBaseline(metrics.eye_horizontal_mean, half),
        eye_vertical=AxisBaseline(metrics.eye_vertical_mean, half),
    )


def load_session(services: Services, report_id: str) -> Session:
    """Read a report with all that belongs to it.

    Raises:
        StorageError: it is not there, or not what was saved.
    """
    report = services.reports.get(report_id)
    decisions = tuple(services.reviews.decisions(report_id))
    try:
        signals = services.reports.signals(report_id)
    except NotFoundError:
        signals = None
    curves = {} if signals is None else signal_curves(signals.track, baseline_of(report))
    ends = {incident.id: incident.end for incident in report.analysis.incidents}
    curves["risk"] = risk_curve(report.analysis.contributions, ends, report.video_duration_sec)
    return Session(report, decisions, signals, curves, judged_frames(report, signals))


def judged_frames(
    report: Report, signals: StoredSignals | None
) -> tuple[tuple[Micros, FrameRejection | None], ...]:
    """Time of each frame of calibration, and why it was not used; judged again from signals."""
    if signals is None:
        return ()
    options = options_of(report).calibration
    collector = CalibrationCollector(options)
    end = from_seconds(options.duration_sec)
    track = signals.track
    judged = []
    for place in range(int(track.times.searchsorted(end))):
        verdict = collector.push(track.sample(place))
        judged.append((Micros(int(track.times[place])), verdict.rejection))
    return tuple(judged)


def options_of(report: Report) -> AnalysisOptions:
    """The options under which a report was made, as far as this version still knows them."""
    options = AnalysisOptions()
    for name, value in report.analysis.provenance.settings.items():
        try:
            options = with_changes(options, {name: value})
        except SettingsError:
            continue
    return options


def load_pictures(
    services: Services, report_id: str, incident: IncidentRecord
) -> Sequence[tuple[float, bytes]]:
    """Times in seconds and JPEG bytes of an incident's pictures that are on this workstation."""
    found = []
    for evidence in incident.evidence:
        try:
            found.append((evidence.time, services.reports.picture(report_id, evidence.name)))
        except NotFoundError:
            continue
    return found
