"""Opening of the lids."""

import numpy as np
from numpy.typing import NDArray

from proctor_desktop.landmarks.topology import EyeTopology


def eye_width(points: NDArray[np.float64], eye: EyeTopology) -> float:
    """Distance between the corners of the eye, in the unit of ``points`` (478, 2 or 3)."""
    return float(np.linalg.norm(points[eye.inner] - points[eye.outer]))


def lid_opening(points: NDArray[np.float64], eye: EyeTopology) -> float:
    """Gap between the lids over the width of the eye: about 0.3 open, 0.03 closed.

    The mean of three pairs of lid points, after T. Soukupova and J. Cech, "Real-time eye blink
    detection using facial landmarks", CVWW 2016, who divide by twice the width.
    """
    gaps = np.linalg.norm(points[list(eye.upper)] - points[list(eye.lower)], axis=1)
    return float(gaps.mean()) / eye_width(points, eye)
