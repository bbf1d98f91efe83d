"""Measure the portrait that the simulation renders; writes the two files beside this script.

Run it once, with the extra ``demo`` installed: ``python resources/candidate/measure_portrait.py``.
``mesh.json`` holds the 478 landmarks that FaceMesh finds in the astronaut portrait shipped with
scikit-image (NASA, public domain), in pixels of the portrait; ``outline.png`` holds the share of
each pixel that belongs to the person, from MediaPipe's selfie segmentation. Rendering needs these
two files and no MediaPipe.
"""

import json
from pathlib import Path

import cv2
import mediapipe
import numpy as np
import skimage

CROP = (60, 0, 412, 352)  # left, top, right, bottom around head and collar
ENLARGED = 3  # the face is 90 px wide, FaceMesh works at 192


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
        json.dumps({"landmarks": np.round(points, 2).tolist()}, separators=(",", ":")) + "\n"
    )
    cv2.imwrite(str(folder / "outline.png"), np.round(outline * 255).astype(np.uint8))
    print(f"{len(points)} landmarks and the outline of {portrait.name} are in {folder}")


if __name__ == "__main__":
    main()
