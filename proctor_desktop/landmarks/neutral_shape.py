"""Measures a generic neutral shape: ``-m proctor_desktop.landmarks.neutral_shape FILE MODEL``.

The faces are the hundred of `skimage.data.lfw_subset` (25 pixels wide, enlarged; many people, ages
and expressions) and the portrait of `skimage.data.astronaut`, all of which ship with scikit-image.
The model (``mediapipe`` or ``litert``) measures each; the shapes are aligned with each other
(generalised Procrustes analysis), averaged, and made symmetric, which also says what "straight
ahead" is sideways. Vertically the face looks straight ahead when the top of the forehead and the
chin are equally far away. No shape made by others goes in.

Source of the method: J. C. Gower, "Generalized Procrustes analysis", Psychometrika 40 (1975).
"""

import sys
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from proctor_desktop.landmarks.alignment import Points, align
from proctor_desktop.landmarks.choice import LandmarkOptions, chosen
from proctor_desktop.landmarks.face_mesh import region_of
from proctor_desktop.landmarks.networks import LandmarkModel, Region
from proctor_desktop.landmarks.topology import (
    CHIN,
    FOREHEAD,
    MESH_COUNT,
    PICTURE_LEFT_EYE,
    PICTURE_RIGHT_EYE,
)

_ENLARGED, _BORDER = 200, 60
_PASSES = 4
_ROUNDS = 10
_ACROSS = np.array([-1.0, 1.0, 1.0])

_HEADER = """Generic neutral face, measured by python -m proctor_desktop.landmarks.neutral_shape
from the {count} faces that scikit-image ships (lfw_subset and astronaut).
One row for each of the 468 surface landmarks. Columns: x to the picture's right, y down,
z away from the camera (unit: distance between the outer corners of the eyes, as the model
measures it, z not stretched); number of the mirrored landmark; weight (one over the
standard deviation over the faces)."""


def measured_faces(graph: LandmarkModel) -> list[Points]:
    """Landmarks of every face by this model, each (468, 3)."""
    from skimage import data

    from proctor_desktop.media.opencv import cv2

    faces = []
    library: Any = data  # scikit-image's loaders carry no types
    for grey in library.lfw_subset()[:100]:
        picture = cv2.resize(
            (grey * 255).astype(np.uint8), (_ENLARGED, _ENLARGED), interpolation=cv2.INTER_CUBIC
        )
        sides = (_BORDER,) * 4
        picture = cv2.copyMakeBorder(picture, *sides, cv2.BORDER_REPLICATE)
        middle = _BORDER + _ENLARGED / 2
        region = Region(middle, middle, 1.45 * _ENLARGED, 0.0)
        faces.append(_measured(graph, np.repeat(picture[:, :, None], 3, axis=2), region))
    faces.append(_measured(graph, library.astronaut(), Region(225, 115, 200, 0.0)))
    return [face for face in faces if face is not None]


def _measured(graph: LandmarkModel, rgb: NDArray[np.uint8], region: Region) -> Points | None:
    for _ in range(_PASSES - 1):
        points, _ = graph.measure(rgb, region)
        if points is None:
            return None
        region = region_of(points)
    points, _ = graph.measure(rgb, region)
    return None if points is None else points[:MESH_COUNT].astype(np.float64)


def mean_shape(faces: list[Points]) -> tuple[Points, Points]:
    """Mean (468, 3) of the aligned faces, and each landmark's variance around it (468,)."""
    even = np.full(MESH_COUNT, 1 / MESH_COUNT)
    mean = _normalised(faces[-1])
    for _ in range(_ROUNDS):
        aligned = [align(mean, face, even).undone(face) for face in faces]
        mean = _normalised(np.mean(aligned, axis=0))
    variance = np.mean([((face - mean) ** 2).sum(axis=1) for face in aligned], axis=0)
    return mean, variance


def _normalised(shape: Points) -> Points:
    eyes = shape[PICTURE_RIGHT_EYE.outer] - shape[PICTURE_LEFT_EYE.outer]
    return np.asarray((shape - shape.mean(axis=0)) / np.linalg.norm(eyes))


def mirrored_landmarks(shape: Points) -> NDArray[np.intp]:
    """For each landmark its partner on the other side, (468,), found on the shape itself."""
    from scipy.optimize import linear_sum_assignment

    even = np.full(MESH_COUNT, 1 / MESH_COUNT)
    reflected = shape * _ACROSS
    for _ in range(5):
        distances = ((shape[:, None] - reflected[None]) ** 2).sum(axis=-1)
        partner = linear_sum_assignment(distances)[1]
        fit = align((shape * _ACROSS)[partner], shape, even)
        reflected = fit.scale * (shape * _ACROSS) @ fit.rotation.T + fit.offset
    if not (partner[partner] == np.arange(MESH_COUNT)).all():
        raise ValueError("the mirrored landmarks do not pair up")
    return np.asarray(partner, np.intp)


def symmetric(shape: Points, partner: NDArray[np.intp]) -> Points:
    """The shape and its reflection averaged, turned so that the plane between them is x = 0."""
    even = np.full(len(shape), 1 / len(shape))
    reflected = (shape * _ACROSS)[partner]
    fit = align(reflected, shape, even)
    both = (shape + fit.scale * reflected @ fit.rotation.T + fit.offset) / 2
    across = both[partner] - both
    apart = np.linalg.norm(across, axis=1) > 0.1
    across = across[apart] * np.sign(across[apart][:, :1])
    turned = (both - both.mean(axis=0)) @ _rotation_to_x(across.sum(axis=0)).T
    return np.asarray((turned + (turned * _ACROSS)[partner]) / 2)


def _rotation_to_x(direction: Points) -> Points:
    """Smallest rotation, (3, 3), that carries a direction near x onto x."""
    unit = direction / np.linalg.norm(direction)
    x, y, z = np.cross(unit, [1.0, 0.0, 0.0])
    cross = np.array([[0, -z, y], [z, 0, -x], [-y, x, 0]])
    return np.asarray(np.eye(3) + cross + cross @ cross / (1 + unit[0]))


def level(shape: Points) -> Points:
    """The shape nodded so that the top of the forehead and the chin are equally far away."""
    _, down, away = shape[CHIN] - shape[FOREHEAD]
    angle = np.arctan2(away, down)
    cosine, sine = np.cos(angle), np.sin(angle)
    nod = np.array([[1, 0, 0], [0, cosine, sine], [0, -sine, cosine]])
    return np.asarray(shape @ nod.T)


def main() -> None:
    """Measure and write."""
    model = chosen(LandmarkOptions(sys.argv[2])).landmarks()  # type: ignore[arg-type]  # a name of one
    faces = measured_faces(model)
    model.close()
    mean, variance = mean_shape(faces)
    partner = mirrored_landmarks(mean)
    weights = ((variance + variance[partner]) / 2) ** -0.5
    table = np.column_stack(
        [_normalised(level(symmetric(mean, partner))), partner, weights / weights.sum()]
    )
    np.savetxt(
        Path(sys.argv[1]),
        table,
        fmt=["%.5f", "%.5f", "%.5f", "%d", "%.6f"],
        delimiter=",",
        header=_HEADER.format(count=len(faces)),
    )


if __name__ == "__main__":
    main()
