"""FaceLandmarker's and BlazeFace's networks, run by LiteRT alone.

LiteRT is imported when the first model is made. Pictures are cut out for the networks just as
MediaPipe does it, so that both families see the same; what lies outside the picture is black.
"""

import math
from importlib.metadata import PackageNotFoundError, version
from typing import Any

import numpy as np
from numpy.typing import NDArray

from proctor_desktop.domain.errors import SettingsError
from proctor_desktop.domain.frame import LANDMARK_COUNT, PersonBox
from proctor_desktop.landmarks.blazeface import (
    FULL_RANGE,
    SHORT_RANGE,
    Grid,
    scored_boxes,
    separate_faces,
)
from proctor_desktop.landmarks.model_files import (
    FAR_FACES,
    LANDMARKER,
    MODEL_FILES,
    ModelFile,
    located,
)
from proctor_desktop.landmarks.networks import Region
from proctor_desktop.landmarks.silence import quiet
from proctor_desktop.landmarks.topology import RestingEyes
from proctor_desktop.media.opencv import cv2

_LIBRARY = "ai-edge-litert"
_LANDMARKS_INSIDE = "face_landmarks_detector.tflite"
_NEAR_FACES_INSIDE = "face_detector.tflite"
_LANDMARK_SIDE = 256


class LiteRtNetworks:
    """FaceLandmarker with BlazeFace, from files whose hashes are known."""

    title = "Face Landmarker"
    shape_file = "shapes/neutral_face_landmarker.csv"
    eyes = RestingEyes(travel=1.15)

    def landmarks(self) -> "LiteRtLandmarks":
        """FaceLandmarker's 478 points."""
        return LiteRtLandmarks()

    def faces(self, *, far: bool, min_score: float) -> "LiteRtFaces":
        """BlazeFace, full range where it is to see far."""
        return LiteRtFaces(far=far, min_score=min_score)

    def versions(self) -> dict[str, str]:
        """Of the library, and its models' hashes."""
        hashes = {file.name: f"sha256:{file.sha256}" for file in MODEL_FILES}
        return {_LIBRARY: _installed(), **hashes}


def _installed() -> str:
    try:
        return version(_LIBRARY)
    except PackageNotFoundError:
        return "not installed"


class Network:
    """One network, on one thread, with its answers by their size.

    Args:
        content: of its file.
        sizes: numbers in each wanted answer.
    """

    def __init__(self, content: bytes, *sizes: int) -> None:
        try:
            from ai_edge_litert.interpreter import Interpreter
        except ImportError as error:
            raise SettingsError(
                "LiteRT is not installed. Run resources/setup.py again, or: pip install"
                ' "proctor-desktop[litert]".'
            ) from error
        with quiet():
            self._interpreter: Any = Interpreter(model_content=content, num_threads=1)
            self._interpreter.allocate_tensors()
            self._input = self._interpreter.get_input_details()[0]["index"]
            answers = self._interpreter.get_output_details()
            self._answers = [_of_size(answers, size) for size in sizes]

    def run(self, picture: NDArray[np.float32]) -> list[NDArray[np.float32]]:
        """The wanted answers."""
        self._interpreter.set_tensor(self._input, picture[None])
        self._interpreter.invoke()
        return [self._interpreter.get_tensor(index) for index in self._answers]

    def close(self) -> None:
        """Give its memory back."""
        self._interpreter = None


def _of_size(answers: list[dict[str, Any]], size: int) -> int:
    """Index of the first answer with so many numbers."""
    return next(int(each["index"]) for each in answers if math.prod(each["shape"]) == size)


def _inside(file: ModelFile, name: str) -> bytes:
    """Content of one file in a bundle of models."""
    import zipfile

    with zipfile.ZipFile(located(file)) as opened:
        return opened.read(name)


def cut_out(rgb: NDArray[np.uint8], region: Region, side: int) -> NDArray[np.uint8]:
    """A region as a square picture of ``side`` pixels, black outside the picture."""
    scale = region.side / side
    along, across = scale * math.cos(region.rotation), scale * math.sin(region.rotation)
    half = side / 2
    turned = np.array(
        [
            [along, -across, region.x - half * (along - across)],
            [across, along, region.y - half * (along + across)],
        ]
    )
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    return np.asarray(cv2.warpAffine(rgb, turned, (side, side), flags=flags), np.uint8)


class LiteRtLandmarks:
    """FaceLandmarker's landmark network on a region that the caller chooses."""

    def __init__(self) -> None:
        content = _inside(LANDMARKER, _LANDMARKS_INSIDE)
        self._network = Network(content, 3 * LANDMARK_COUNT, 1)

    def measure(
        self, rgb: NDArray[np.uint8], region: Region
    ) -> tuple[NDArray[np.float32] | None, float]:
        """As `networks.LandmarkModel.measure`."""
        picture = cut_out(rgb, region, _LANDMARK_SIDE).astype(np.float32)
        picture *= np.float32(1 / 255)
        answer, logit = self._network.run(picture)
        presence = 1 / (1 + math.exp(-float(logit.reshape(-1)[0])))
        return _points_in_picture(answer.reshape(LANDMARK_COUNT, 3), region), presence

    def close(self) -> None:
        """Give the model's memory back."""
        self._network.close()


def _points_in_picture(points: NDArray[np.float32], region: Region) -> NDArray[np.float32]:
    """Points of the network's input, carried to where the region was cut out."""
    along, across = math.cos(region.rotation), math.sin(region.rotation)
    turn = np.array([[along, across, 0], [-across, along, 0], [0, 0, 1]])
    half = _LANDMARK_SIDE / 2
    middle, place = np.array([half, half, 0]), np.array([region.x, region.y, 0])
    placed = (points - middle) @ turn * (region.side / _LANDMARK_SIDE) + place
    return np.asarray(placed, np.float32)


class LiteRtFaces:
    """BlazeFace: boxes of all faces in a picture.

    Args:
        far: full-range network, for faces within five metres; otherwise the short-range one.
        min_score: fainter boxes are left out.
    """

    def __init__(self, *, far: bool, min_score: float) -> None:
        self._grid: Grid = FULL_RANGE if far else SHORT_RANGE
        self._anchors = self._grid.anchors()
        self._min_score = min_score
        near = (LANDMARKER, _NEAR_FACES_INSIDE)
        content = located(FAR_FACES).read_bytes() if far else _inside(*near)
        count = len(self._anchors)
        self._network = Network(content, 16 * count, count)

    def find(self, rgb: NDArray[np.uint8]) -> tuple[PersonBox, ...]:
        """As `networks.FaceFinder.find`."""
        height, width = rgb.shape[:2]
        whole = Region(width / 2, height / 2, max(width, height), 0.0)
        found = separate_faces(self._boxes(cut_out(rgb, whole, self._grid.side)))
        shown = np.array([width, height]) / whole.side
        found[:, :4] = (found[:, :4] - np.tile((1 - shown) / 2, 2)) / np.tile(shown, 2)
        return tuple(_person_box(row) for row in found.tolist())

    def _boxes(self, picture: NDArray[np.uint8]) -> NDArray[np.float64]:
        shades = picture.astype(np.float32)
        shades *= np.float32(2 / 255)
        shades -= np.float32(1)
        answers, logits = self._network.run(shades)
        answers, logits = answers.reshape(-1, 16), logits.reshape(-1)
        return scored_boxes(answers, logits, self._anchors, self._grid.side, self._min_score)

    def close(self) -> None:
        """Give the model's memory back."""
        self._network.close()


def _person_box(row: list[float]) -> PersonBox:
    left, top, right, bottom, score = row
    return PersonBox(left, top, right - left, bottom - top, min(1.0, score))
