"""Options of detection: one flat dataclass, so that profiles can name every one of them."""

from dataclasses import dataclass
from typing import Annotated

from annotated_types import Ge, Gt, Le
from typing_extensions import Doc


@dataclass(frozen=True, slots=True)
class DetectionOptions:
    """When what is unusual becomes an event."""

    leave_share: Annotated[
        float,
        Gt(0),
        Le(1),
        Doc("An event ends below this part of the threshold, so that it does not flicker."),
    ] = 0.8
    max_gap_sec: Annotated[
        float, Ge(0), Le(5), Doc("Two spans of the same kind closer than this are one, seconds.")
    ] = 0.3
    max_missing_sec: Annotated[
        float,
        Ge(0),
        Le(5),
        Doc("Time without measurement that an event may bridge, such as a blink, seconds."),
    ] = 0.5

    min_samples: Annotated[
        int,
        Ge(1),
        Le(100),
        Doc("Frames that must show an event at least: one measurement alone may be an error."),
    ] = 2
    gaze_min_sec: Annotated[
        float, Gt(0), Le(60), Doc("Gaze deviations shorter than this are no events, seconds.")
    ] = 0.6
    gaze_beyond_share: Annotated[
        float,
        Ge(0),
        Le(1),
        Doc(
            "Part of that time for which the threshold itself must be exceeded; the rest need only "
            "stay above the leaving level."
        ),
    ] = 0.75
    head_min_sec: Annotated[
        float, Gt(0), Le(60), Doc("Head movements shorter than this are no events, seconds.")
    ] = 0.6
    absence_min_sec: Annotated[
        float, Gt(0), Le(600), Doc("Absences shorter than this are no events, seconds.")
    ] = 1.0
    people_min_sec: Annotated[
        float, Gt(0), Le(600), Doc("Several people for a shorter time are no event, seconds.")
    ] = 1.0

    left_scale: Annotated[
        float, Gt(0), Le(10), Doc("Gaze and head thresholds to the picture's left, times this.")
    ] = 1.0
    right_scale: Annotated[
        float, Gt(0), Le(10), Doc("Gaze and head thresholds to the picture's right, times this.")
    ] = 1.0
    up_scale: Annotated[
        float, Gt(0), Le(10), Doc("Gaze and head thresholds upwards, times this.")
    ] = 1.0
    down_scale: Annotated[
        float, Gt(0), Le(10), Doc("Gaze and head thresholds downwards, times this.")
    ] = 1.0

    paper_exam: Annotated[
        bool, Doc("The exam is on paper: a short slow glance down is writing, not an event.")
    ] = False
    writing_max_sec: Annotated[
        float, Gt(0), Le(60), Doc("A glance down that is writing is shorter than this, seconds.")
    ] = 2.5
    writing_max_deg_per_sec: Annotated[
        float, Gt(0), Le(360), Doc("It is slower than this, degrees a second.")
    ] = 5.0
    writing_max_deg: Annotated[
        float, Gt(0), Le(90), Doc("It goes less far down than this, degrees.")
    ] = 18.0

    turned_before_sec: Annotated[
        float,
        Ge(0),
        Le(10),
        Doc("A face lost within this time after the head turned is a turn that goes on, seconds."),
    ] = 1.0
    turned_max_sec: Annotated[
        float,
        Ge(0),
        Le(600),
        Doc(
            "A face lost for longer than this is absent even if the head had turned before: a "
            "turned head comes back, who stands up turns away first."
        ),
    ] = 10.0
    people_max_gap_sec: Annotated[
        float,
        Ge(0),
        Le(10),
        Doc("Looks that show one person for less than this do not end an event, seconds."),
    ] = 1.2
    people_min_looks: Annotated[
        int, Ge(1), Le(100), Doc("A second person must be seen in this many looks at least.")
    ] = 3
    people_min_share: Annotated[
        float, Gt(0), Le(1), Doc("Part of the looks of an event that must show several people.")
    ] = 0.6

    dark_luma: Annotated[
        float, Ge(0), Le(255), Doc("A whole picture darker than this is dark, grey levels.")
    ] = 16.0
    dark_min_sec: Annotated[
        float, Gt(0), Le(600), Doc("Darkness shorter than this is not reported, seconds.")
    ] = 1.0
    frozen_change: Annotated[
        float,
        Ge(0),
        Le(20),
        Doc("Frames that differ less from the one before stand still, grey levels."),
    ] = 0.005
    frozen_min_sec: Annotated[
        float, Gt(0), Le(600), Doc("A picture frozen for less than this is not reported, seconds.")
    ] = 2.0
    lost_min_sec: Annotated[
        float, Gt(0), Le(600), Doc("Missing pictures for less than this are not reported, seconds.")
    ] = 1.0
    blurred_min_sec: Annotated[
        float, Gt(0), Le(600), Doc("A blur shorter than this is not reported, seconds.")
    ] = 2.0

    incident_gap_sec: Annotated[
        float,
        Ge(0),
        Le(60),
        Doc("Events that overlap or follow each other within this are one incident, seconds."),
    ] = 1.5
