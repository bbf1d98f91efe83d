"""Measure the portrait that the simulation renders; writes the two files beside this script.

Run it once, with the extra ``demo`` installed: ``python resources/candidate/measure_portrait.py``.
``mesh.json`` holds the 478 landmarks that FaceMesh finds in the astronaut portrait shipped with
scikit-image (NASA, public domain), in pixels of the portrait; ``outline.png`` holds the share of
each pixel that belongs to the person, from MediaPipe's selfie segmentation. Rendering needs these
two files and no MediaPipe. The mesh also lists the triangles of FaceMesh's tesselation.
"""

import json
from pathlib import Path

import cv2
import mediapipe
import numpy as np
import skimage

CROP = (60, 0, 412, 352)  # left, top, right, bottom around head and collar
ENLARGED = 3  # the face is 90 px wide, FaceMesh works at 192


def triangles() -> list[list[int]]:
    """FaceMesh's triangles, of which MediaPipe tells only the edges, all in one sense.

    Three vertices with an edge between each two are one, unless they only surround a fourth vertex
    that has no other neighbours.
    """
    neighbours: dict[int, set[int]] = {}
    for one, other in mediapipe.solutions.face_mesh.FACEMESH_TESSELATION:
        neighbours.setdefault(one, set()).add(other)
        neighbours.setdefault(other, set()).add(one)
    surrounding = {tuple(sorted(around)) for around in neighbours.values() if len(around) == 3}
    found = {
        tuple(sorted((one, other, third)))
        for one, around in neighbours.items()
        for other in around
        for third in around & neighbours[other]
    }
    return in_one_sense([list(corners) for corners in sorted(found - surrounding)])


def in_one_sense(corners: list[list[int]]) -> list[list[int]]:
    """Triangles of one connected surface, all listed clockwise or all counter-clockwise.

    Neighbours run along their common edge in opposite directions.
    """
    by_edge: dict[frozenset[int], list[int]] = {}
    for index, triangle in enumerate(corners):
        for corner in range(3):
            by_edge.setdefault(frozenset(cyclic_edge(triangle, corner)), []).append(index)
    done, waiting = {0}, [0]
    while waiting:
        triangle = corners[waiting.pop()]
        for corner in range(3):
            edge = cyclic_edge(triangle, corner)
            for index in set(by_edge[frozenset(edge)]) - done:
                other = corners[index]
                if edge in [cyclic_edge(other, place) for place in range(3)]:
                    other.reverse()
                done.add(index)
                waiting.append(index)
    return corners


def cyclic_edge(triangle: list[int], corner: int) -> tuple[int, int]:
    return triangle[corner], triangle[(corner + 1) % 3]


def main() -> None:
    portrait = Path(skimage.__file__).parent / "data" / "astronaut.png"
    rgb = cv2.cvtColor(cv2.imread(str(portrait)), cv2.COLOR_BGR2RGB)
    left, top, right, bottom = CROP
    crop = cv2.resize(
        rgb[top:bottom, left:right],
        None,
        fx=ENLARGED,
        fy=ENLARGED,
        interpolation=cv2.INTER_CUBIC,
    )
    with mediapipe.solutions.face_mesh.FaceMesh(
        static_image_mode=True, refine_landmarks=True
    ) as mesh:
        face = mesh.process(crop).multi_face_landmarks[0]
    width, height = right - left, bottom - top
    points = np.array(
        [(p.x * width + left, p.y * height + top, p.z * width) for p in face.landmark]
    )
    with mediapipe.solutions.selfie_segmentation.SelfieSegmentation(model_selection=0) as segmenter:
        outline = segmenter.process(rgb).segmentation_mask
    folder = Path(__file__).parent
    (folder / "mesh.json").write_text(
        json.dumps(
            {"landmarks": np.round(points, 2).tolist(), "triangles": triangles()},
            separators=(",", ":"),
        )
        + "\n"
    )
    cv2.imwrite(str(folder / "outline.png"), np.round(outline * 255).astype(np.uint8))
    print(f"{len(points)} landmarks and the outline of {portrait.name} are in {folder}")


if __name__ == "__main__":
    main()
