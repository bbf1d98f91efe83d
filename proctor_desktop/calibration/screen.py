"""Where the candidate looks while at work; gaze counts from the middle of it.

A steady window of calibration may be a stare into the camera, from which the far edge of the screen
is 20 to 35 degrees away. So the eyes' resting posture is the middle between the ends of where this
person looks: in calibration, in which everybody is asked to look at their screen, nearly all of it;
in the whole recording the third in the middle, which looks aside for a third of the time cannot
move. Neither reaches further from the steady window than half of a screen.
"""

from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from proctor_desktop.domain.calibration import AxisBaseline, Baseline
from proctor_desktop.domain.signals import Channel, SignalTrack
from proctor_desktop.domain.timeline import Micros

REACH = {
    Channel.GAZE_HORIZONTAL: float(np.radians(18.0)),
    Channel.GAZE_VERTICAL: float(np.radians(15.0)),
}
"""Half of a laptop's screen, seen from half a metre, in radians."""

NEAR_DEG = 10.0
"""Only looks with the head this near to its resting posture say where the screen is."""

LEAST_LOOKS = 24
"""Fewer measured frames than this have no ends."""

_IN_CALIBRATION, _IN_EXAM = (10, 90), (33, 67)
"""Percentiles between which somebody looks at the screen."""


def centred_on_work(baseline: Baseline, track: SignalTrack, until: Micros) -> Baseline:
    """The baseline with the eyes' centre in the middle of where this person looks, and their reach.

    Args:
        baseline: of a successful calibration.
        track: the whole recording.
        until: end of calibration.
    """
    near = _near(track, baseline)
    early = near & (track.times < until)

    def centred(axis: AxisBaseline, channel: Channel) -> AxisBaseline:
        looks = track.column(channel)
        ends = [*_ends(looks[early], _IN_CALIBRATION), *_ends(looks[near], _IN_EXAM), axis.center]
        low = max(min(ends), axis.center - REACH[channel])
        high = min(max(ends), axis.center + REACH[channel])
        return AxisBaseline((low + high) / 2, axis.variance, (high - low) / 2)

    return replace(
        baseline,
        eye_horizontal=centred(baseline.eye_horizontal, Channel.GAZE_HORIZONTAL),
        eye_vertical=centred(baseline.eye_vertical, Channel.GAZE_VERTICAL),
    )


def _near(track: SignalTrack, baseline: Baseline) -> NDArray[np.bool_]:
    near = np.isfinite(track.column(Channel.GAZE_HORIZONTAL))
    for channel, axis in ((Channel.YAW, baseline.yaw), (Channel.PITCH, baseline.pitch)):
        near &= np.abs(track.column(channel) - axis.center) < NEAR_DEG
    return np.asarray(near, np.bool_)


def _ends(looks: NDArray[np.floating[Any]], shares: tuple[int, int]) -> list[float]:
    if len(looks) < LEAST_LOOKS:
        return []
    return [float(end) for end in np.percentile(looks.astype(np.float64), shares)]
