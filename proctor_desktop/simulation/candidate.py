"""A person who can be drawn in any posture."""

import math
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from proctor_desktop.media.opencv import cv2
from proctor_desktop.simulation.expressions import draw_mouth, with_expression
from proctor_desktop.simulation.eyes import EyeColors, draw_eye, eyes_of, with_lids
from proctor_desktop.simulation.head import (
    IRIS_CENTERS,
    LIDS,
    OVAL,
    PIVOT_CM,
    PUPIL_DISTANCE_CM,
    Proportions,
    build_head,
)
from proctor_desktop.simulation.portrait import HAIR_END, NECK_ROW, filled, portrait
from proctor_desktop.simulation.pose import PinholeCamera, Pose
from proctor_desktop.simulation.raster import Patch, rasterize

LAMP = np.array([0.25, -0.6, -0.76])
"""Direction towards the lamp in the camera's frame: from above, a little from the right."""

SHADING = 0.30
"""How much a surface that turns from or to the lamp loses or gains in brightness."""

BODY_BEHIND_PIVOT_CM = 2.0

GLASSES_CM = 1.9
"""How far the glasses sit before the middle of the eyeballs."""

FRAME_COLOR = (34, 28, 30)

NECK_TOP = 110
"""Row of the portrait up to which the neck is drawn behind the head."""

THROAT = slice(None, 183), slice(188, 259)
"""Rows and columns of the portrait that show skin below the face, not yet the suit."""

MIN_HAIR_CHROMA = 20
"""The portrait's hair is redder than blue by more than this, its backdrop is grey."""


@dataclass(frozen=True)
class Looks:
    """What distinguishes one simulated person from another.

    Attributes:
        proportions: of the head.
        skin: factors on the red, green and blue of the skin.
        hair: factors on the red, green and blue of the hair.
        clothes: factors on the red, green and blue of the suit.
        eyes: colours of the eyes.
        mirrored: whether left and right of the portrait are exchanged.
        glasses: whether the person wears glasses with a dark frame.
    """

    proportions: Proportions = field(default_factory=Proportions)
    skin: tuple[float, float, float] = (1.0, 1.0, 1.0)
    hair: tuple[float, float, float] = (1.0, 1.0, 1.0)
    clothes: tuple[float, float, float] = (1.0, 1.0, 1.0)
    eyes: EyeColors = field(default_factory=EyeColors)
    mirrored: bool = False
    glasses: bool = False


class Candidate:
    """A rendered person, made from the astronaut portrait.

    Raises:
        SettingsError: scikit-image, which carries the portrait, is not installed.
    """

    def __init__(self, looks: Looks | None = None) -> None:
        self.looks = looks or Looks()
        self._portrait = portrait()
        head = build_head(self._portrait, self.looks.proportions)
        self._head = head.mirrored() if self.looks.mirrored else head
        self._eyes = eyes_of(self._head.vertices)

    def draw(
        self, canvas: NDArray[np.uint8], pose: Pose, camera: PinholeCamera, light: float = 1.0
    ) -> None:
        """Draw this person over what is in ``canvas`` (height, width, 3), at ``light`` times the
        portrait's brightness."""
        self._draw_body(canvas, pose, camera, light)
        self._draw_head(canvas, pose, camera, light)

    def render(
        self, pose: Pose | None = None, camera: PinholeCamera | None = None
    ) -> NDArray[np.uint8]:
        """uint8 RGB picture of this person alone before a grey wall."""
        camera = camera or PinholeCamera()
        canvas = np.full((camera.height, camera.width, 3), (150, 148, 142), np.uint8)
        self.draw(canvas, pose or Pose(), camera)
        return canvas

    def landmarks(self, pose: Pose, camera: PinholeCamera) -> NDArray[np.float64]:
        """Where the 468 skin landmarks of FaceMesh truly are: (468, 2) pixels of the picture."""
        return camera.project(self._placed(pose))[:468]

    def _placed(self, pose: Pose) -> NDArray[np.float64]:
        """The head's vertices in the camera's frame, in centimetres, lids moved."""
        moved = with_lids(with_expression(self._head.vertices, pose), pose)
        placed: NDArray[np.float64] = moved @ pose.rotation().T + np.array(
            (pose.x, -pose.y, pose.distance)
        )
        return placed

    def _draw_head(
        self, canvas: NDArray[np.uint8], pose: Pose, camera: PinholeCamera, light: float
    ) -> None:
        placed = self._placed(pose)
        if placed[:, 2].min() < 1.0:
            return
        pixels = camera.project(placed)
        lamp = pose.rotation().T @ LAMP
        shade = light * (1.0 + SHADING * (self._head.normals @ (lamp - LAMP)))
        values = np.column_stack([self._head.texture, shade])
        size = (camera.width, camera.height)
        patch = rasterize(pixels, placed[:, 2], self._head.triangles, values, size)
        if patch is None:
            return
        magnification = camera.focal * self._cm_per_pixel / pose.distance
        self._paint(canvas, patch, self._textures[0 if magnification > 0.75 else 1])
        shown = np.zeros(canvas.shape[:2], np.float32)
        around_eyes = self._eye_triangles[patch.triangle] & (patch.triangle >= 0)
        shown[patch.window] = cv2.dilate(around_eyes.astype(np.float32), np.ones((3, 3), np.uint8))
        for eye in self._eyes:
            draw_eye(canvas, shown, eye, pixels, pose, camera, self.looks.eyes, light)
        if pose.mouth > 0 and pose.rotation()[2, 2] > 0:
            draw_mouth(canvas, pixels, pose.mouth)
        if self.looks.glasses and pose.rotation()[2, 2] > 0:
            self._draw_glasses(canvas, pose, camera)

    def _draw_glasses(self, canvas: NDArray[np.uint8], pose: Pose, camera: PinholeCamera) -> None:
        """A dark frame around both eyes."""
        around = np.linspace(0, 2 * np.pi, 25)
        rim = np.column_stack(
            [2.5 * np.cos(around), 1.9 * np.sin(around) + 0.3, np.full(25, -GLASSES_CM)]
        )
        left, right = sorted((eye.center for eye in self._eyes), key=lambda center: center[0])
        inner = np.array([(2.5, -0.2, -GLASSES_CM), (-2.5, -0.2, -GLASSES_CM)])
        bridge = np.array((left, right)) + inner
        width = max(1, round(camera.focal * 0.2 / pose.distance))
        for line in (left + rim, right + rim, bridge):
            pixels = camera.project(line @ pose.rotation().T + (pose.x, -pose.y, pose.distance))
            fixed = np.round(pixels * 16).astype(np.int32)
            cv2.polylines(canvas, [fixed], False, FRAME_COLOR, width, cv2.LINE_AA, 4)

    def _paint(self, canvas: NDArray[np.uint8], patch: Patch, texture: NDArray[np.uint8]) -> None:
        """The textured surface over ``canvas``, its rim softened by a pixel."""
        u, v, shade = (np.ascontiguousarray(patch.values[..., k]) for k in range(3))
        color = cv2.remap(texture, u, v, cv2.INTER_LINEAR).astype(np.float32) * shade[..., None]
        covered = (patch.triangle >= 0).astype(np.float32)
        soft = np.clip(cv2.blur(covered, (3, 3)) * 2 - 1, 0, 1) * covered
        under = canvas[patch.window]
        blended = under + (np.clip(color, 0, 255) - under) * soft[..., None]
        canvas[patch.window] = (blended + 0.5).astype(np.uint8)

    def _draw_body(
        self, canvas: NDArray[np.uint8], pose: Pose, camera: PinholeCamera, light: float
    ) -> None:
        """Neck, collar and suit: a flat picture behind the head that moves with the seat."""
        distance = pose.distance + BODY_BEHIND_PIVOT_CM
        scale = camera.focal * self._cm_per_pixel / distance
        column, row = self._pupils_middle + np.array(PIVOT_CM[:2]) / self._cm_per_pixel
        across = -scale if self.looks.mirrored else scale
        x = camera.width / 2 + camera.focal * pose.x / distance - across * column
        y = camera.height / 2 - camera.focal * pose.y / distance - scale * row
        top = min(max(0, math.floor(y + scale * NECK_TOP)), camera.height - 1)
        place = np.array([[across, 0, x], [0, scale, y - top]])
        size = (camera.width, camera.height - top)
        color, uncovered = self._body
        drawn = cv2.warpAffine(color, place, size)
        left_over = cv2.warpAffine(uncovered, place, size, borderValue=(255, 255, 255))
        if light != 1.0:
            drawn = cv2.convertScaleAbs(drawn, alpha=light)
        below = canvas[top:]
        cv2.add(cv2.multiply(below, left_over, scale=1 / 255), drawn, dst=below)

    @cached_property
    def _pupils_middle(self) -> NDArray[np.float64]:
        middle: NDArray[np.float64] = self._portrait.landmarks[list(IRIS_CENTERS), :2].mean(axis=0)
        return middle

    @cached_property
    def _cm_per_pixel(self) -> float:
        pupils = self._portrait.landmarks[list(IRIS_CENTERS), :2]
        return PUPIL_DISTANCE_CM / float(np.linalg.norm(pupils[1] - pupils[0]))

    @cached_property
    def _eye_triangles(self) -> NDArray[np.bool_]:
        """Which triangles touch the lids: where one of them is in front, so is the eye."""
        lids = np.array([index for eye in LIDS for lid in eye for index in lid])
        touching: NDArray[np.bool_] = np.isin(self._head.triangles, lids).any(axis=1)
        return touching

    @cached_property
    def _textures(self) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
        """The head's picture in this person's colours, sharp and softened for small faces."""
        rim = np.round(self._portrait.landmarks[list(OVAL), :2]).astype(np.int32)
        face = np.zeros(self._portrait.outline.shape, np.uint8)
        cv2.fillPoly(face, [rim], (1,))
        # The grey backdrop shows between hair and collar, where the outline is not exact.
        red, _, blue = np.moveaxis(self._portrait.rgb.astype(np.int16), 2, 0)
        person = (self._portrait.outline > 0.8) & (red - blue > MIN_HAIR_CHROMA)
        person[HAIR_END:] = False
        person |= cv2.erode(face, np.ones((7, 7), np.uint8)) > 0
        sharp = self._recolored(self._without_eyes(filled(self._portrait.rgb, person)))
        return sharp, np.asarray(cv2.GaussianBlur(sharp, (0, 0), 0.8), np.uint8)

    def _without_eyes(self, rgb: NDArray[np.uint8]) -> NDArray[np.uint8]:
        """The portrait with skin in place of eyes and lashes, which are drawn anew: a lid that
        comes down must not carry the lashes of the open eye over it."""
        eyes = np.zeros(rgb.shape[:2], np.uint8)
        for upper, lower in LIDS:
            rim = self._portrait.landmarks[[*upper, *reversed(lower[1:-1])], :2]
            cv2.fillPoly(eyes, [np.round(rim * 16).astype(np.int32)], (1,), cv2.LINE_8, 4)
        lashes = cv2.dilate(eyes, np.ones((6, 3), np.uint8), anchor=(1, 1))
        return np.asarray(cv2.inpaint(rgb, lashes, 3, cv2.INPAINT_TELEA), np.uint8)

    def _recolored(self, rgb: NDArray[np.uint8]) -> NDArray[np.uint8]:
        """Skin inside the face's outline and hair around it in this person's colours."""
        face = np.zeros(rgb.shape[:2], np.float32)
        rim = np.round(self._portrait.landmarks[list(OVAL), :2]).astype(np.int32)
        cv2.fillPoly(face, [rim], (1.0,))
        face[int(rim[:, 1].max()) :] = 1.0
        share = cv2.GaussianBlur(face, (0, 0), 3.0)[..., None]
        factor = share * np.array(self.looks.skin) + (1 - share) * np.array(self.looks.hair)
        recolored: NDArray[np.uint8] = np.clip(rgb * factor, 0, 255).astype(np.uint8)
        return recolored

    @cached_property
    def _body(self) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
        """Neck, collar and suit without the head: RGB times cover, and what stays uncovered."""
        rgb = np.clip(self._portrait.rgb * np.array(self.looks.clothes), 0, 255).astype(np.uint8)
        rgb[THROAT] = self._recolored(self._portrait.rgb)[THROAT]
        alpha = self._portrait.outline.copy()
        alpha[:NECK_ROW] = 0
        neck = np.array([(190, NECK_TOP), (256, NECK_TOP), (252, 180), (194, 180)], np.int32)
        throat = self._portrait.rgb[150:165, 205:235].reshape(-1, 3).mean(axis=0)
        skin = 0.7 * throat * self.looks.skin
        cv2.fillConvexPoly(rgb, neck, skin.tolist())
        cv2.fillConvexPoly(alpha, neck, (1.0,))
        cover = np.repeat(alpha[..., None], 3, axis=2)
        color = np.round(rgb * cover).astype(np.uint8)
        return color, np.round(255 - 255 * cover).astype(np.uint8)
