"""Whether the candidate was there, as it shows when the time after it is known as well.

A box of the people detector stands for the candidate where their face was followed a moment before
or is followed a moment later, or where two looks are sure of it. Anything else that looks like a
face now and then (a chair back, a bottle cap, the letters of a title) neither hides an absence nor
cuts it in two; nor does the candidate's back while they leave.
"""

from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from proctor_desktop.domain.signals import Channel, Missing, SignalTrack
from proctor_desktop.domain.timeline import Interval, Micros, from_seconds

FOLLOWED_WITHIN = from_seconds(2.0)
"""A faint box, or one that is seen once, needs a followed face so near."""

TWO_LOOKS = from_seconds(0.6)
"""A box that is seen for so long was found by two looks."""

LEAVING, GONE = from_seconds(6.0), from_seconds(1.0)
"""A back that is seen for less than the first beside an absence of more than the second is that of
somebody who leaves or comes back. Until the next look every lost face seems to be gone."""

MOSTLY = 0.5

_WITHOUT_FACE = (Missing.NO_FACE, Missing.NOT_SEEN, Missing.FACE_AWAY)
_Times: TypeAlias = "NDArray[np.int64]"
_Values: TypeAlias = "NDArray[np.floating[Any]]"
_Flags: TypeAlias = "NDArray[np.bool_]"


def evidence(track: SignalTrack) -> NDArray[np.float64]:
    """What `absent` needs of each sample: rows (4, n) of time, presence, whether only the people
    detector saw a face, and whether somebody without a face sat there."""
    unseen = track.reason(Channel.YAW) == Missing.NOT_SEEN.value
    away = track.reason(Channel.PRESENCE) == Missing.FACE_AWAY.value
    presence = track.column(Channel.PRESENCE)
    rows = [track.times, presence, unseen & np.isfinite(presence), away]
    return np.stack([row.astype(np.float64) for row in rows])


def absent(seen: NDArray[np.float64]) -> NDArray[np.float64]:
    """(n,) 1 where nobody was there, 0 where the candidate was, NaN where nothing tells.

    ``seen`` is the `evidence` of a whole recording.
    """
    times, presence = seen[0].astype(np.int64), seen[1]
    boxed, away = seen[2] > 0, seen[3] > 0
    state = np.where(np.isnan(presence), np.nan, presence <= 0)
    followed = times[(presence > 0) & ~boxed]
    for run in _runs(boxed):
        sure = (presence[run] >= 1.0).all() and times[run][-1] - times[run][0] >= TWO_LOOKS
        if not sure:
            state[run] = np.where(_near(times[run], followed), 0.0, 1.0)
    gone = _of_length(state == 1.0, times, GONE)
    for run in _runs(away):
        beside = gone[max(0, run.start - 1)] or gone[min(run.stop, len(gone) - 1)]
        if beside and times[run][-1] - times[run][0] < LEAVING:
            state[run] = 1.0
    return state


def faces_away(track: SignalTrack) -> list[Interval]:
    """When no face was followed for a while and somebody sat there for most of it."""
    lost = np.isin(track.reason(Channel.YAW), [reason.value for reason in _WITHOUT_FACE])
    away = track.reason(Channel.PRESENCE) == Missing.FACE_AWAY.value
    ends = np.append(track.times[1:], track.end)
    return [
        Interval(Micros(int(track.times[run][0])), Micros(int(ends[run][-1])))
        for run in _runs(lost)
        if away[run].mean() >= MOSTLY
    ]


def _runs(flags: _Flags) -> list[slice]:
    """Where flags are set without a pause."""
    edges = np.flatnonzero(np.diff(flags, prepend=False, append=False))
    return [slice(first, last) for first, last in edges.reshape(-1, 2).tolist()]


def _of_length(flags: _Flags, times: _Times, shortest: int) -> _Flags:
    """The flags that stay set for so long."""
    long = np.zeros(len(flags), np.bool_)
    for run in _runs(flags):
        long[run] = times[run][-1] - times[run][0] >= shortest
    return long


def _near(times: _Times, followed: _Times) -> _Flags:
    """(n,) whether the candidate's face was followed within `FOLLOWED_WITHIN` of each time."""
    first = np.searchsorted(followed, times - FOLLOWED_WITHIN)
    last = np.searchsorted(followed, times + FOLLOWED_WITHIN, side="right")
    return np.asarray(last > first, np.bool_)
