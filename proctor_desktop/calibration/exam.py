"""When the exam begins and ends within a recording; only what lies inside is charged.

Before it an identity card is held up, a helper sets the seat up, the chair is empty; after it
people stand up. The times are given, or the exam begins when somebody first sits in a chair that
was empty at the start.
"""

from dataclasses import dataclass
from typing import Annotated

import numpy as np
from annotated_types import Ge, Le
from typing_extensions import Doc

from proctor_desktop.domain.signals import Channel, SignalTrack
from proctor_desktop.domain.timeline import Interval, Micros, from_seconds

LATEST_SEATED = from_seconds(120.0)
"""Who comes later than this is absent until then."""


@dataclass(frozen=True, slots=True)
class ExamOptions:
    """When the exam begins and ends within the recording."""

    begins_sec: Annotated[
        float,
        Ge(0),
        Le(86_400),
        Doc(
            "Second of the recording at which the exam and its calibration begin; 0: at the start, "
            "or when somebody first sits in a chair that is empty then."
        ),
    ] = 0.0
    ends_sec: Annotated[
        float,
        Ge(0),
        Le(86_400),
        Doc("Second of the recording at which the exam ends; 0: with the recording."),
    ] = 0.0


def exam_of(track: SignalTrack, duration: Micros, options: ExamOptions) -> Interval:
    """From the beginning of the exam to its end, within a recording that lasts ``duration``."""
    last = max(Micros(1), track.end, duration)
    given = from_seconds(options.ends_sec) if options.ends_sec > options.begins_sec else last
    end = max(Micros(1), min(given, last))
    begin = from_seconds(options.begins_sec) if options.begins_sec > 0 else _seated(track)
    return Interval(min(begin, Micros(end - 1)), end)


def _seated(track: SignalTrack) -> Micros:
    """When somebody first sits in a chair that was empty from the first picture on; 0 otherwise."""
    presence = track.column(Channel.PRESENCE)
    if not len(presence) or not presence[0] <= 0:
        return Micros(0)
    seen = np.flatnonzero(presence > 0)
    if not len(seen) or track.times[seen[0]] > LATEST_SEATED:
        return Micros(0)
    return Micros(int(track.times[seen[0]]))
