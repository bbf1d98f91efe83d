"""How many of the faces at a look are people, and how many are pictures."""

from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from proctor_desktop.domain.signals import Channel, SignalTrack
from proctor_desktop.domain.timeline import from_seconds, to_seconds

SEVERAL = 2
MAX_LOOK_GAP = from_seconds(2.0)
"""A look speaks for half of this after it and before it, at most."""

AROUND = from_seconds(10.0)
"""A look is judged by those within half of this before and after it; at the ends of a recording by
the first or the last ones that span as much."""

STILL_SHARE = 0.8
"""In so many of them a picture must not have moved. A bump of the camera moves it in three."""

MIN_JUDGED = 5
"""Fewer looks than this tell nobody from a picture, and everybody is counted."""

_Floats: TypeAlias = "NDArray[np.floating[Any]]"


def pictures(times: NDArray[np.int64], people: _Floats, still: _Floats) -> NDArray[np.int64]:
    """How many of the faces at each look are pictures and not people.

    It is the largest number of faces, beside the candidate's, that kept still together in nearly
    all of the looks around that showed as many faces or more: a visitor who moves in some of them
    is a person in all, also beside a portrait that never does, and so is the candidate in any case.

    Args:
        times: (n,) of all looks.
        people: (n,) faces seen.
        still: (n,) how many of them beside the candidate's did not move, NaN where it is unknown.
    """
    found = np.zeros(len(times), np.int64)
    judged = (people >= SEVERAL) & np.isfinite(still)
    if not judged.any():
        return found
    latest_start = max(int(times[0]), int(times[-1]) - AROUND)
    starts = np.clip(times - AROUND // 2, times[0], latest_start)
    first = np.searchsorted(times, starts, side="left")
    last = np.searchsorted(times, starts + AROUND, side="right")
    for faces in np.unique(people[judged]):
        alike = judged & (people >= faces)
        total = _between(alike, first, last)
        enough = (people >= faces) & (total >= MIN_JUDGED)
        found[enough] = 0
        for number in range(1, int(faces)):
            together = _between(alike & (still >= number), first, last)
            found[enough & (together >= STILL_SHARE * total)] = number
    return found


def _between(
    flags: NDArray[np.bool_], first: NDArray[np.int64], last: NDArray[np.int64]
) -> NDArray[np.int64]:
    """How many flags are set from each first to before each last."""
    sums = np.concatenate([[0], np.cumsum(flags)])
    return np.asarray(sums[last] - sums[first], np.int64)


def looks_of(track: SignalTrack) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Rows (n,) of the looks in a track, and how many people (n,) each showed."""
    people = track.column(Channel.PEOPLE)
    rows = np.asarray(np.flatnonzero(np.isfinite(people)), np.int64)
    still = track.column(Channel.PEOPLE_STILL)[rows]
    moving = people[rows] - pictures(track.times[rows], people[rows], still)
    return rows, np.asarray(moving, np.float64)


def pictured_seconds(track: SignalTrack) -> float:
    """For how long a face was seen that is a picture."""
    rows, counted = looks_of(track)
    if not len(rows):
        return 0.0
    times = track.times[rows]
    lasting = np.minimum(np.diff(times, append=track.end), MAX_LOOK_GAP)
    return to_seconds(int(lasting[counted < track.column(Channel.PEOPLE)[rows]].sum()))
