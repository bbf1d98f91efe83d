"""What is needed of neural networks for faces, whoever runs them."""

from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from proctor_desktop.domain.frame import PersonBox
from proctor_desktop.landmarks.topology import RestingEyes


class Region(NamedTuple):
    """Square part of the picture in which the landmark model looks for one face.

    ``x``, ``y`` (middle) and ``side`` are in pixels, ``rotation`` in radians, clockwise.
    """

    x: float
    y: float
    side: float
    rotation: float


class LandmarkModel(Protocol):
    """Finds the points of one face in a region; keeps nothing from one picture to the next."""

    def measure(
        self, rgb: NDArray[np.uint8], region: Region
    ) -> tuple[NDArray[np.float32] | None, float]:
        """Landmarks in pixels, shape (478, 3), None without a face; and the presence score.

        x grows to the right, y down; z is on the scale of x and grows away from the camera. The
        points are numbered as `landmarks.topology` says.
        """

    def close(self) -> None:
        """Give the model's memory back."""


class FaceFinder(Protocol):
    """Finds all faces in a picture; keeps nothing from one picture to the next."""

    def find(self, rgb: NDArray[np.uint8]) -> tuple[PersonBox, ...]:
        """Boxes in fractions of the picture, the surest first."""

    def close(self) -> None:
        """Give the model's memory back."""


class Networks(Protocol):
    """One family of networks that fit together, and the shape of a face as they see it.

    Attributes:
        title: what people call it.
        shape_file: the generic neutral shape that its landmark model measures, in the resources.
        eyes: how the eyes of that face rest and travel.
    """

    title: str
    shape_file: str
    eyes: RestingEyes

    def landmarks(self) -> LandmarkModel:
        """A new landmark model."""

    def faces(self, *, far: bool, min_score: float) -> FaceFinder:
        """A new finder.

        Args:
            far: for faces within five metres; otherwise for faces within two, which is cheaper.
            min_score: fainter boxes are left out.
        """

    def versions(self) -> dict[str, str]:
        """What a report says of them: version of the library, then the SHA-256 of each model."""
