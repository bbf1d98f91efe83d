"""Labelled material: what lies in a folder, and what its labels say.

A folder may hold, itself or in its subfolders:

- ``labels.json``: clips by relative path, each with any of ``head`` and ``gaze`` (lists of
  ``[from, to, word]``; the word is ``front``, ``center``, a direction or two joined by a hyphen),
  ``faces`` and ``people`` (lists of ``[from, to, number]``, a number, or a sentence that begins
  with a number word), ``honest``, ``eyes_shut`` and ``absent`` (lists of ``[from, to]``), ``group``
  (``webcam`` and ``studio`` have honest seconds), ``glasses`` (true or false), ``camera`` (where it
  stands: ``below`` ...), and ``rotate_clockwise_deg``. Times in seconds of presentation time.
- ``truth.csv`` with ``file, person, yaw_deg, pitch_deg``: photographs of turned heads; ``series``
  tells sessions of one person apart, ``roll_deg`` is read where it is there.
- ``truth.csv`` with ``file, part, gaze_yaw_deg, gaze_pitch_deg``: photographs of one person who
  looks at known points of a screen; the part ``calibration`` shows the dots to learn from.
- ``truth.csv`` with ``file, left, top, width, height``: boxed faces in pixels. A photograph beside
  it that has no row shows nobody.
"""

import csv
import json
import os
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from proctor_desktop.domain.errors import SettingsError
from proctor_desktop.domain.events import Direction
from proctor_desktop.domain.timeline import Interval, from_seconds

SIMULATION, GLANCES, HOUR = "simulation", "glances", "hour"
LABELS, TRUTH = "labels.json", "truth.csv"
_NUMBER_WORDS = {"nobody": 0, "no": 0, "one": 1, "two": 2, "three": 3, "four": 4, "several": 2}
_QUIET = ("front", "center")
_TILT = "tilt-"
_CALIBRATION = "calibration"
_PICTURES = (".jpg", ".jpeg", ".png")


@dataclass(frozen=True, slots=True)
class Phase:
    """What somebody does for a while; no directions means straight ahead.

    ``tilts`` tells a head that is tilted to a side from one that is turned to it.
    """

    interval: Interval
    directions: frozenset[Direction]
    tilts: bool = False


@dataclass(frozen=True, slots=True)
class HeadCount:
    """How many faces are to be seen for a while; to the end of the clip without an interval."""

    interval: Interval | None
    number: int


@dataclass(frozen=True, slots=True)
class LabelledClip:
    """One clip and its labels; an empty tuple says nothing about that channel.

    Attributes:
        honest: while nothing happens that an event should be made of.
        shut: while the eyes are shut.
        absent: while there is no face to be seen.
        groups: of people whom this one belongs to, as the labels name them.
    """

    name: str
    path: Path
    rotate: int
    head: tuple[Phase, ...]
    gaze: tuple[Phase, ...]
    people: tuple[HeadCount, ...]
    honest: tuple[Interval, ...] = ()
    shut: tuple[Interval, ...] = ()
    absent: tuple[Interval, ...] = ()
    groups: tuple[str, ...] = ()

    @property
    def is_honest_work(self) -> bool:
        """Whether somebody sits at work, who neither acts nor shows a picture of a face."""
        return bool(self.honest) and not {"acting", "trap"} & set(self.groups)


@dataclass(frozen=True, slots=True)
class PosePhoto:
    """A photograph of a turned head; angles in degrees with the project's signs."""

    path: Path
    person: str
    session: str
    yaw: float
    pitch: float
    roll: float | None = None


@dataclass(frozen=True, slots=True)
class GazePhoto:
    """A photograph of somebody who looks at a known point; line of sight in degrees."""

    path: Path
    is_dot: bool
    yaw: float
    pitch: float


@dataclass(frozen=True, slots=True)
class PeoplePhoto:
    """A photograph with the boxes (left, top, width, height in pixels) of all faces in it."""

    path: Path
    boxes: tuple[tuple[float, float, float, float], ...]


@dataclass(frozen=True, slots=True)
class Material:
    """All labelled material below one folder."""

    name: str
    clips: tuple[LabelledClip, ...] = ()
    pose_photos: tuple[PosePhoto, ...] = ()
    people_photos: tuple[PeoplePhoto, ...] = ()
    gaze_photos: tuple[GazePhoto, ...] = ()


def default_datasets() -> list[str]:
    """Labelled recordings of real people where they are, then the simulation with its glances.

    They are looked for where ``PROCTOR_REAL_PEOPLE`` and ``PROCTOR_REAL_DATA`` say, else in
    ``shared/real`` and ``shared/data`` beside the checkout.
    """
    beside = Path(__file__).resolve().parents[3] / "shared"
    people = Path(os.environ.get("PROCTOR_REAL_PEOPLE", beside / "real"))
    clips = Path(os.environ.get("PROCTOR_REAL_DATA", beside / "data"))
    real = [str(folder) for folder in (people, clips) if (folder / LABELS).exists()]
    return [*real, SIMULATION, GLANCES]


def read_material(folder: Path) -> Material:
    """What lies in ``folder`` and one level below it.

    Raises:
        SettingsError: there is no labelled material, or the labels cannot be read.
    """
    if not folder.is_dir():
        raise SettingsError(f"There is no folder {folder} with labelled material.")
    folders = [folder, *sorted(path for path in folder.iterdir() if path.is_dir())]
    clips: list[LabelledClip] = []
    pose: list[PosePhoto] = []
    people: list[PeoplePhoto] = []
    gaze: list[GazePhoto] = []
    try:
        for each in folders:
            if (each / LABELS).exists():
                clips += _read_clips(each)
            if (each / TRUTH).exists():
                _read_truth(each, pose, people, gaze)
    except (ValueError, KeyError, TypeError, IndexError) as error:
        raise SettingsError(f"The labels in {folder} cannot be read: {error}.") from error
    if not (clips or pose or people or gaze):
        raise SettingsError(f"There is no {LABELS} and no {TRUTH} in {folder} or just below it.")
    return Material(folder.resolve().name, tuple(clips), tuple(pose), tuple(people), tuple(gaze))


def _read_clips(folder: Path) -> list[LabelledClip]:
    labels = json.loads((folder / LABELS).read_text(encoding="utf-8"))
    return [
        LabelledClip(
            name,
            folder / name,
            int(content.get("rotate_clockwise_deg", 0)),
            _phases(content.get("head", ())),
            _phases(content.get("gaze", ())),
            _counts(content.get("faces", ())) + _counts(content.get("people", ())),
            honest=_intervals(content.get("honest", ())),
            shut=_intervals(content.get("eyes_shut", ())),
            absent=_intervals(content.get("absent", ())),
            groups=_groups(content),
        )
        for name, content in labels.items()
        if not name.startswith("_")
    ]


def _phases(entries: object) -> tuple[Phase, ...]:
    """Labels of head or gaze; a sentence in their place is for people."""
    if not isinstance(entries, list):
        return ()
    return tuple(
        Phase(_interval(onset, offset), frozenset(_directions(word)), word.startswith(_TILT))
        for onset, offset, word in entries
    )


def _directions(word: str) -> list[Direction]:
    return [Direction(part) for part in word.removeprefix(_TILT).split("-") if part not in _QUIET]


def _intervals(entries: Sequence[tuple[float, float]]) -> tuple[Interval, ...]:
    return tuple(_interval(onset, offset) for onset, offset in entries)


def _groups(content: dict[str, object]) -> tuple[str, ...]:
    """What the labels say about the person and the camera, as names of groups."""
    named = [str(content["group"])] if "group" in content else []
    if "glasses" in content:
        named.append("glasses" if content["glasses"] else "no glasses")
    return (*named, *([f"camera {content['camera']}"] if "camera" in content else []))


def _counts(entries: object) -> tuple[HeadCount, ...]:
    if isinstance(entries, int):
        return (HeadCount(None, entries),)
    if isinstance(entries, str):
        number = _NUMBER_WORDS.get(entries.split()[0].lower())
        return () if number is None else (HeadCount(None, number),)
    if not isinstance(entries, list):
        return ()
    return tuple(
        HeadCount(_interval(onset, offset), int(number)) for onset, offset, number in entries
    )


def _interval(onset: float, offset: float) -> Interval:
    return Interval(from_seconds(onset), from_seconds(offset))


def _read_truth(
    folder: Path, pose: list[PosePhoto], people: list[PeoplePhoto], gaze: list[GazePhoto]
) -> None:
    with (folder / TRUTH).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    if rows and "gaze_yaw_deg" in rows[0]:
        gaze += [_gaze_photo(folder, row) for row in rows]
        return
    if rows and "yaw_deg" in rows[0]:
        pose += [
            PosePhoto(
                folder / row["file"],
                row["person"],
                row.get("series") or "1",
                float(row["yaw_deg"]),
                float(row["pitch_deg"]),
                float(row["roll_deg"]) if row.get("roll_deg") else None,
            )
            for row in rows
        ]
        return
    boxes: dict[str, list[tuple[float, float, float, float]]] = defaultdict(list)
    for row in rows:
        left, top, width, height = (float(row[key]) for key in ("left", "top", "width", "height"))
        boxes[row["file"]].append((left, top, width, height))
    people += [
        PeoplePhoto(path, tuple(boxes.get(path.name, ())))
        for path in sorted(folder.iterdir())
        if path.suffix.lower() in _PICTURES
    ]


def _gaze_photo(folder: Path, row: dict[str, str]) -> GazePhoto:
    angles = float(row["gaze_yaw_deg"]), float(row["gaze_pitch_deg"])
    return GazePhoto(folder / row["file"], row["part"] == _CALIBRATION, *angles)
