"""Opening of the lids."""

import numpy as np
from numpy.typing import NDArray


def lid_opening(upper: NDArray[np.float64], lower: NDArray[np.float64], eye_width: float) -> float:
    """Gap between the lids over the width of the eye: about 0.3 open, 0.03 closed.

    The mean over pairs of lid points that lie above each other, shapes (n, 2), after T. Soukupova
    and J. Cech, "Real-time eye blink detection using facial landmarks", CVWW 2016, who divide by
    twice the width. The unit of points and width cancels out.
    """
    gaps = np.hypot(*(upper - lower).T)
    return float(gaps.sum()) / len(gaps) / eye_width
