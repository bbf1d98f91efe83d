"""Accommodation profiles: named changes of settings for one candidate, shown in the report."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from proctor_desktop.domain.errors import SettingsError


@dataclass(frozen=True, slots=True)
class Profile:
    """An accommodation.

    Attributes:
        name: as given on the command line.
        title: for people.
        reason: why these settings and no others, one sentence.
        changes: dotted names of analysis options and their values under this profile.
    """

    name: str
    title: str
    reason: str
    changes: Mapping[str, float | bool] = field(default_factory=lambda: MappingProxyType({}))


def _profile(name: str, title: str, reason: str, changes: dict[str, float | bool]) -> Profile:
    return Profile(name, title, reason, MappingProxyType(changes))


_ALL = (
    _profile(
        "glasses",
        "Glasses",
        "Reflections hide the eyes for a while and frames disturb the iris, so calibration does "
        "without the eyes and a gaze must go further and last longer; the head is unchanged.",
        {
            "calibration.needs_gaze": False,
            "calibration.eye_floor": 0.5,
            "detection.gaze_min_sec": 1.0,
        },
    ),
    _profile(
        "involuntary_movement",
        "Involuntary movement",
        "Tics, tremor and restlessness move head and eyes without purpose, so calibration accepts "
        "a livelier candidate, short jerks are no events, and all angles get more room.",
        {
            "calibration.max_head_speed_deg_per_sec": 40.0,
            "calibration.max_face_shift": 0.15,
            "calibration.max_head_spread_deg": 10.0,
            "calibration.max_gaze_spread_rad": 0.4,
            "calibration.eye_floor": 0.5,
            "calibration.yaw_floor": 25.0,
            "calibration.pitch_floor": 20.0,
            "calibration.roll_floor": 20.0,
            "detection.gaze_min_sec": 1.5,
            "detection.head_min_sec": 1.5,
        },
    ),
    _profile(
        "low_vision",
        "Low vision",
        "Reading from close by or through a magnifier needs the head to follow the text and turns "
        "the eyes far, so calibration accepts a turned head and both get more room.",
        {
            "calibration.needs_gaze": False,
            "calibration.limit_yaw_deg": 30.0,
            "calibration.limit_pitch_deg": 25.0,
            "calibration.limit_roll_deg": 20.0,
            "calibration.eye_floor": 0.7,
            "calibration.yaw_floor": 30.0,
            "calibration.pitch_floor": 25.0,
            "calibration.roll_floor": 20.0,
        },
    ),
    _profile(
        "fixed_posture",
        "Fixed posture",
        "A head that rests turned or tilted, by the body or by a support, is this candidate's own "
        "posture: calibration accepts it, and angles count from there.",
        {
            "calibration.limit_yaw_deg": 45.0,
            "calibration.limit_pitch_deg": 35.0,
            "calibration.limit_roll_deg": 40.0,
            "calibration.max_gaze_rad": 0.8,
        },
    ),
    _profile(
        "paper_exam",
        "Exam on paper",
        "Writing is looking down: short slow glances down are left out, and looking down must go "
        "twice as far; sideways and upwards nothing changes.",
        {
            "detection.paper_exam": True,
            "detection.down_scale": 2.0,
        },
    ),
    _profile(
        "second_screen",
        "Permitted second screen",
        "A second screen stands beside the first one, so head and eyes may turn further to either "
        "side; upwards and downwards nothing changes.",
        {
            "detection.left_scale": 2.5,
            "detection.right_scale": 2.5,
        },
    ),
    _profile(
        "reader",
        "Reader or scribe in the room",
        "A permitted helper sits beside the candidate, who may turn to them: a second person is "
        "shown in the report but adds no risk, and does not spoil calibration.",
        {
            "policy.multiple_faces_ceiling": 0.0,
            "calibration.second_person_sec": 60.0,
            "detection.left_scale": 2.0,
            "detection.right_scale": 2.0,
        },
    ),
)

PROFILES: Mapping[str, Profile] = MappingProxyType({profile.name: profile for profile in _ALL})
"""The built-in profiles by name."""


def built_in(name: str) -> Profile:
    """The built-in profile of this name.

    Raises:
        SettingsError: there is none.
    """
    if name not in PROFILES:
        raise SettingsError(f"There is no profile {name!r}; there are: {', '.join(PROFILES)}.")
    return PROFILES[name]
