"""Accuracy of the line of sight on photographs of somebody who looks at known points of a screen.

The photographs of the dots say where this person rests, as calibration does; each other photograph
is then measured alone. Angles count from the mean of the dots, measured and true. ``five_dots``
tells what the stored channels would give if the dots were used to fit this person's gain as well.
"""

import math
from collections.abc import Sequence
from contextlib import closing

import numpy as np
from numpy.typing import NDArray

from proctor_desktop.calibration.dots import fitted as dots_fit
from proctor_desktop.domain.errors import SourceOpenError
from proctor_desktop.domain.frame import FaceLandmarks, Frame
from proctor_desktop.domain.signals import Missing, SignalSample
from proctor_desktop.domain.timeline import Micros
from proctor_desktop.evaluation.datasets import GazePhoto
from proctor_desktop.evaluation.metrics import Row, correlation, mean_absolute_error, slope
from proctor_desktop.evaluation.photos import PhotoReader, read_picture
from proctor_desktop.landmarks.choice import LandmarkOptions
from proctor_desktop.signals.extractor import Extractor
from proctor_desktop.signals.options import SignalOptions
from proctor_desktop.signals.own_shape import own_shape

_AXES = ("horizontal", "vertical")
_STORED = ("gaze_horizontal", "gaze_vertical", "lid_opening", "yaw", "pitch", "roll")
_RIDGE = 0.03


def gaze_rows(
    dataset: str,
    photos: Sequence[GazePhoto],
    options: SignalOptions,
    landmarks: LandmarkOptions | None = None,
) -> list[Row]:
    """Line of sight against truth, with the resting posture as all that is known."""
    with closing(PhotoReader(options, landmarks)) as reader:
        seen = [_seen(reader, photo) for photo in photos]
    dots = np.array([photo.is_dot for photo in photos])
    steady = [face for (_, face), dot in zip(seen, dots, strict=True) if dot and face is not None]
    generic = reader.generic
    extractor = Extractor(options, own_shape(steady, options, generic) or generic)
    samples = [extractor.extract(frame, face, None) for frame, face in seen]
    measured = np.array([line_of_sight(sample) for sample in samples])
    true = np.array([(photo.yaw, photo.pitch) for photo in photos])
    measured -= np.nanmean(measured[dots], axis=0)
    true -= true[dots].mean(axis=0)
    stored = np.array([_stored(sample) for sample in samples])
    fitted = _fitted(stored, true, dots)
    return [
        *_figures(dataset, measured[~dots], true[~dots]),
        _apart(dataset, "five_dots", fitted[~dots], true[~dots]),
        _apart(dataset, "five_dots_in_an_exam", _as_in_an_exam(stored, true, dots), true[~dots]),
    ]


def _stored(sample: SignalSample) -> list[float]:
    measured = [getattr(sample, name) for name in _STORED]
    return [math.nan if isinstance(value, Missing) else value for value in measured]


def _fitted(
    stored: NDArray[np.float64], true: NDArray[np.float64], dots: NDArray[np.bool_]
) -> NDArray[np.float64]:
    """Line of sight as a linear function of what is stored, learned from the dots.

    How far the eyes are down and aside at once counts as well: lowered lids change how much of a
    sideways look is measured. The dots are fewer than the channels, so that large factors cost
    (ridge regression).
    """
    stored = np.column_stack([stored, stored[:, 0] * stored[:, 1]])
    known = dots & np.isfinite(stored).all(axis=1)
    spread = stored[known].std(axis=0)
    scaled = (stored - stored[known].mean(axis=0)) / np.where(spread > 0, spread, 1.0)
    learned, aimed = scaled[known], true[known] - true[known].mean(axis=0)
    square = learned.T @ learned / max(1, len(learned)) + _RIDGE * np.eye(learned.shape[1])
    factors = np.linalg.solve(square, learned.T @ aimed / max(1, len(learned)))
    return np.asarray(scaled @ factors + true[known].mean(axis=0))


def _as_in_an_exam(
    stored: NDArray[np.float64], true: NDArray[np.float64], dots: NDArray[np.bool_]
) -> NDArray[np.float64]:
    """Line of sight as an exam with five dots tells it: what was learned is held within bounds."""
    return dots_fit(stored[dots], true[dots]).line_of_sight(stored[~dots])


def _seen(reader: PhotoReader, photo: GazePhoto) -> tuple[Frame, FaceLandmarks | None]:
    try:
        frame = read_picture(photo.path)
    except SourceOpenError:
        return Frame(Micros(0), np.zeros((2, 2, 3), np.uint8)), None
    return frame, reader.face(frame)


def line_of_sight(sample: SignalSample) -> tuple[float, float]:
    """Head and eyes together in degrees, sideways and up, NaN where one cannot be measured."""
    head, eyes = (sample.yaw, sample.pitch), (sample.gaze_horizontal, sample.gaze_vertical)
    across, up = (_degrees(*pair) for pair in zip(head, eyes, strict=True))
    return across, up


def _degrees(head: "float | Missing", eyes: "float | Missing") -> float:
    if isinstance(head, Missing) or isinstance(eyes, Missing):
        return math.nan
    return head + math.degrees(eyes)


def _figures(dataset: str, measured: NDArray[np.float64], true: NDArray[np.float64]) -> list[Row]:
    seen = int(np.isfinite(measured).all(axis=1).sum())
    rows = [
        _apart(dataset, "line_of_sight", measured, true),
        Row(dataset, "all", "measured", "line_of_sight", seen / len(true), "1", len(true)),
    ]
    for column, axis in enumerate(_AXES):
        ours, theirs = measured[:, column], true[:, column]
        rows += [
            Row(dataset, "all", "mae", axis, mean_absolute_error(ours, theirs), "deg", seen),
            Row(dataset, "all", "correlation", axis, correlation(ours, theirs), "1", seen),
            Row(dataset, "all", "slope", axis, slope(ours, theirs), "1", seen),
        ]
    return rows


def _apart(
    dataset: str, axis: str, measured: NDArray[np.float64], true: NDArray[np.float64]
) -> Row:
    """Mean angle between measured and true lines of sight."""
    apart = np.hypot(*(measured - true).T)
    return Row(dataset, "all", "mae", axis, _mean(apart), "deg", int(np.isfinite(apart).sum()))


def _mean(values: NDArray[np.float64]) -> float:
    known = values[np.isfinite(values)]
    return float(known.mean()) if len(known) else math.nan
