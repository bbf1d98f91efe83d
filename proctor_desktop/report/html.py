"""The report as one HTML file: no script, nothing loaded from elsewhere, pictures inside."""

import base64
import math
from collections.abc import Mapping
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from proctor_desktop.domain.report import Report
from proctor_desktop.domain.signals import SignalTrack
from proctor_desktop.paths import resource
from proctor_desktop.report import overview, reviewing, timeline, wording
from proctor_desktop.report.coverage import missing_sentence
from proctor_desktop.report.newer import warnings_of
from proctor_desktop.report.reviewing import Reviewed

TEMPLATE = "report.html.jinja"


def render(
    report: Report,
    track: SignalTrack | None = None,
    pictures: Mapping[str, bytes] | None = None,
    review: Reviewed | None = None,
) -> str:
    """The report as the text of a self-contained HTML file.

    Args:
        report: what is shown.
        track: the signals that the report was made of; without them there are no timelines.
        pictures: JPEG bytes by the name that the report's evidence carries; a picture that is not
            there is said to be missing.
        review: what people decided, None where nobody did.
    """
    template = _environment().get_template(TEMPLATE)
    images = {name: _data_uri(jpeg) for name, jpeg in (pictures or {}).items()}
    return template.render(
        report=report,
        analysis=report.analysis,
        drawing=timeline.draw(report, track) if track is not None and len(track) else None,
        head=overview.summarise(report),
        images=images,
        review=review,
        reviewing=reviewing,
        standing=reviewing.standing_sentence(report, review),
        severity_meaning=overview.SEVERITY_MEANING,
        limits=overview.LIMITS_OF_THE_REPORT,
        outside_title=overview.OUTSIDE_TITLE,
        outside_meaning=overview.OUTSIDE_MEANING,
        caption=overview.picture_caption,
        warnings=warnings_of(report),
        resting_place=wording.resting_place(report.calibration_status),
        calibration_sentence=wording.calibration_sentence(report.analysis.calibration),
        floor_sentence=wording.floor_sentence(report.analysis.calibration),
        alerts={alert.id: alert for alert in report.alert_details},
        math=math,
        wording=wording,
        timeline=timeline,
    )


def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(resource(f"templates/{TEMPLATE}").parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(_FILTERS)
    return environment


def _data_uri(jpeg: bytes) -> str:
    return "data:image/jpeg;base64," + base64.b64encode(jpeg).decode("ascii")


_FILTERS: dict[str, Any] = {
    "clock": overview.clock_seconds,
    "lasting": overview.lasting,
    "percent": wording.percent,
    "missing": missing_sentence,
    "outside": overview.outside_sentence,
}
