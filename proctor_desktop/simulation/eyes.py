"""Eyes: lids that follow the gaze and close, and eyeballs drawn inside the opening between them."""

from dataclasses import dataclass
from math import radians, sin

import numpy as np
from numpy.typing import NDArray

from proctor_desktop.media.opencv import cv2
from proctor_desktop.simulation.head import IRIS_CENTERS, LIDS
from proctor_desktop.simulation.pose import PinholeCamera, Pose

EYEBALL_RADIUS_CM = 1.2
IRIS_RADIUS_CM = 0.585
PUPIL_RADIUS_CM = 0.19
"""Eyeball, visible iris and pupil of an adult (I. Bekerman, P. Gottlieb, M. Vaiman, "Variations in
eyeball diameters of the healthy adults", J. Ophthalmology 2014; iris: J. Hashemi et al. 2015)."""

UPPER_LID_TRAVEL = 0.32
LOWER_LID_TRAVEL = 0.07
"""How far the lids go with the eye, in eye widths per sine of the vertical angle: the opening
changes by the difference, 0.25, as on people (the upper lid keeps its place on the iris)."""

MAX_OPENING = 1.3
"""Widest opening, as a multiple of the portrait's."""

SMILE_LIFT = 0.35
"""Part of the opening by which the cheeks of a broad smile push the lower lids up."""

OVERSAMPLING = 2


@dataclass(frozen=True)
class EyeColors:
    """RGB colours of the parts of an eye."""

    sclera: tuple[int, int, int] = (205, 192, 186)
    iris: tuple[int, int, int] = (92, 66, 46)
    pupil: tuple[int, int, int] = (18, 14, 12)
    lashes: tuple[int, int, int] = (44, 28, 22)


def with_lids(vertices: NDArray[np.float64], pose: Pose) -> NDArray[np.float64]:
    """The head's vertices with the lids where this gaze and closure put them."""
    moved = vertices.copy()
    raised = sin(radians(pose.gaze_vertical))
    for upper, lower in LIDS:
        above, below = vertices[list(upper)], vertices[list(lower)]
        width = float(np.linalg.norm(above[0] - above[-1]))
        opening = (below - above)[:, 1]
        profile = np.clip(opening / opening.max(), 0.0, 1.0)
        up = np.minimum(UPPER_LID_TRAVEL * width * raised * profile, (MAX_OPENING - 1) * opening)
        down = LOWER_LID_TRAVEL * width * raised * profile
        top, bottom = above.copy(), below.copy()
        top[:, 1] -= up
        bottom[:, 1] -= down
        bottom[:, 1] -= SMILE_LIFT * pose.smile * opening
        top[:, 1] = np.minimum(top[:, 1], bottom[:, 1])
        shut = 0.2 * top + 0.8 * bottom
        moved[list(upper)] = top + pose.closed * (shut - top)
        moved[list(lower)] = bottom + pose.closed * (shut - bottom)
    return moved


@dataclass(frozen=True, eq=False)
class Eye:
    """One eyeball in the head's frame, with its lids.

    Attributes:
        center: of the eyeball in centimetres from the head's pivot.
        upper, lower: vertices of the lids, from the outer corner inwards.
    """

    center: NDArray[np.float64]
    upper: tuple[int, ...]
    lower: tuple[int, ...]


def eyes_of(vertices: NDArray[np.float64]) -> tuple[Eye, Eye]:
    """Both eyeballs, set so that they touch the middle of the open lids."""
    found = []
    for iris, (upper, lower) in zip(IRIS_CENTERS, LIDS, strict=True):
        above, below = vertices[upper[4]], vertices[lower[4]]
        half_opening = np.linalg.norm(above - below) / 2
        behind = np.sqrt(EYEBALL_RADIUS_CM**2 - half_opening**2)
        x, y, _ = vertices[iris]
        found.append(Eye(np.array([x, y, (above + below)[2] / 2 + behind]), upper, lower))
    return found[0], found[1]


def draw_eye(
    canvas: NDArray[np.uint8],
    visible: NDArray[np.float32],
    eye: Eye,
    pixels: NDArray[np.float64],
    pose: Pose,
    camera: PinholeCamera,
    colors: EyeColors,
    light: float,
) -> None:
    """Draw one eye into ``canvas`` between its projected lids.

    ``pixels`` are the head's vertices in the picture, with the lids moved; ``visible`` (height,
    width) says where the head's surface around the eye is not hidden.
    """
    outline = pixels[[*eye.upper, *reversed(eye.lower[1:-1])]]
    low = np.floor(outline.min(axis=0)).astype(int) - 2
    high = np.ceil(outline.max(axis=0)).astype(int) + 3
    left, top = np.maximum(low, 0).tolist()
    right, bottom = np.minimum(high, (camera.width, camera.height)).tolist()
    if right - left < 2 or bottom - top < 2:
        return
    size = ((right - left) * OVERSAMPLING, (bottom - top) * OVERSAMPLING)
    opening = _opening(outline - (left, top), size)
    ball = _eyeball(eye.center, (left, top), size, pose, camera, colors) * light
    shadow = 0.55 + 0.45 * cv2.blur(opening, (OVERSAMPLING * 3, OVERSAMPLING * 3))
    ball = ball * np.asarray(shadow, np.float32)[..., None]
    lashes = _lashes(pixels[list(eye.upper)] - (left, top), size)[..., None]
    ball += (np.array(colors.lashes, np.float32) * light - ball) * lashes
    share: NDArray[np.float32] = np.maximum(opening, 0.75 * lashes[..., 0])[..., None]
    small = (right - left, bottom - top)
    color = cv2.resize(ball * share, small, interpolation=cv2.INTER_AREA)
    cover = cv2.resize(share, small, interpolation=cv2.INTER_AREA)[..., None]
    seen = visible[top:bottom, left:right, None]
    blended = canvas[top:bottom, left:right] * (1 - cover * seen) + color * seen
    canvas[top:bottom, left:right] = np.clip(blended + 0.5, 0, 255).astype(np.uint8)


def _opening(outline: NDArray[np.float64], size: tuple[int, int]) -> NDArray[np.float32]:
    """1 between the lids, 0 outside, at the finer resolution."""
    mask = np.zeros((size[1], size[0]), np.float32)
    fixed = np.round((outline * OVERSAMPLING + (OVERSAMPLING - 1) / 2) * 16).astype(np.int32)
    cv2.fillPoly(mask, [fixed], (1.0,), cv2.LINE_8, 4)
    return mask


def _lashes(upper: NDArray[np.float64], size: tuple[int, int]) -> NDArray[np.float32]:
    """The dark line along the upper lid, 0 to 1, at the finer resolution."""
    line = np.zeros((size[1], size[0]), np.uint8)
    fixed = np.round((upper * OVERSAMPLING + (OVERSAMPLING - 1) / 2) * 16).astype(np.int32)
    span = float(np.linalg.norm(upper[0] - upper[-1]))
    thickness = max(1, round(span * OVERSAMPLING * 0.045))
    cv2.polylines(line, [fixed], False, (255,), thickness, cv2.LINE_AA, 4)
    return np.asarray(line.astype(np.float32) / 255, np.float32)


def _eyeball(
    center: NDArray[np.float64],
    corner: tuple[int, int],
    size: tuple[int, int],
    pose: Pose,
    camera: PinholeCamera,
    colors: EyeColors,
) -> NDArray[np.float32]:
    """RGB (h, w, 3) of the eyeball where each fine pixel's ray meets it."""
    column = corner[0] + (np.arange(size[0]) + 0.5) / OVERSAMPLING - 0.5
    row = corner[1] + (np.arange(size[1]) + 0.5) / OVERSAMPLING - 0.5
    x, y = np.meshgrid(column - camera.width / 2, row - camera.height / 2)
    rays = np.stack([x, y, np.full_like(x, camera.focal)], axis=-1)
    rays /= np.linalg.norm(rays, axis=-1, keepdims=True)
    rotation = pose.rotation()
    middle = rotation @ center + (pose.x, -pose.y, pose.distance)
    along = rays @ middle
    inside = EYEBALL_RADIUS_CM**2 - (middle @ middle - along**2)
    # Rays that miss the ball end on its rim: the corners of the lids are wider than the ball.
    hit = rays * (along - np.sqrt(np.maximum(inside, 0.0)))[..., None]
    normal = (hit - middle) @ rotation
    normal /= np.linalg.norm(normal, axis=-1, keepdims=True)
    gaze = Pose(yaw=pose.gaze_horizontal, pitch=pose.gaze_vertical).rotation() @ (0.0, 0.0, -1.0)
    return _painted(normal, gaze, colors, rotation.T @ -middle)


def _painted(
    normal: NDArray[np.float64],
    gaze: NDArray[np.float64],
    colors: EyeColors,
    to_camera: NDArray[np.float64],
) -> NDArray[np.float32]:
    """Colours of points of the eyeball with these unit normals, in the head's frame."""
    from_axis = np.degrees(np.arccos(np.clip(normal @ gaze, -1.0, 1.0)))
    iris_edge = np.degrees(np.arcsin(IRIS_RADIUS_CM / EYEBALL_RADIUS_CM))
    pupil_edge = np.degrees(np.arcsin(PUPIL_RADIUS_CM / EYEBALL_RADIUS_CM))
    in_iris = np.clip((iris_edge - from_axis) / 3.0 + 0.5, 0.0, 1.0)[..., None]
    in_pupil = np.clip((pupil_edge - from_axis) / 2.0 + 0.5, 0.0, 1.0)[..., None]
    toward_rim = np.clip(from_axis / iris_edge, 0.0, 1.0)[..., None]
    iris = np.array(colors.iris) * (1.25 - 0.6 * toward_rim**3)
    white = np.array(colors.sclera) * (0.72 + 0.28 * np.clip(-normal[..., 2:], 0.0, 1.0))
    color = white * (1 - in_iris) + iris * in_iris
    color = color * (1 - in_pupil) + np.array(colors.pupil) * in_pupil
    lamp = to_camera / np.linalg.norm(to_camera) + (0.12, -0.30, 0.0)
    glint = np.clip((normal @ (lamp / np.linalg.norm(lamp)) - 0.9955) / 0.003, 0.0, 1.0)
    color = color + (235.0 - color) * (glint[..., None] * in_iris * 0.8)
    return np.asarray(color, np.float32)
