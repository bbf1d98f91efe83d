"""Accuracy on photographs: each is a stream of a single frame."""

import math
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from proctor_desktop.domain.errors import SourceOpenError
from proctor_desktop.domain.frame import FaceLandmarks, Frame, PeopleLook, PersonBox
from proctor_desktop.domain.signals import Missing, SignalSample
from proctor_desktop.domain.timeline import Micros
from proctor_desktop.evaluation.datasets import PeoplePhoto, PosePhoto
from proctor_desktop.evaluation.metrics import (
    Row,
    Tally,
    match_boxes,
    mean_absolute_error,
    slope,
    tally_rows,
)
from proctor_desktop.landmarks.choice import LandmarkOptions, chosen, neutral
from proctor_desktop.landmarks.face_mesh import FaceMeshTracker
from proctor_desktop.landmarks.people import PeopleCounter
from proctor_desktop.media.opencv import cv2
from proctor_desktop.signals.extractor import Extractor
from proctor_desktop.signals.options import SignalOptions

PORTRAIT_FOCAL_LENGTH = 4.5
"""Of the camera that took the photographs, in picture lengths. The people of Pointing'04 sat two
metres away; with that, the outer corners of their eyes, 9 cm apart and 78 pixels of 384, give it. A
webcam would have to be at 40 cm to show them as large."""

MAX_YAW, MAX_PITCH = 45.0, 30.0
"""Degrees within which head pose is compared."""


def read_picture(path: Path) -> Frame:
    """A photograph as the only frame of a stream.

    Raises:
        SourceOpenError: it is not a picture.
    """
    try:
        stored = np.frombuffer(path.read_bytes(), np.uint8)
        picture = cv2.imdecode(stored, cv2.IMREAD_COLOR) if len(stored) else None
    except OSError as error:
        raise SourceOpenError(f"{path.name} cannot be opened: {error.strerror}.") from error
    if picture is None:
        raise SourceOpenError(f"{path.name} is not a picture that can be read.")
    return Frame(Micros(0), np.asarray(cv2.cvtColor(picture, cv2.COLOR_BGR2RGB), np.uint8))


class PhotoReader:
    """Measures photographs one by one with the product's own stages."""

    def __init__(self, options: SignalOptions, landmarks: LandmarkOptions | None = None) -> None:
        networks = chosen(landmarks)
        self._options = options
        self._tracker = FaceMeshTracker(networks)
        self._people = PeopleCounter(networks=networks)
        self.generic = neutral(landmarks)

    def measure(self, frame: Frame) -> SignalSample:
        """The sample of one photograph."""
        look, face = self._followed(frame)
        return Extractor(self._options, self.generic).extract(frame, face, look)

    def face(self, frame: Frame) -> FaceLandmarks | None:
        """The landmarks of the face in one photograph."""
        return self._followed(frame)[1]

    def _followed(self, frame: Frame) -> tuple[PeopleLook, FaceLandmarks | None]:
        self._tracker.restart()
        look = self._people.look_now(frame)
        return look, self._tracker.track(frame, look) or self._tracker.track(frame)

    def people(self, frame: Frame) -> tuple[PersonBox, ...]:
        """Everyone in one photograph."""
        return self._people.look_now(frame).people

    def close(self) -> None:
        """Give the models' memory back."""
        self._tracker.close()
        self._people.close()


def pose_rows(
    dataset: str,
    photos: Sequence[PosePhoto],
    options: SignalOptions,
    landmarks: LandmarkOptions | None = None,
) -> list[Row]:
    """Head pose against truth, for each person and for all.

    What counts is the deviation from looking straight ahead: the mean of a person's own frontal
    photographs is subtracted, once over all sessions (``mae``, as papers do) and once within each
    session (``mae_in_session``, as calibration does). Of a person without any the angles count as
    they are. Roll is compared where it is known.
    """
    distant = replace(options, focal_length=PORTRAIT_FOCAL_LENGTH)
    with closing(PhotoReader(distant, landmarks)) as reader:
        measured = np.array([_angles(reader, photo) for photo in photos])
    true = np.array([(photo.yaw, photo.pitch, _known(photo.roll)) for photo in photos])
    by_person = _centred(measured, true, [photo.person for photo in photos])
    by_session = _centred(measured, true, [photo.person + photo.session for photo in photos])
    within = (np.abs(true[:, :2]) <= (MAX_YAW, MAX_PITCH)).all(axis=1)
    rows: list[Row] = []
    for person, is_theirs in _groups([photo.person for photo in photos]):
        mask = within & is_theirs
        rows += _pose_figures(dataset, person, by_person[mask], by_session[mask], true[mask])
    return rows


def _known(roll: float | None) -> float:
    return math.nan if roll is None else roll


def _angles(reader: PhotoReader, photo: PosePhoto) -> list[float]:
    """Yaw, pitch, roll, NaN where they cannot be measured or the photograph cannot be read."""
    try:
        sample = reader.measure(read_picture(photo.path))
    except SourceOpenError:
        return [math.nan] * 3
    measured = sample.yaw, sample.pitch, sample.roll
    return [math.nan if isinstance(angle, Missing) else angle for angle in measured]


def _centred(
    measured: NDArray[np.float64], true: NDArray[np.float64], keys: Sequence[str]
) -> NDArray[np.float64]:
    """Measured angles (n, 3) less the mean of the same key's photographs of straight ahead."""
    centred = measured.copy()
    for key in sorted(set(keys)):
        own = np.array([other == key for other in keys])
        straight = own & (true[:, :2] == 0).all(axis=1)
        if straight.any():
            seen = straight & np.isfinite(measured).all(axis=1)
            centred[own] -= measured[seen].mean(axis=0) if seen.any() else np.nan
    return centred


def _groups(people: Sequence[str]) -> Iterator[tuple[str, NDArray[np.bool_]]]:
    for person in sorted(set(people)):
        yield person, np.array([other == person for other in people])
    yield "all", np.ones(len(people), np.bool_)


def _pose_figures(
    dataset: str,
    person: str,
    by_person: NDArray[np.float64],
    by_session: NDArray[np.float64],
    true: NDArray[np.float64],
) -> list[Row]:
    rows = []
    seen = int(np.isfinite(by_person[:, 0]).sum())
    for column, axis in enumerate(("yaw", "pitch", "roll")):
        if not np.isfinite(true[:, column]).any():
            continue
        ours, theirs, session = by_person[:, column], true[:, column], by_session[:, column]
        rows += [
            Row(dataset, person, "mae", axis, mean_absolute_error(ours, theirs), "deg", seen),
            Row(
                dataset,
                person,
                "mae_in_session",
                axis,
                mean_absolute_error(session, theirs),
                "deg",
                seen,
            ),
            Row(dataset, person, "slope", axis, slope(ours, theirs), "1", seen),
        ]
    measured = seen / len(true) if len(true) else float("nan")
    return [*rows, Row(dataset, person, "measured", "pose", measured, "1", len(true))]


def people_rows(
    dataset: str,
    photos: Iterable[PeoplePhoto],
    options: SignalOptions,
    landmarks: LandmarkOptions | None = None,
) -> list[Row]:
    """Precision and recall of the people detector, for each photograph and for all."""
    tallies: dict[str, Tally] = {}
    rows: list[Row] = []
    with closing(PhotoReader(options, landmarks)) as reader:
        for photo in photos:
            try:
                frame = read_picture(photo.path)
            except SourceOpenError:
                # One photograph that cannot be read must not cost the figures of the others.
                rows.append(Row(dataset, photo.path.name, "readable", "photo", 0.0, "1", 0))
                continue
            tallies[photo.path.name] = match_boxes(reader.people(frame), _true_boxes(photo, frame))
    total = sum(tallies.values(), Tally(0, 0, 0))
    for name, tally in [*tallies.items(), ("all", total)]:
        rows += tally_rows(dataset, name, "people", tally)
    return rows


def _true_boxes(photo: PeoplePhoto, frame: Frame) -> list[PersonBox]:
    """The labelled boxes in fractions of the photograph."""
    across, down = frame.width, frame.height
    return [
        PersonBox(left / across, top / down, width / across, height / down, 1.0)
        for left, top, width, height in photo.boxes
    ]
