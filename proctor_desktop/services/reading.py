"""How the recording of a report is read again so that it looks as it was measured."""

from dataclasses import replace

from proctor_desktop.domain.report import Report
from proctor_desktop.media.source import SamplingOptions


def sampling_of(report: Report) -> SamplingOptions:
    """The turn and the picture track of the analysis, sizes and rate as delivered.

    What a live source shows is turned before it is recorded, so that its recording stands upright:
    a turn that the report's recording does not name is not asked for again.
    """
    settings = report.analysis.provenance.settings
    turn, track = settings.get("sampling.rotate"), settings.get("sampling.track")
    rotate = turn if isinstance(turn, int) else 0
    is_stored_so = rotate % 360 == report.analysis.recording.rotation
    return replace(
        SamplingOptions(),
        rotate=rotate if is_stored_so else 0,
        track=track if isinstance(track, int) else 0,
    )
