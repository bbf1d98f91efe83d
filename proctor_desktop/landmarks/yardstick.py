"""FaceMesh as everybody uses it, to be measured against."""

from contextlib import suppress
from typing import Any

import numpy as np
from numpy.typing import NDArray

from proctor_desktop.landmarks.mediapipe_graphs import quiet


class PlainFaceMesh:
    """The library's own FaceMesh with iris and up to two faces, which also counts people so."""

    def __init__(self) -> None:
        with quiet():
            from mediapipe.python.solutions.face_mesh import FaceMesh

            self._mesh: Any = FaceMesh(refine_landmarks=True, max_num_faces=2)
            self._mesh.process(np.zeros((64, 64, 3), np.uint8))

    def count(self, rgb: NDArray[np.uint8]) -> int:
        """How many faces it finds, with their landmarks."""
        return len(self._mesh.process(rgb).multi_face_landmarks or ())

    def close(self) -> None:
        """Give the model's memory back."""
        with suppress(ValueError):  # closed before
            self._mesh.close()
