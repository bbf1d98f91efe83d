"""The astronaut portrait of scikit-image, with the mesh and outline measured on it once."""

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from proctor_desktop.domain.errors import SettingsError
from proctor_desktop.media.opencv import cv2
from proctor_desktop.paths import library_folder, resource

NECK_ROW = 148
"""Rows of the portrait below this one belong to the collar and suit, above it to the head."""

HAIR_END = 138
"""Beside the face, no hair hangs below this row."""


@dataclass(frozen=True, eq=False)
class Portrait:
    """One person's picture and what was measured on it.

    Attributes:
        rgb: uint8 (512, 512, 3).
        landmarks: float64 (478, 3), FaceMesh's points in pixels of the portrait, z on the x scale.
        triangles: int64 (852, 3), FaceMesh's surface, in one sense, with holes for eyes and mouth.
        outline: float32 (512, 512), share of each pixel that belongs to the person.
    """

    rgb: NDArray[np.uint8]
    landmarks: NDArray[np.float64]
    triangles: NDArray[np.int64]
    outline: NDArray[np.float32]


@lru_cache(maxsize=1)
def portrait() -> Portrait:
    """The astronaut (NASA, public domain) with the measurements kept in ``resources/candidate``.

    Raises:
        SettingsError: scikit-image, which carries the picture, is not installed.
    """
    library = library_folder("skimage")
    if library is None:
        raise SettingsError(
            "The simulated candidate needs the portrait that comes with scikit-image. "
            'Install it with: pip install "proctor-desktop[demo]"'
        )
    # The file is read as it lies: importing skimage would only add a second.
    rgb = _read(library / "data" / "astronaut.png", "RGB")
    outline = _read(resource("candidate/outline.png"), "L")
    measured = json.loads(resource("candidate/mesh.json").read_text(encoding="utf-8"))
    return Portrait(
        rgb=rgb,
        landmarks=np.array(measured["landmarks"], np.float64),
        triangles=np.array(measured["triangles"], np.int64),
        outline=np.asarray(outline.astype(np.float32) / 255, np.float32),
    )


def _read(path: Path, mode: str) -> NDArray[np.uint8]:
    """A picture file as an array; Pillow does not complain of the portrait's colour profile."""
    with Image.open(path) as picture:
        return np.asarray(picture.convert(mode))


def filled(rgb: NDArray[np.uint8], inside: NDArray[np.bool_]) -> NDArray[np.uint8]:
    """``rgb`` with every pixel outside taken from the nearest one inside.

    Keeps the backdrop of the portrait from shining through at the edge of the hair.
    """
    _, labels = cv2.distanceTransformWithLabels(
        (~inside).astype(np.uint8), cv2.DIST_L2, 5, labelType=cv2.DIST_LABEL_PIXEL
    )
    nearest = np.zeros(int(labels.max()) + 1, np.int64)
    nearest[labels[inside]] = np.flatnonzero(inside)
    flat: NDArray[np.uint8] = rgb.reshape(-1, 3)[nearest[labels.ravel()]].reshape(rgb.shape)
    return flat
