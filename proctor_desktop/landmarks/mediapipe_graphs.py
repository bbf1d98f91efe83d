"""MediaPipe's models as three small calls; nothing else imports the library.

MediaPipe is imported when the first model is made, because that takes most of a second.
"""

from importlib.metadata import version
from typing import Any

import numpy as np
from numpy.typing import NDArray

from proctor_desktop.domain.frame import LANDMARK_COUNT, PersonBox
from proctor_desktop.landmarks.model_files import sha256_of
from proctor_desktop.landmarks.networks import Region
from proctor_desktop.landmarks.silence import quiet
from proctor_desktop.landmarks.topology import FACE_MESH_EYES, NEUTRAL_SHAPE_FILE
from proctor_desktop.paths import library_folder

_LANDMARK = np.dtype(
    {"names": ["x", "y", "z"], "formats": ["<f4"] * 3, "offsets": [3, 8, 13], "itemsize": 17}
)
_MODEL_FILES = (
    "modules/face_landmark/face_landmark_with_attention.tflite",
    "modules/face_detection/face_detection_short_range.tflite",
    "modules/face_detection/face_detection_full_range_sparse.tflite",
)
_FRAME_MICROS = 33_333

_LANDMARK_GRAPH = """
input_stream: "image"
input_stream: "region"
input_side_packet: "with_attention"
output_stream: "landmarks"
node {
  calculator: "FaceLandmarkCpu"
  input_stream: "IMAGE:image"
  input_stream: "ROI:region"
  input_side_packet: "WITH_ATTENTION:with_attention"
  output_stream: "LANDMARKS:landmarks"
}
"""

_BOXES_GRAPH = """
input_stream: "image"
output_stream: "boxes"
node {{
  calculator: "{detector}"
  input_stream: "IMAGE:image"
  output_stream: "DETECTIONS:boxes"
}}
"""


class MediaPipeNetworks:
    """FaceMesh with iris and BlazeFace, as MediaPipe 0.10.21 carries and runs them."""

    title = "MediaPipe Face Mesh"
    shape_file = NEUTRAL_SHAPE_FILE
    eyes = FACE_MESH_EYES

    def landmarks(self) -> "LandmarkGraph":
        """FaceMesh with iris."""
        return LandmarkGraph()

    def faces(self, *, far: bool, min_score: float) -> "FaceBoxes":
        """BlazeFace."""
        return FaceBoxes(far=far, min_score=min_score)

    def versions(self) -> dict[str, str]:
        """Of the library, and its models' hashes."""
        folder = library_folder("mediapipe")
        files = [] if folder is None else [folder / name for name in _MODEL_FILES]
        hashes = {file.name: f"sha256:{sha256_of(file)}" for file in files}
        return {"mediapipe": version("mediapipe"), **hashes}


class LandmarkGraph:
    """FaceMesh with iris on a region that the caller chooses.

    MediaPipe's own FaceMesh finds the region with a detector for near faces and says nothing about
    how sure it is. The graph here is its landmark part alone; the region comes from outside, and
    the score that decides inside whether there is a face at all is read as well.
    """

    def __init__(self) -> None:
        with quiet():
            self._open()
            self.measure(np.zeros((64, 64, 3), np.uint8), Region(32, 32, 48, 0))

    def _open(self) -> None:
        from mediapipe import ImageFormat  # noqa: F401 - loads the bindings
        from mediapipe.framework import calculator_pb2
        from mediapipe.framework.formats import rect_pb2
        from mediapipe.python import packet_creator, packet_getter
        from mediapipe.python._framework_bindings import (
            _packet_getter,
            calculator_graph,
            image_frame,
            validated_graph_config,
        )
        from mediapipe.python.solutions import face_mesh  # noqa: F401 - registers option types

        _find_models()
        checked = validated_graph_config.ValidatedGraphConfig()
        checked.initialize(graph_config=_LANDMARK_GRAPH)
        config = calculator_pb2.CalculatorGraphConfig()
        config.ParseFromString(checked.binary_config)
        _blacken_outside(config)
        _run_in_callers_thread(config)
        self._score_stream = _score_stream(config)
        self._rectangle = rect_pb2.NormalizedRect
        self._packets: Any = packet_creator
        self._float = packet_getter.get_float
        self._bytes = _packet_getter._get_serialized_proto
        self._rgb = image_frame.ImageFormat.SRGB
        self._time = 0
        self._answers: dict[str, Any] = {}
        self._graph: Any = calculator_graph.CalculatorGraph(graph_config=config)
        for stream in ("landmarks", self._score_stream):
            self._graph.observe_output_stream(stream, self._answers.__setitem__, True)
        self._graph.start_run({"with_attention": packet_creator.create_bool(True)})

    def measure(
        self, rgb: NDArray[np.uint8], region: Region
    ) -> tuple[NDArray[np.float32] | None, float]:
        """Landmarks in pixels, shape (478, 3), None without a face; and the presence score.

        x grows to the right, y down; z is on the scale of x and grows away from the camera.
        """
        height, width = rgb.shape[:2]
        rectangle = self._rectangle(
            x_center=region.x / width,
            y_center=region.y / height,
            width=region.side / width,
            height=region.side / height,
            rotation=region.rotation,
        )
        image = self._packets.create_image_frame(image_format=self._rgb, data=_unwritable(rgb))
        self._answers.clear()
        self._time += _FRAME_MICROS
        self._graph.add_packet_to_input_stream("image", image.at(self._time))
        self._graph.add_packet_to_input_stream(
            "region", self._packets.create_proto(rectangle).at(self._time)
        )
        self._graph.wait_until_idle()
        score = self._float(self._answers[self._score_stream])
        answer = self._answers.get("landmarks")
        if answer is None or answer.is_empty():
            return None, score
        points = _points(self._bytes(answer))
        points *= np.array([width, height, width], np.float32)
        return points, score

    def close(self) -> None:
        """Give the model's memory back."""
        self._graph.close()


def _find_models() -> None:
    """Tell MediaPipe where its wheel was unpacked."""
    from pathlib import Path

    import mediapipe
    from mediapipe.python._framework_bindings import resource_util

    resource_util.set_resource_dir(str(Path(mediapipe.__file__).resolve().parents[1]))


def _unwritable(rgb: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The picture as MediaPipe takes it without copying it first."""
    view = np.ascontiguousarray(rgb).view()
    view.flags.writeable = False
    return view


def _run_in_callers_thread(config: Any) -> None:
    """Let whoever waits for the answer do the work, instead of waking two threads a frame."""
    del config.executor[:]
    config.executor.add().type = "ApplicationThreadExecutor"


def _blacken_outside(config: Any) -> None:
    """Show the model black where its region reaches beyond the picture.

    By itself it repeats the picture's edge there. A turned face that is half cut off then came out
    as half turned: 26 degrees against 49 for like turns to the other side, now 37 against 44.
    """
    from mediapipe.calculators.tensor.image_to_tensor_calculator_pb2 import (
        ImageToTensorCalculatorOptions,
    )

    for node in config.node:
        if node.calculator == "ImageToTensorCalculator":
            options = node.options.Extensions[ImageToTensorCalculatorOptions.ext]
            options.border_mode = ImageToTensorCalculatorOptions.BORDER_ZERO


def _score_stream(config: Any) -> str:
    """Name, in the expanded graph, of the stream that carries the presence score."""
    for node in config.node:
        if node.calculator == "TensorsToFloatsCalculator":
            return str(node.output_stream[0]).split(":")[-1]
    raise RuntimeError("this MediaPipe's landmark graph has no presence score")


def _points(serialized: bytes) -> NDArray[np.float32]:
    """Normalised x, y, z of a serialised landmark list, shape (478, 3).

    On the wire each landmark is a two-byte header and three tagged 32-bit floats, little endian,
    17 bytes in all, so that the list is a table and needs no object for each landmark.
    """
    if len(serialized) != LANDMARK_COUNT * _LANDMARK.itemsize:
        raise RuntimeError(f"unexpected landmark list of {len(serialized)} bytes")
    table = np.frombuffer(serialized, _LANDMARK)
    points = np.empty((LANDMARK_COUNT, 3), np.float32)
    points[:, 0], points[:, 1], points[:, 2] = table["x"], table["y"], table["z"]
    return points


class FaceBoxes:
    """BlazeFace: boxes of all faces in a picture.

    The library's own wrapper says that it takes a least score, but its full-range graph keeps to
    0.6 whatever is asked for; here the score is written into the graph itself.

    Args:
        far: full-range model, for faces within five metres; otherwise the short-range one, which is
            three times cheaper and for faces within two.
        min_score: fainter boxes are left out.
    """

    def __init__(self, *, far: bool, min_score: float) -> None:
        with quiet():
            self._open(
                "FaceDetectionFullRangeCpu" if far else "FaceDetectionShortRangeCpu", min_score
            )
            self.find(np.zeros((64, 64, 3), np.uint8))

    def _open(self, detector: str, min_score: float) -> None:
        from mediapipe.framework import calculator_pb2
        from mediapipe.python import packet_creator, packet_getter
        from mediapipe.python._framework_bindings import (
            calculator_graph,
            image_frame,
            validated_graph_config,
        )

        _find_models()
        checked = validated_graph_config.ValidatedGraphConfig()
        checked.initialize(graph_config=_BOXES_GRAPH.format(detector=detector))
        config = calculator_pb2.CalculatorGraphConfig()
        config.ParseFromString(checked.binary_config)
        _set_min_score(config, min_score)
        _run_in_callers_thread(config)
        self._packets: Any = packet_creator
        self._read: Any = packet_getter.get_proto_list
        self._rgb = image_frame.ImageFormat.SRGB
        self._time = 0
        self._answers: dict[str, Any] = {}
        self._graph: Any = calculator_graph.CalculatorGraph(graph_config=config)
        self._graph.observe_output_stream("boxes", self._answers.__setitem__, True)
        self._graph.start_run({})

    def find(self, rgb: NDArray[np.uint8]) -> tuple[PersonBox, ...]:
        """Boxes in fractions of the picture, the surest first."""
        image = self._packets.create_image_frame(image_format=self._rgb, data=_unwritable(rgb))
        self._answers.clear()
        self._time += _FRAME_MICROS
        self._graph.add_packet_to_input_stream("image", image.at(self._time))
        self._graph.wait_until_idle()
        answer = self._answers.get("boxes")
        if answer is None or answer.is_empty():
            return ()
        boxes = [_person_box(detection) for detection in self._read(answer)]
        return tuple(sorted(boxes, key=lambda box: -box.score))

    def close(self) -> None:
        """Give the model's memory back."""
        self._graph.close()


def _set_min_score(config: Any, min_score: float) -> None:
    """Write the least score into the expanded graph of a detector."""
    from mediapipe.calculators.tensor.tensors_to_detections_calculator_pb2 import (
        TensorsToDetectionsCalculatorOptions,
    )

    for node in config.node:
        if node.calculator != "TensorsToDetectionsCalculator":
            continue
        if node.node_options:
            options = TensorsToDetectionsCalculatorOptions()
            options.ParseFromString(node.node_options[0].value)
            options.min_score_thresh = min_score
            node.node_options[0].value = options.SerializeToString()
        else:
            node.options.Extensions[
                TensorsToDetectionsCalculatorOptions.ext
            ].min_score_thresh = min_score
        return
    raise RuntimeError("this MediaPipe's face detector has no least score")


def _person_box(detection: Any) -> PersonBox:
    box = detection.location_data.relative_bounding_box
    return PersonBox(
        float(box.xmin),
        float(box.ymin),
        float(box.width),
        float(box.height),
        min(1.0, float(detection.score[0])),
    )
