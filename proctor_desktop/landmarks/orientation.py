"""Which way up a recording is, and whether it shows anybody, told by the faces in it."""

from collections.abc import Iterable

import numpy as np

from proctor_desktop.domain.frame import Frame
from proctor_desktop.landmarks.networks import Networks
from proctor_desktop.landmarks.people import PeopleCounter

TURNS = (0, 90, 180, 270)
_LEAST_LOOKS = 0.5
_LEAST_VOTES = 0.75


def upright_turn(frames: Iterable[Frame], networks: Networks | None = None) -> int:
    """Clockwise degrees after which the faces stand upright; 0 where that cannot be told.

    BlazeFace is surest of a face that stands upright, and often finds one that lies on its side as
    well. So each frame votes for the turn with the surest face; the elected one must have three
    quarters of the votes, and half of the frames must have voted.
    """
    counter = PeopleCounter(networks=networks)
    try:
        scores = np.array([_scores(counter, frame) for frame in frames])
    finally:
        counter.close()
    if not len(scores):
        return 0
    votes = np.bincount(scores.argmax(axis=1)[scores.any(axis=1)], minlength=len(TURNS))
    if votes.sum() < _LEAST_LOOKS * len(scores):
        return 0
    elected = int(votes.argmax())
    return TURNS[elected] if votes[elected] >= _LEAST_VOTES * votes.sum() else 0


def faces_seen(frames: Iterable[Frame], networks: Networks | None = None) -> int:
    """How many of the frames show a face that stands upright."""
    counter = PeopleCounter(networks=networks)
    try:
        return sum(bool(counter.look_now(frame).people) for frame in frames)
    finally:
        counter.close()


def _scores(counter: PeopleCounter, frame: Frame) -> list[float]:
    """Score of the surest face in each turn of a frame, 0 where there is none."""
    return [
        max((box.score for box in counter.look_now(_turned(frame, turn)).people), default=0.0)
        for turn in TURNS
    ]


def _turned(frame: Frame, turn: int) -> Frame:
    return Frame(frame.time, np.ascontiguousarray(np.rot90(frame.rgb, -(turn // 90))))
