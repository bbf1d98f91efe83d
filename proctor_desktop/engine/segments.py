"""Where a recording is cut, so that its parts can be measured side by side."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from proctor_desktop.domain.recording import StreamFacts
from proctor_desktop.domain.timeline import Interval, Micros, from_seconds
from proctor_desktop.landmarks.people import LOOK_PERIOD
from proctor_desktop.media.video_file import VideoFile
from proctor_desktop.pipeline import AnalysisOptions

SETTLING = from_seconds(2)
"""Measured before each segment and thrown away: what the tracker remembers reaches back a second,
after it came to the region that a tracker running since the start has (13 pictures at most on real
clips). Whether it did is checked when the parts are joined."""

_LONGEST_SEC = 80.0
_SHORTEST_SEC = 25.0
_ROUNDS = 4
_END = Micros(2**62)


@dataclass(frozen=True, slots=True)
class Plan:
    """What is known of a recording before it is measured.

    Attributes:
        facts: without the digest, which is computed elsewhere.
        end: when the last picture ends, about.
        cuts: when the second and later segments begin.
    """

    facts: StreamFacts
    end: Micros
    cuts: tuple[Micros, ...]

    @property
    def spans(self) -> list[Interval | None]:
        """The segments in time order; a single None where there is only one.

        The last one is open, because a file may hold more than it declares.
        """
        if not self.cuts:
            return [None]
        return [Interval(a, b) for a, b in pairwise([Micros(0), *self.cuts, _END])]


def plan(
    path: Path,
    options: AnalysisOptions,
    jobs: int,
    tell: Callable[[Micros], None] = lambda _: None,
) -> Plan:
    """Cut a recording for this number of workers; ``tell`` hears how far reading has come.

    Raises:
        SourceError: it cannot be used.
    """
    with VideoFile(path, options.sampling, options.limits, sha256="") as video:
        declared = video.facts.declared_sec
        end = from_seconds(declared) if declared else video.last_time(tell)
        wanted = cuts(end, jobs) if video.is_seekable else []
        keys = video.key_frames_before([Micros(cut - SETTLING) for cut in wanted], tell)
        return Plan(video.facts, end, tuple(onsets(keys)))


def cuts(end: Micros, jobs: int) -> list[Micros]:
    """Equally spaced cuts: one segment for each worker, or several of about a minute each.

    Longer segments waste less on settling, shorter ones keep all workers busy to the end.
    """
    length = min(max(end / 1e6 / jobs / _ROUNDS, _SHORTEST_SEC), _LONGEST_SEC)
    parts = jobs * max(1, round(end / 1e6 / (length * jobs)))
    parts = min(parts, max(1, int(end / 1e6 / (_SHORTEST_SEC / 2))))
    return [Micros(end * part // parts) for part in range(1, parts)]


def onsets(keys: Sequence[Micros]) -> list[Micros]:
    """Beginnings of segments: the first looks of the people detector after each key frame settled.

    So nothing is decoded in vain from the key frame on, and looks fall on the same pictures in
    every cutting.
    """
    found = {Micros(math.ceil((key + SETTLING) / LOOK_PERIOD) * LOOK_PERIOD) for key in keys if key}
    return sorted(found)
