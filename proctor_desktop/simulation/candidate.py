"""A person who can be drawn in any posture."""

from dataclasses import dataclass, field
from functools import cached_property

import cv2
import numpy as np
from numpy.typing import NDArray

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
from proctor_desktop.simulation.portrait import NECK_ROW, filled, portrait
from proctor_desktop.simulation.pose import PinholeCamera, Pose
from proctor_desktop.simulation.raster import Patch, rasterize

LAMP = np.array([0.25, -0.6, -0.76])
"""Direction towards the lamp in the camera's frame: from above, a little from the right."""

SHADING = 0.30
"""How much a surface that turns from or to the lamp loses or gains in brightness."""

BODY_BEHIND_PIVOT_CM = 2.0

BACKDROP_LEVEL = 140
"""Outside the face, pixels whose darkest channel is above this belong to the pale backdrop."""


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
        self._head = build_head(self._portrait, self.looks.proportions)
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
        moved = with_lids(self._head.vertices, pose)
        placed: NDArray[np.float64] = moved @ pose.rotation().T
        return placed + (pose.x, -pose.y, pose.distance)

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
        shown[patch.window] = self._eye_triangles[patch.triangle] & (patch.triangle >= 0)
        shown[patch.window] = cv2.dilate(shown[patch.window], np.ones((3, 3), np.uint8))
        for eye in self._eyes:
            draw_eye(canvas, shown, eye, pixels, pose, camera, self.looks.eyes, light)

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
        x = camera.width / 2 + camera.focal * pose.x / distance - scale * column
        y = camera.height / 2 - camera.focal * pose.y / distance - scale * row
        place = np.array([[scale, 0, x], [0, scale, y]])
        body = cv2.warpAffine(self._body, place, (camera.width, camera.height))
        cover = body[..., 3:].astype(np.float32) / 255
        blended = canvas * (1 - cover) + body[..., :3] * (light * cover)
        np.copyto(canvas, np.clip(blended + 0.5, 0, 255).astype(np.uint8))

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
        """Which triangles span the opening between the lids."""
        rims = [np.array(sorted({*upper, *lower})) for upper, lower in LIDS]
        within = [np.isin(self._head.triangles, rim).all(axis=1) for rim in rims]
        return np.logical_or(*within)

    @cached_property
    def _textures(self) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
        """The head's picture in this person's colours, sharp and softened for small faces."""
        rim = np.round(self._portrait.landmarks[list(OVAL), :2]).astype(np.int32)
        face = np.zeros(self._portrait.outline.shape, np.uint8)
        cv2.fillPoly(face, [rim], 1)
        # The pale backdrop shows between hair and collar, where the outline is not exact.
        dark = self._portrait.rgb.min(axis=2) < BACKDROP_LEVEL
        dark = cv2.erode(dark.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0
        person = (face > 0) | ((self._portrait.outline > 0.8) & dark)
        sharp = self._recolored(filled(self._portrait.rgb, person))
        return sharp, cv2.GaussianBlur(sharp, (0, 0), 0.8)

    def _recolored(self, rgb: NDArray[np.uint8]) -> NDArray[np.uint8]:
        """Skin inside the face's outline and hair around it in this person's colours."""
        face = np.zeros(rgb.shape[:2], np.float32)
        rim = np.round(self._portrait.landmarks[list(OVAL), :2]).astype(np.int32)
        cv2.fillPoly(face, [rim], 1.0)
        face[int(rim[:, 1].max()) :] = 1.0
        share = cv2.GaussianBlur(face, (0, 0), 3.0)[..., None]
        factor = share * np.array(self.looks.skin) + (1 - share) * np.array(self.looks.hair)
        return np.clip(rgb * factor, 0, 255).astype(np.uint8)

    @cached_property
    def _body(self) -> NDArray[np.uint8]:
        """RGBA of neck, collar and suit with the head taken out."""
        rgb = self._portrait.rgb.copy()
        alpha = np.round(self._portrait.outline * 255).astype(np.uint8)
        alpha[:NECK_ROW] = 0
        neck = np.array([(194, 110), (252, 110), (250, 178), (196, 178)], np.int32)
        skin = np.array(rgb[150:165, 205:235].reshape(-1, 3).mean(axis=0) * 0.7)
        skin = skin * self.looks.skin
        cv2.fillConvexPoly(rgb, neck, skin.tolist())
        cv2.fillConvexPoly(alpha, neck, 255)
        factor = np.array(self.looks.clothes)
        rgb[NECK_ROW + 45 :] = np.clip(rgb[NECK_ROW + 45 :] * factor, 0, 255).astype(np.uint8)
        return np.dstack([rgb, alpha])
