"""MediaPipe's solutions as everybody uses them, to be measured against."""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, suppress
from typing import Any

import numpy as np
from numpy.typing import NDArray

from proctor_desktop.domain.errors import SettingsError
from proctor_desktop.landmarks.silence import quiet
from proctor_desktop.paths import library_folder


def is_here() -> bool:
    """Whether MediaPipe's own solutions are installed, up to Python 3.12."""
    folder = library_folder("mediapipe")
    return folder is not None and (folder / "python" / "solutions").is_dir()


@contextmanager
def _library() -> Iterator[None]:
    """MediaPipe, quietly; a sentence where it is not."""
    try:
        with quiet():
            yield
    except ImportError as error:
        raise SettingsError(
            "Costs are compared with MediaPipe's own, which is for Python 3.10 to 3.12 and is not"
            " installed here."
        ) from error


class PlainFaceMesh:
    """The library's own FaceMesh with iris, which also counts people where it may find several.

    Args:
        faces: how many it looks for.
    """

    def __init__(self, faces: int = 2) -> None:
        with _library():
            from mediapipe.python.solutions.face_mesh import FaceMesh

            self._mesh: Any = FaceMesh(refine_landmarks=True, max_num_faces=faces)
            self._mesh.process(np.zeros((64, 64, 3), np.uint8))
        self._has_found = False

    def count(self, rgb: NDArray[np.uint8]) -> int:
        """How many faces it finds, with their landmarks."""
        with nullcontext() if self._has_found else quiet():  # it warns about its first face
            found = len(self._mesh.process(rgb).multi_face_landmarks or ())
        self._has_found |= found > 0
        return found

    def close(self) -> None:
        """Give the model's memory back."""
        with suppress(ValueError):  # closed before
            self._mesh.close()


class PlainFaceDetection:
    """The library's own full-range BlazeFace."""

    def __init__(self) -> None:
        with _library():
            from mediapipe.python.solutions.face_detection import FaceDetection

            self._detection: Any = FaceDetection(model_selection=1)
            self._detection.process(np.zeros((64, 64, 3), np.uint8))

    def count(self, rgb: NDArray[np.uint8]) -> int:
        """How many faces it finds."""
        return len(self._detection.process(rgb).detections or ())

    def close(self) -> None:
        """Give the model's memory back."""
        with suppress(ValueError):  # closed before
            self._detection.close()
