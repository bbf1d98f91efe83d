"""Everything that the review of one report needs, read at once; and its pictures, one by one."""

from dataclasses import dataclass
from pathlib import Path

from proctor_desktop.calibration.collector import CalibrationCollector
from proctor_desktop.domain.calibration import AxisBaseline, Baseline, FrameRejection
from proctor_desktop.domain.errors import NotFoundError, SettingsError
from proctor_desktop.domain.report import Report
from proctor_desktop.domain.review import Decision
from proctor_desktop.domain.timeline import Interval, Micros, from_seconds
from proctor_desktop.gui.display.curves import Curve, risk_curve, signal_curves
from proctor_desktop.gui.display.incidents import IncidentRow
from proctor_desktop.gui.review.stills import Key, Still, Stills
from proctor_desktop.gui.services import Services
from proctor_desktop.media.source import SamplingOptions
from proctor_desktop.pipeline import AnalysisOptions, with_changes
from proctor_desktop.services.reading import sampling_of
from proctor_desktop.storage.signal_store import StoredSignals


@dataclass(frozen=True, slots=True, eq=False)
class Opened:
    """A report, its decisions, and what of it is kept on this workstation.

    Attributes:
        signals: None where the measurements are elsewhere.
        curves: by name of the lane.
        calibration_frames: time of each frame of calibration, and why it was not used.
        recording: where it lies, None where it was not found.
    """

    report: Report
    decisions: tuple[Decision, ...]
    signals: StoredSignals | None
    curves: dict[str, Curve]
    calibration_frames: tuple[tuple[Micros, FrameRejection | None], ...] = ()
    recording: Path | None = None

    @property
    def baseline(self) -> Baseline:
        """The candidate's rest as the report has it."""
        return baseline_of(self.report)

    @property
    def duration(self) -> Micros:
        """Length of the recording, never zero."""
        return from_seconds(max(self.report.video_duration_sec, 0.1))

    @property
    def exam_begins(self) -> Micros:
        """When the exam and its calibration begin."""
        return exam_begins(self.report)

    @property
    def read(self) -> SamplingOptions:
        """How its recording is read so that it looks as it was measured."""
        return sampling_of(self.report)


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


def read_opened(services: Services, report_id: str) -> Opened:
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
    recording = services.recordings.recording_of(report_id)
    return Opened(report, decisions, signals, curves, judged_frames(report, signals), recording)


def judged_frames(
    report: Report, signals: StoredSignals | None
) -> tuple[tuple[Micros, FrameRejection | None], ...]:
    """Time of each frame of calibration, and why it was not used; judged again from signals."""
    if signals is None:
        return ()
    options = options_of(report).calibration
    collector = CalibrationCollector(options)
    begin = exam_begins(report)
    end = Micros(begin + from_seconds(options.duration_sec))
    if begin == end:
        return ()
    track = signals.track.between(Interval(begin, end))
    judged = []
    for place in range(len(track)):
        verdict = collector.push(track.sample(place))
        judged.append((Micros(int(track.times[place])), verdict.rejection))
    return tuple(judged)


def exam_begins(report: Report) -> Micros:
    """When the exam of a report begins."""
    exam = report.analysis.exam
    return from_seconds(exam.begins if exam is not None else 0.0)


def options_of(report: Report) -> AnalysisOptions:
    """The options under which a report was made, as far as this version still knows them."""
    options = AnalysisOptions()
    for name, value in report.analysis.provenance.settings.items():
        try:
            options = with_changes(options, {name: value})
        except SettingsError:
            continue
    return options


def read_stills(services: Services, key: Key, row: IncidentRow) -> Stills:
    """The pictures of an incident that are on this workstation, in time order."""
    incident = row.incident
    found = []
    for evidence in incident.evidence:
        try:
            jpeg = services.reports.picture(key[0], evidence.name)
        except NotFoundError:
            continue
        found.append(Still(evidence.time, jpeg, evidence.time < incident.start))
    return Stills(key, tuple(sorted(found, key=lambda still: still.second)), are_read=True)
