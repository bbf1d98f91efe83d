"""Where the candidate's face was, and whether a face that is found now can be theirs.

Nothing here knows a face by its features: a person is the one who was at that place, at that size,
a moment ago. That is enough to stay with the candidate when somebody walks past in front of or
behind them; whether another person sits down in their place is for the comparison of face
geometry (`calibration.anti_cheat`).
"""

import math
from collections.abc import Hashable
from dataclasses import dataclass, replace
from typing import Any

from proctor_desktop.domain.frame import FaceLandmarks, PersonBox
from proctor_desktop.domain.timeline import Micros, from_seconds, to_seconds

_LEAP = 0.35
_LEAP_PER_SECOND = 3.0
_SCALE_LEAP = 0.18
_SCALE_PER_SECOND = 1.2
_REACH = 0.5
_REACH_PER_SECOND = 0.5
_MAX_REACH = 4.0
_GROWTH = 0.25
_GROWTH_PER_SECOND = 0.15
_MAX_GROWTH = 0.8
_CONTINUOUS = from_seconds(0.6)
_SETTLING = from_seconds(1)
_STEADY = 0.3
_WIDTH = 1000.0
_RENEWED = from_seconds(4)


@dataclass(frozen=True, slots=True)
class Place:
    """Middle and larger side of a face in thousandths of the picture's width, at one time.

    Recordings of browsers change their size in the middle; a seat does not move with it.
    """

    time: Micros
    x: float
    y: float
    side: float

    @classmethod
    def of(cls, time: Micros, face: FaceLandmarks, width: int) -> "Place":
        """Place of a followed face in a picture of this width in pixels."""
        left, top, right, bottom = (edge * _WIDTH / width for edge in face.bounds)
        return cls(time, (left + right) / 2, (top + bottom) / 2, max(right - left, bottom - top))

    @classmethod
    def of_box(cls, time: Micros, box: PersonBox, width: int, height: int) -> "Place":
        """Place of a detected face in a picture of this size in pixels.

        The detector's box reaches from brow to chin, about 0.85 of the landmarks' height.
        """
        x, y = box.center
        down = height / width
        side = max(box.width, box.height * down) / 0.85
        return cls(time, x * _WIDTH, y * down * _WIDTH, side * _WIDTH)

    def distance_to(self, other: "Place") -> float:
        """Distance of the middles in sides of the other face."""
        return math.hypot(self.x - other.x, self.y - other.y) / max(other.side, 1.0)

    def growth_from(self, other: "Place") -> float:
        """Natural logarithm of the ratio of sizes, without sign."""
        return abs(math.log(max(self.side, 1.0) / max(other.side, 1.0)))

    def leaps_from(self, other: "Place") -> bool:
        """Whether no head moves so fast: from ``other``, seen a frame ago, to here."""
        elapsed = to_seconds(self.time - other.time)
        return (
            self.distance_to(other) > _LEAP + _LEAP_PER_SECOND * elapsed
            or self.growth_from(other) > _SCALE_LEAP + _SCALE_PER_SECOND * elapsed
        )

    def can_be(self, other: "Place") -> bool:
        """Whether the face that was last seen at ``other`` can have come here; the longer ago, the
        farther."""
        elapsed = to_seconds(self.time - other.time)
        reach = min(_REACH + _REACH_PER_SECOND * elapsed, _MAX_REACH)
        growth = min(_GROWTH + _GROWTH_PER_SECOND * elapsed, _MAX_GROWTH)
        return self.distance_to(other) <= reach and self.growth_from(other) <= growth

    def covers(self, other: "Place") -> bool:
        """Whether this face hides the other's middle."""
        return math.hypot(self.x - other.x, self.y - other.y) < 0.75 * self.side


class Whereabouts:
    """Follows the candidate's place through one stream.

    Attributes:
        home: where the candidate was seen last, None before the first face.
        seat: where the candidate last stayed for a second; somebody who leaves is seen last at the
            edge of the picture, and comes back to the seat.
    """

    def __init__(self) -> None:
        self.home: Place | None = None
        self.seat: Place | None = None
        self._latest: Place | None = None
        self._latest_was_candidate = True
        self._recent: tuple[Place, ...] = ()
        self._strange_since: Micros | None = None

    @property
    def memory(self) -> Hashable:
        """All that is remembered, comparable with `==`; may be set to what another one held.

        It reaches back for a fixed time while the candidate is seen, so that two followers that
        began at different times come to hold exactly the same.
        """
        return (
            self.home,
            self.seat,
            self._latest,
            self._latest_was_candidate,
            self._recent,
            self._strange_since,
        )

    @memory.setter
    def memory(self, memory: Any) -> None:
        (
            self.home,
            self.seat,
            self._latest,
            self._latest_was_candidate,
            self._recent,
            self._strange_since,
        ) = memory

    def judge(self, place: Place, *, is_alone: bool = False) -> bool:
        """Whether the face found at ``place`` in this frame is the candidate's.

        One that stays in the candidate's place for seconds and is the only one in the picture
        (``is_alone``) is: the camera was moved or zooms, pictures come seldom.
        """
        is_candidate = self._is_candidate(place) or self._has_stayed(place, is_alone=is_alone)
        if is_candidate:
            self.home = self._settled(place)
        self._latest, self._latest_was_candidate = place, is_candidate
        return is_candidate

    def _has_stayed(self, place: Place, *, is_alone: bool) -> bool:
        home = self.home
        if home is None or not is_alone or not (place.covers(home) or home.covers(place)):
            self._strange_since = None
            return False
        if self._strange_since is None:
            self._strange_since = place.time
        if place.time - self._strange_since < _RENEWED:
            return False
        self._strange_since, self._recent = None, ()
        return True

    def _is_candidate(self, place: Place) -> bool:
        if self.home is None:
            return True
        latest = self._latest
        if latest is not None and place.time - latest.time <= _CONTINUOUS:
            if not place.leaps_from(latest):
                return self._latest_was_candidate or self._can_be_candidate(place, self.home)
            return not self._latest_was_candidate and self._can_be_candidate(place, self.home)
        return self._can_be_candidate(place, self.home)

    def _can_be_candidate(self, place: Place, home: Place) -> bool:
        """Whether the candidate can have come here from where they were seen last, or back to the
        seat."""
        if place.can_be(home):
            return True
        return self.seat is not None and place.can_be(replace(self.seat, time=home.time))

    def _settled(self, place: Place) -> Place:
        """The new home: the place itself, its size the mean of the last second's.

        A nod makes a face shorter for a moment.
        """
        since = place.time - _SETTLING
        self._recent = (*(past for past in self._recent if past.time > since), place)
        home = replace(place, side=sum(past.side for past in self._recent) / len(self._recent))
        stays = all(past.distance_to(home) < _STEADY for past in self._recent)
        if stays and place.time - self._recent[0].time > _SETTLING // 2:
            self.seat = home
        return home
