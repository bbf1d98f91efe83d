"""The head as a textured surface in centimetres: the measured face, hair and skull around it."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from proctor_desktop.simulation.portrait import HAIR_END, Portrait

LANDMARKS = 478
PUPIL_DISTANCE_CM = 6.3
"""Mean distance between the pupils of adults (N. A. Dodgson, "Variation and extrema of human
interpupillary distance", SPIE 5291, 2004); fixes the scale of the head."""

DEPTH_STRETCH = 1.2
"""FaceMesh gives too shallow faces; stretched by this the ear lies 11.7 cm from the base of the
nose, as on people, and plain Procrustes on what FaceMesh sees of the head reads yaw within 4
degrees up to 35."""

PIVOT_CM = (0.0, 4.0, 10.0)
"""From the middle between the pupils to the joint about which the head turns: down and back."""

# Landmark numbers of FaceMesh: outline of the face clockwise from the top, and mirror pairs.
OVAL = (
    *(10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377),
    *(152, 148, 176, 149, 150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109),
)
MIRROR_PAIRS = (
    *((33, 263), (133, 362), (61, 291), (234, 454), (127, 356), (93, 323), (58, 288)),
    *((172, 397), (136, 365), (70, 300), (107, 336), (48, 278), (50, 280)),
)
TOP, CHIN = 10, 152
IRIS_CENTERS = (468, 473)
# Lids of the eye at the picture's left and right: upper and lower, from the outer corner inwards.
LIDS = (
    ((33, 246, 161, 160, 159, 158, 157, 173, 133), (33, 7, 163, 144, 145, 153, 154, 155, 133)),
    ((263, 466, 388, 387, 386, 385, 384, 398, 362), (263, 249, 390, 373, 374, 380, 381, 382, 362)),
)
# The inner rim of the lips: upper and lower, from the picture's left to its right.
MOUTH = (
    (78, 191, 80, 81, 82, 13, 312, 311, 310, 415, 308),
    (78, 95, 88, 178, 87, 14, 317, 402, 318, 324, 308),
)

HEAD_CENTER = (225.0, 105.0)
"""Middle of the head in the portrait, in pixels."""

# Rings around the face: how far they lie from the face's edge to the edge of the hair, their depth
# in portrait pixels, and where between the two edges their texture is taken.
HAIR_RINGS = ((0.4, 0.30, 0.4), (0.75, 0.65, 0.75), (1.0, 1.0, 1.0))
BACK_RINGS = ((0.96, 75.0, 0.6), (0.78, 98.0, 0.3), (0.4, 112.0, 0.1))
EQUATOR_DEPTH = 52.0


@dataclass(frozen=True)
class Proportions:
    """How this head differs from the portrait's, as factors; 1 is the portrait itself."""

    width: float = 1.0
    lower_face: float = 1.0
    nose: float = 1.0
    eye_distance: float = 1.0
    depth: float = 1.0
    cheeks: float = 1.0


@dataclass(frozen=True, eq=False)
class Head:
    """A surface of triangles with the portrait's pixels on it.

    Attributes:
        vertices: float64 (n, 3) in centimetres from the pivot: x right, y down, z away as seen by
            somebody whom the head faces. The first 478 are FaceMesh's landmarks.
        texture: float64 (n, 2) pixels of the portrait.
        triangles: int64 (m, 3) rows of ``vertices``, turned so that normals point outwards.
        normals: float64 (n, 3), unit length, mean of the triangles around each vertex.
    """

    vertices: NDArray[np.float64]
    texture: NDArray[np.float64]
    triangles: NDArray[np.int64]
    normals: NDArray[np.float64]

    def mirrored(self) -> "Head":
        """The same head with left and right exchanged."""
        flip = np.array((-1.0, 1.0, 1.0))
        return Head(
            self.vertices * flip, self.texture, self.triangles[:, ::-1], self.normals * flip
        )


def build_head(portrait: Portrait, proportions: Proportions) -> Head:
    """The portrait's head with other proportions."""
    points, texture, links = _with_rings(portrait)
    scale, axes, middle = _frontal_frame(portrait.landmarks)
    stretched = (points - middle) * (1.0, 1.0, DEPTH_STRETCH) * scale
    vertices = _reshaped(stretched @ axes.T, proportions) - PIVOT_CM
    holes = [_strip(upper, lower) for upper, lower in (*LIDS, MOUTH)]
    triangles = _all_triangles(vertices, portrait.triangles, np.concatenate(holes), links)
    outside = triangles[: len(triangles) - len(links)]
    return Head(vertices, texture, triangles, _vertex_normals(vertices, outside))


def _strip(upper: tuple[int, ...], lower: tuple[int, ...]) -> NDArray[np.int64]:
    """Triangles across a hole between two rims that share their ends."""
    inner = range(1, len(upper) - 1)
    first = [(upper[i - 1], upper[i], lower[i]) for i in inner]
    second = [(lower[i], upper[i], lower[i + 1]) for i in inner]
    third = [(upper[i], upper[i + 1], lower[i + 1]) for i in inner[:-1]]
    return np.array([*first[:1], *second, *third], np.int64)


def _all_triangles(
    vertices: NDArray[np.float64],
    face: NDArray[np.int64],
    holes: NDArray[np.int64],
    shell: NDArray[np.int64],
) -> NDArray[np.int64]:
    """The face turned towards the viewer, and the shell, which is seen from both sides."""
    if _normals(vertices, face)[:, 2].sum() > 0:
        face = face[:, ::-1]
    away = _normals(vertices, holes)[:, 2] > 0
    holes = np.where(away[:, None], holes[:, ::-1], holes)
    outwards = vertices[shell].mean(axis=1)
    inward = (_normals(vertices, shell) * outwards).sum(axis=1) < 0
    shell = np.where(inward[:, None], shell[:, ::-1], shell)
    return np.concatenate([face, holes, shell, shell[:, ::-1]])


def _normals(vertices: NDArray[np.float64], triangles: NDArray[np.int64]) -> NDArray[np.float64]:
    """Normal of each triangle, as long as twice its area."""
    first, second, third = np.moveaxis(vertices[triangles], 1, 0)
    normals: NDArray[np.float64] = np.cross(second - first, third - first)
    return normals


def _vertex_normals(
    vertices: NDArray[np.float64], triangles: NDArray[np.int64]
) -> NDArray[np.float64]:
    """Unit normal at each vertex, weighted by area."""
    summed = np.zeros_like(vertices)
    normals = _normals(vertices, triangles)
    for corner in triangles.T:
        np.add.at(summed, corner, normals)
    lengths = np.linalg.norm(summed, axis=1, keepdims=True)
    unit: NDArray[np.float64] = summed / np.maximum(lengths, 1e-9)
    return unit


def _frontal_frame(
    landmarks: NDArray[np.float64],
) -> tuple[float, NDArray[np.float64], NDArray[np.float64]]:
    """Centimetres per pixel, rows of the head's axes, and the middle between the pupils.

    The face is frontal when lines between mirrored landmarks run straight across, and level when
    the top of the forehead and the chin are equally far away.
    """
    pupils = landmarks[list(IRIS_CENTERS)]
    scale = PUPIL_DISTANCE_CM / float(np.linalg.norm(pupils[1, :2] - pupils[0, :2]))
    solid = landmarks * (1.0, 1.0, DEPTH_STRETCH)
    left, right = np.array(MIRROR_PAIRS).T
    across = (solid[right] - solid[left]).sum(axis=0)
    across /= np.linalg.norm(across)
    down = solid[CHIN] - solid[TOP]
    down -= across * (down @ across)
    down /= np.linalg.norm(down)
    return scale, np.stack([across, down, np.cross(across, down)]), pupils.mean(axis=0)


def _with_rings(
    portrait: Portrait,
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.int64]]:
    """Face, rings behind its edge and cap in portrait pixels, their texture, and the triangles."""
    face = portrait.landmarks[:LANDMARKS]
    edge = face[list(OVAL)]
    hair = _hair_edge(portrait.outline, edge[:, :2])
    center = np.array(HEAD_CENTER)
    points, texture = [face], [face[:, :2]]
    for share, depth, source in HAIR_RINGS:
        place = edge[:, :2] + share * (hair - edge[:, :2])
        z = edge[:, 2] + depth * (EQUATOR_DEPTH - edge[:, 2])
        points.append(np.column_stack([place, z]))
        texture.append(edge[:, :2] + source * (hair - edge[:, :2]))
    for share, depth, source in BACK_RINGS:
        place = center + share * (hair - center)
        points.append(np.column_stack([place, np.full(len(edge), depth)]))
        texture.append(edge[:, :2] + source * (hair - edge[:, :2]))
    points.append(points[-1])
    texture.append(_crown(edge[:, :2], hair))
    return np.concatenate(points), np.concatenate(texture), _ring_links()


def _crown(edge: NDArray[np.float64], hair: NDArray[np.float64]) -> NDArray[np.float64]:
    """A round patch of hair above the forehead, for the cap that closes the head behind."""
    middle, reach = (edge[0] + hair[0]) / 2, float(np.linalg.norm(hair[0] - edge[0]))
    around = np.linspace(0, 2 * np.pi, len(edge), endpoint=False)
    patch: NDArray[np.float64] = middle + 0.4 * reach * np.stack(
        [np.cos(around), np.sin(around)], 1
    )
    return patch


def _hair_edge(outline: NDArray[np.float32], edge: NDArray[np.float64]) -> NDArray[np.float64]:
    """Where the rays from the middle of the head through the face's edge leave the hair.

    Below the ears that is the jaw itself, drawn in a little: the rings there are the underside of
    the chin.
    """
    center = np.array(HEAD_CENTER)
    reach = np.linspace(1.0, 2.2, 121)
    found = np.empty(len(edge))
    for index, rim in enumerate(edge):
        rays = center + reach[:, None] * (rim - center)
        column, row = np.round(rays).astype(int).T
        inside = (outline[row, column] > 0.5) & (row < HAIR_END)
        found[index] = reach[np.argmin(inside) - 1] if not inside.all() else reach[-1]
        if rim[1] > HAIR_END:
            found[index] = 0.93
    smooth = (np.roll(found, 1) + 2 * found + np.roll(found, -1)) / 4
    hair: NDArray[np.float64] = center + smooth[:, None] * (edge - center)
    return hair


def _ring_links() -> NDArray[np.int64]:
    """Triangles between the face's edge and the rings, one ring and the next, and of the cap."""
    size = len(OVAL)
    rings = [np.array(OVAL)]
    rings += [
        LANDMARKS + size * index + np.arange(size)
        for index in range(len(HAIR_RINGS) + len(BACK_RINGS))
    ]
    links = []
    for inner, outer in pairwise(rings):
        after_inner, after_outer = np.roll(inner, -1), np.roll(outer, -1)
        links.append(np.column_stack([inner, outer, after_inner]))
        links.append(np.column_stack([outer, after_outer, after_inner]))
    cap = LANDMARKS + size * (len(rings) - 1) + np.arange(size)
    links.append(np.column_stack([np.repeat(cap[0], size - 2), cap[1:-1], cap[2:]]))
    return np.concatenate(links)


def _reshaped(vertices: NDArray[np.float64], proportions: Proportions) -> NDArray[np.float64]:
    """Other proportions of the same head, in centimetres from the middle between the pupils."""
    x, y, z = vertices.T.copy()
    below_eyes = np.clip(y / 5.0, 0.0, 1.0)
    beside_nose = np.exp(-((np.abs(x) - 5.5) ** 2) / 6.0) * np.exp(-((y - 4.0) ** 2) / 8.0)
    on_nose = np.exp(-(x**2) / 2.5) * np.exp(-((y - 3.3) ** 2) / 3.0)
    around_eyes = np.exp(-(y**2) / 3.0) * np.exp(-((np.abs(x) - 3.1) ** 2) / 6.0)
    x = x * proportions.width * (1 + (proportions.cheeks - 1) * beside_nose)
    x = x * (1 + (proportions.eye_distance - 1) * around_eyes)
    y = y * (1 + (proportions.lower_face - 1) * below_eyes)
    z = z * proportions.depth - (proportions.nose - 1) * 2.5 * on_nose
    return np.column_stack([x, y, z])
