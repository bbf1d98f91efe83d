"""Where a recording is cut, so that its parts can be measured side by side."""

import math
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from heapq import heapreplace
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
_SKIMMING = 0.4
"""What decoding alone costs, as a share of decoding and measuring (720p30 H.264: 0.39)."""

_BALANCE_STEP = from_seconds(0.1)
_LONGEST_LEAD_IN = from_seconds(30)
"""A worker that decodes in vain for longer is silent for too long."""

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
        return Plan(video.facts, end, tuple(onsets(keys, end, jobs)))


def cuts(end: Micros, jobs: int) -> list[Micros]:
    """Equally spaced cuts: one segment for each worker, or several of about a minute each.

    Longer segments waste less on settling, shorter ones keep all workers busy to the end.
    """
    length = min(max(end / 1e6 / jobs / _ROUNDS, _SHORTEST_SEC), _LONGEST_SEC)
    parts = jobs * max(1, round(end / 1e6 / (length * jobs)))
    parts = min(parts, max(1, int(end / 1e6 / (_SHORTEST_SEC / 2))))
    return [Micros(end * part // parts) for part in range(1, parts)]


def onsets(keys: Sequence[Micros], end: Micros, jobs: int) -> list[Micros]:
    """Beginnings of the second and later segments.

    All but the last round begin two seconds after a key frame, with the first look of the people
    detector, so that nothing is decoded in vain and looks fall on the same pictures in every
    cutting. In the last round whoever has nothing left to do waits for the others; there it costs
    less to decode some pictures after a key frame in vain, and to end at the same time.

    Args:
        keys: for each equally spaced cut, the key frame before it settled.
        end: of the recording.
        jobs: workers, equally fast.
    """
    inner = min(jobs - 1, len(keys))
    early = {_look_at(key + SETTLING) for key in keys[: len(keys) - inner] if key}
    begun = [Micros(0), *sorted(early)]
    return [*begun[1:], *_last_round(begun, keys, end, jobs)[:inner]]


def _last_round(
    begun: Sequence[Micros], keys: Sequence[Micros], end: Micros, jobs: int
) -> list[Micros]:
    """Where the last of the segments that begin at ``begun`` is cut to end everywhere at once."""
    free = _free_from(begun, jobs)

    def edges(finish: int) -> list[Micros]:
        """Ends of the segments of a round in which everybody works until ``finish``."""
        found, edge = [], begun[-1]
        for at in free:
            edge = _look_at(edge + max(0.0, finish - at - _lead_in(edge, keys)))
            found.append(edge)
        return found

    finishes = range(0, free[-1] + 2 * end + SETTLING, _BALANCE_STEP)
    finish = finishes[bisect_left(finishes, end, key=lambda time: edges(time)[-1])]
    cuts = sorted({edge for edge in edges(finish)[:-1] if begun[-1] < edge < end})
    return [cut for cut in cuts if _lead_in(cut, keys) <= _LONGEST_LEAD_IN]


def _free_from(onsets: Sequence[Micros], jobs: int) -> list[Micros]:
    """When each worker has measured all but the last of these segments, the earliest first."""
    free = [Micros(0)] * jobs
    for onset, offset in pairwise(onsets):
        heapreplace(free, Micros(free[0] + offset - onset + (SETTLING if onset else 0)))
    return sorted(free)


def _lead_in(onset: Micros, keys: Sequence[Micros]) -> float:
    """What comes before a segment, as time of recording that takes as long to measure."""
    if not onset:
        return 0.0
    key = max((key for key in keys if key <= onset - SETTLING), default=Micros(0))
    return SETTLING + _SKIMMING * (onset - SETTLING - key)


def _look_at(time: float) -> Micros:
    """The first multiple of the looking period at or after a time."""
    return Micros(math.ceil(time / LOOK_PERIOD) * LOOK_PERIOD)
