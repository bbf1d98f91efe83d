"""Smiles, laughter and yawns: what cheeks, lips and jaw do to a head's surface."""

import numpy as np
from numpy.typing import NDArray

from proctor_desktop.media.opencv import cv2
from proctor_desktop.simulation.head import MOUTH
from proctor_desktop.simulation.pose import Pose

CORNERS = (61, 291)
CHEEKS = (205, 425)

CORNER_TRAVEL_CM = np.array([0.5, -0.6, 0.25])
CHEEK_TRAVEL_CM = np.array([0.15, -0.45, -0.3])
"""Where a broad smile pulls the corners of the mouth and the cheeks, on the right side of the
picture: outwards, upwards, back or forward."""

REACH_CM = 1.7
"""Standard deviation of how far around them the skin follows."""

JAW_TRAVEL_CM = 3.4
"""How far the lips come apart in a yawn; adults open the mouth by 4 to 5 cm at most."""

JAW_BELOW_CM = 2.0
"""So far below the lips the whole jaw follows."""

DARK_INSIDE = np.array((52.0, 22.0, 22.0))


def with_expression(vertices: NDArray[np.float64], pose: Pose) -> NDArray[np.float64]:
    """The head's vertices in centimetres as this posture's smile and open mouth move them."""
    if not pose.smile and not pose.mouth:
        return vertices
    moved = vertices.copy()
    for points, travel in ((CORNERS, CORNER_TRAVEL_CM), (CHEEKS, CHEEK_TRAVEL_CM)):
        for point in points:
            side = np.array([np.sign(vertices[point, 0]), 1.0, 1.0])
            apart = np.linalg.norm(vertices - vertices[point], axis=1)
            share = np.exp(-((apart / REACH_CM) ** 2) / 2)
            moved += pose.smile * share[:, None] * side * travel
    moved[:, 1] += pose.mouth * JAW_TRAVEL_CM * _jaw_share(vertices)
    return moved


def _jaw_share(vertices: NDArray[np.float64]) -> NDArray[np.float64]:
    """How much each vertex (n,) goes down with the jaw: the lower lip and what is well below."""
    upper, lower = (vertices[list(rim)] for rim in MOUTH)
    line = float((upper[:, 1] + lower[:, 1]).mean() / 2)
    half = float(np.ptp(upper[:, 0]) / 2)
    x, y = vertices[:, 0] - upper[:, 0].mean(), vertices[:, 1]
    jaw = np.clip((y - line) / JAW_BELOW_CM, 0.0, 1.0)
    lip = np.where(y > line, np.clip(1 - (x / half) ** 2, 0.0, 1.0), 0.0)
    lip[list(MOUTH[1][1:-1])] = np.clip(1 - (x[list(MOUTH[1][1:-1])] / half) ** 2, 0.0, 1.0)
    in_front = vertices[:, 2] < vertices[list(CORNERS), 2].mean() + 6.0
    return np.where(in_front, np.maximum(jaw, lip), 0.0)


def draw_mouth(canvas: NDArray[np.uint8], pixels: NDArray[np.float64], share: float) -> None:
    """Darken the opening between the lips; ``pixels`` are the head's vertices in the picture."""
    rim = pixels[[*MOUTH[0], *reversed(MOUTH[1][1:-1])]]
    mask = np.zeros(canvas.shape[:2], np.uint8)
    cv2.fillPoly(mask, [np.round(rim * 16).astype(np.int32)], (255,), cv2.LINE_AA, 4)
    inside = mask[..., None] / 255 * min(1.0, 2 * share)
    np.copyto(canvas, (canvas + (DARK_INSIDE - canvas) * inside).astype(np.uint8))
