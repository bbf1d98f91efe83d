"""Opening of the lids."""

import math
from collections.abc import Sequence

Point = tuple[float, float]


def lid_opening(upper: Sequence[Point], lower: Sequence[Point], eye_width: float) -> float:
    """Gap between the lids over the width of the eye: about 0.3 open, 0.03 closed.

    The mean over pairs of lid points that lie above each other, after T. Soukupova and J. Cech,
    "Real-time eye blink detection using facial landmarks", CVWW 2016, who divide by twice the
    width. The unit of points and width cancels out.
    """
    return sum(map(math.dist, upper, lower)) / len(upper) / eye_width
