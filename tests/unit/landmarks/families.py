"""The families of networks that can run here, each a parameter of the tests that hold for all."""

from importlib.util import find_spec

import pytest

from proctor_desktop.domain.errors import SettingsError
from proctor_desktop.landmarks.model_files import MODEL_FILES, located


def _lacks_litert() -> bool:
    try:
        return find_spec("ai_edge_litert") is None or not all(map(located, MODEL_FILES))
    except SettingsError:
        return True


mediapipe_only = pytest.mark.skipif(
    find_spec("mediapipe") is None, reason="MediaPipe is for Python 3.10 to 3.12"
)
litert_only = pytest.mark.skipif(
    _lacks_litert(), reason="LiteRT or its models are not here; see proctor-desktop models"
)
FAMILIES = [
    pytest.param("mediapipe", marks=mediapipe_only),
    pytest.param("litert", marks=litert_only),
]
