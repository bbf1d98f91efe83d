"""What BlazeFace's numbers mean: its grid of anchors, its boxes, and which of them are one face.

Source: V. Bazarevsky et al., "BlazeFace: Sub-millisecond Neural Face Detection on Mobile GPUs",
CVPR Workshop 2019; overlapping boxes are averaged by their scores, as it says there.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]

_SAME_FACE = 0.3
_LARGEST_LOGIT = 80.0


@dataclass(frozen=True, slots=True)
class Grid:
    """Where the network looks for faces.

    Attributes:
        side: of its square input, in pixels.
        cells: for each layer, cells along a side and anchors in each.
    """

    side: int
    cells: tuple[tuple[int, int], ...]

    def anchors(self) -> Numbers:
        """Middles of all anchors in fractions of the input, shape (n, 2)."""
        return np.concatenate([_middles(count, each) for count, each in self.cells])


SHORT_RANGE = Grid(128, ((16, 2), (8, 6)))
FULL_RANGE = Grid(192, ((48, 1),))


def _middles(count: int, each: int) -> Numbers:
    steps = (np.arange(count) + 0.5) / count
    y, x = np.meshgrid(steps, steps, indexing="ij")
    return np.repeat(np.column_stack([x.ravel(), y.ravel()]), each, axis=0)


def scored_boxes(
    answers: NDArray[np.float32],
    logits: NDArray[np.float32],
    anchors: Numbers,
    side: int,
    min_score: float,
) -> Numbers:
    """Left, top, right, bottom in fractions of the input, and the score: (n, 5), surest first.

    Args:
        answers: what the network says of each anchor, (anchors, 16).
        logits: how sure it is of each, (anchors,).
        anchors: of its grid.
        side: of its input.
        min_score: fainter boxes are left out.
    """
    raw = np.clip(logits.astype(np.float64), -_LARGEST_LOGIT, _LARGEST_LOGIT)
    scores = 1 / (1 + np.exp(-raw))
    kept = np.flatnonzero(scores >= min_score)
    middle = answers[kept, :2].astype(np.float64) / side + anchors[kept]
    half = answers[kept, 2:4].astype(np.float64) / side / 2
    found = np.column_stack([middle - half, middle + half, scores[kept]])
    return found[np.argsort(-found[:, 4], kind="stable")]


def separate_faces(found: Numbers) -> Numbers:
    """One row for each face: overlapping boxes averaged by their scores, with the best score."""
    faces = []
    while len(found):
        is_same = overlaps(found[0], found) > _SAME_FACE
        is_same[0] = True
        weights = found[is_same, 4]
        box = weights @ found[is_same, :4] / weights.sum()
        faces.append([*box, found[0, 4]])
        found = found[~is_same]
    return np.array(faces).reshape(-1, 5)


def overlaps(box: Numbers, others: Numbers) -> Numbers:
    """Intersection over union of one box with each of the others."""
    low, high = np.maximum(box[:2], others[:, :2]), np.minimum(box[2:4], others[:, 2:4])
    both = np.clip(high - low, 0, None).prod(axis=1)
    area, areas = (box[2:4] - box[:2]).prod(), (others[:, 2:4] - others[:, :2]).prod(axis=1)
    return np.asarray(both / np.maximum(area + areas - both, 1e-9))
