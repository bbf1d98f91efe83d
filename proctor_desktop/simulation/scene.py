"""One picture: the room, the people in it, and what light and camera make of them."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from proctor_desktop.media.opencv import cv2
from proctor_desktop.simulation.candidate import Candidate
from proctor_desktop.simulation.pose import PinholeCamera, Pose

NOISE_MARGIN = 256
"""Sensor noise is cut at another place in every frame, from a tile so many pixels larger."""

NOISE_LEVELS = 16
"""Strengths of noise in a grey level that are told apart."""

TREMOR_CM = 0.15
"""How far a hand that holds up a photograph trembles."""


class Figure(Protocol):
    """Anything that can be drawn where a person would be."""

    def draw(
        self, canvas: NDArray[np.uint8], pose: Pose, camera: PinholeCamera, light: float = 1.0
    ) -> None:
        """Draw over ``canvas``."""


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """What the camera sees at one moment.

    Attributes:
        people: figures and their postures, in any order.
        light: brightness of the room; 1 is an office by day, 0 a covered lens.
        backlight: how much a bright window behind the people takes from their faces, 0 to 1.
        blur: standard deviation of the defocus in pixels.
        noise: standard deviation of the sensor noise in grey levels, at light 1.
        instant: picks the noise; the same number gives the same picture.
    """

    people: tuple[tuple[Figure, Pose], ...] = ()
    light: float = 1.0
    backlight: float = 0.0
    blur: float = 0.0
    noise: float = 2.0
    instant: int = 0


def paint(scene: Scene, camera: PinholeCamera) -> NDArray[np.uint8]:
    """uint8 RGB picture (height, width, 3) of the scene."""
    canvas = _room(camera, round(scene.backlight, 3)).copy()
    for figure, pose in sorted(scene.people, key=lambda person: -person[1].distance):
        figure.draw(canvas, pose, camera, light=1.0 - 0.65 * scene.backlight)
    if scene.light != 1.0:
        canvas = cv2.convertScaleAbs(canvas, alpha=scene.light)  # type: ignore[assignment]  # stays uint8
    if scene.blur > 0:
        canvas = cv2.GaussianBlur(canvas, (0, 0), scene.blur)  # type: ignore[assignment]  # stays uint8
    if scene.noise > 0:
        _add_noise(canvas, scene)
    return canvas


def _add_noise(canvas: NDArray[np.uint8], scene: Scene) -> None:
    """Sensor noise in place; a dark picture is noisier because the camera turns up its gain."""
    height, width = canvas.shape[:2]
    strength = scene.noise * (1.0 + 0.8 * max(0.0, 1.0 - scene.light))
    brighter, darker = _noise_tiles(height, width, round(strength * NOISE_LEVELS))
    row, column = np.random.default_rng(scene.instant).integers(0, NOISE_MARGIN, 2)
    window = slice(row, row + height), slice(column, column + width)
    cv2.add(canvas, brighter[window], dst=canvas)
    cv2.subtract(canvas, darker[window], dst=canvas)


@lru_cache(maxsize=4)
def _noise_tiles(
    height: int, width: int, level: int
) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """What noise adds and what it takes away, `NOISE_MARGIN` larger than the picture.

    Neighbouring pixels share some of it, as after demosaicing.
    """
    rng = np.random.default_rng(5)
    shape = (height + NOISE_MARGIN, width + NOISE_MARGIN, 3)
    raw = rng.standard_normal(shape, np.float32)
    soft = raw + 0.6 * cv2.GaussianBlur(raw, (0, 0), 0.8)
    noise = np.round(soft * (level / NOISE_LEVELS / float(soft.std())))
    return np.clip(noise, 0, 255).astype(np.uint8), np.clip(-noise, 0, 255).astype(np.uint8)


@lru_cache(maxsize=8)
def _room(camera: PinholeCamera, backlight: float) -> NDArray[np.uint8]:
    """A plain room: wall, door, shelf, and a window that shines when there is backlight."""
    width, height = camera.width, camera.height
    row = np.linspace(1.03, 0.9, height)[:, None, None]
    column = np.linspace(0.94, 1.05, width)[None, :, None]
    lit = np.array((176, 172, 162)) * row * column * (1 - 0.35 * backlight)
    wall: NDArray[np.float32] = np.ascontiguousarray(lit, np.float32)
    _box(wall, (0.04, 0.12, 0.20, 1.0), (122, 98, 74))
    _box(wall, (0.05, 0.14, 0.19, 0.98), (140, 114, 88))
    _box(wall, (0.74, 0.30, 0.97, 0.33), (110, 92, 78))
    for left, color in ((0.76, (90, 60, 52)), (0.80, (58, 74, 96)), (0.835, (104, 110, 82))):
        _box(wall, (left, 0.17, left + 0.028, 0.30), color)
    if backlight > 0:
        glow = wall.copy()
        _box(glow, (0.22, 0.02, 0.72, 0.62), (255, 254, 250))
        wall = np.asarray(wall + (glow - wall) * backlight, np.float32)
    soft = cv2.GaussianBlur(wall, (0, 0), max(0.8, width / 400))
    return np.clip(soft, 0, 255).astype(np.uint8)


def _box(
    picture: NDArray[np.float32],
    edges: tuple[float, float, float, float],
    color: tuple[int, int, int],
) -> None:
    """Fill left, top, right, bottom, given in fractions of the picture."""
    height, width = picture.shape[:2]
    left, right = round(edges[0] * width), round(edges[2] * width)
    top, bottom = round(edges[1] * height), round(edges[3] * height)
    picture[top:bottom, left:right] = color


class Photograph:
    """A printed portrait of a candidate, held up before the camera."""

    def __init__(self, candidate: Candidate) -> None:
        camera = PinholeCamera(640, 480)
        picture = candidate.render(Pose(distance=45.0), camera)
        self._print = cv2.copyMakeBorder(
            picture[40:440, 150:490], 12, 12, 12, 12, cv2.BORDER_CONSTANT, value=(245, 245, 242)
        )

    def draw(
        self, canvas: NDArray[np.uint8], pose: Pose, camera: PinholeCamera, light: float = 1.0
    ) -> None:
        """Draw the print where the head would be; it moves and tilts but never turns or blinks."""
        height, width = self._print.shape[:2]
        scale = camera.focal / pose.distance * 45.0 / PinholeCamera(640, 480).focal
        x = camera.width / 2 + camera.focal * pose.x / pose.distance
        y = camera.height / 2 - camera.focal * pose.y / pose.distance
        place = np.array(cv2.getRotationMatrix2D((width / 2, height / 2), -pose.roll, scale))
        place[:, 2] = place[:, 2] + np.array((x - width / 2, y - height / 2))
        size = (camera.width, camera.height)
        drawn = cv2.warpAffine(self._print, place, size)
        cover = cv2.warpAffine(np.full((height, width), 255, np.uint8), place, size) > 127
        canvas[cover] = cv2.convertScaleAbs(drawn[cover], alpha=light)
