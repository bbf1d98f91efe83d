"""Options of calibration: one flat dataclass, so that profiles can name every one of them."""

from dataclasses import dataclass
from typing import Annotated

from annotated_types import Ge, Gt, Le
from typing_extensions import Doc


@dataclass(frozen=True, slots=True)
class CalibrationOptions:
    """How the candidate's resting posture and own thresholds are found."""

    duration_sec: Annotated[
        float,
        Ge(0),
        Le(60),
        Doc("Seconds at the start in which the candidate looks at the screen; 0 skips it."),
    ] = 8.0
    min_frames: Annotated[
        int,
        Ge(1),
        Le(600),
        Doc(
            "Frames with a face that 8 seconds or more must hold, in proportion for fewer seconds "
            "and for recordings with fewer than 12 frames a second."
        ),
    ] = 80
    needs_gaze: Annotated[
        bool, Doc("Use only frames in which the eyes could be measured as well as the head.")
    ] = True

    max_head_speed_deg_per_sec: Annotated[
        float, Gt(0), Le(360), Doc("A faster turn or nod makes a frame unusable, degrees/s.")
    ] = 10.0
    max_face_shift: Annotated[
        float, Gt(0), Le(1), Doc("A larger move of the face box does too, in parts of the frame.")
    ] = 0.05
    max_gaze_rad: Annotated[
        float, Gt(0), Le(1.6), Doc("Eyes turned further than this in the head do too, radians.")
    ] = 0.4
    min_presence: Annotated[
        float,
        Ge(0),
        Le(1),
        Doc("A face of which the face model is less sure than this does too."),
    ] = 0.85
    worst_share: Annotated[
        float, Ge(0), Le(0.5), Doc("Share of the least steady usable frames that is left out too.")
    ] = 0.15
    min_stable_frames: Annotated[
        int, Ge(2), Le(600), Doc("Steady frames that must remain of 6 seconds or more.")
    ] = 30
    window_min_sec: Annotated[
        float, Gt(0), Le(10), Doc("Shortest steady window that may give the centre, seconds.")
    ] = 1.0
    window_max_sec: Annotated[
        float, Gt(0), Le(10), Doc("Longest steady window that may give the centre, seconds.")
    ] = 3.0
    window_min_frames: Annotated[
        int, Ge(2), Le(300), Doc("Frames that such a window must hold at least.")
    ] = 10

    limit_yaw_deg: Annotated[
        float, Gt(0), Le(90), Doc("Calibrated further turned than this is refused, degrees.")
    ] = 20.0
    limit_pitch_deg: Annotated[
        float, Gt(0), Le(90), Doc("Calibrated further raised or lowered is refused, degrees.")
    ] = 15.0
    limit_roll_deg: Annotated[
        float, Gt(0), Le(90), Doc("Calibrated further tilted than this is refused, degrees.")
    ] = 12.0
    limit_gaze_rad: Annotated[
        float, Gt(0), Le(1.6), Doc("Calibrated with eyes further aside is refused, radians.")
    ] = 0.8
    max_head_spread_deg: Annotated[
        float,
        Gt(0),
        Le(45),
        Doc(
            "Standard deviation of yaw, pitch or roll beyond which calibration is refused: at 4 "
            "degrees the thresholds come close to their caps, so moving about buys no more room."
        ),
    ] = 4.0
    max_gaze_spread_rad: Annotated[
        float,
        Gt(0),
        Le(1.6),
        Doc(
            "The same for the eyes, radians: reading from edge to edge of a wide screen gives 0.15."
        ),
    ] = 0.25

    still_shape_drift: Annotated[
        float,
        Ge(0),
        Le(0.1),
        Doc(
            "Without a blink, proportions of the face that change less than this (root mean square "
            "in eye distances, measurement noise taken out) may be those of a picture. Held-up "
            "portraits changed by up to 0.0014 in 8 s, faces of living people by more or with less "
            "noise."
        ),
    ] = 0.0015
    still_noise_share: Annotated[
        float,
        Ge(0),
        Le(1),
        Doc(
            "They are a picture's if so much of their variance is noise from frame to frame; "
            "it was 0.46 and more for portraits, and 0.4 and less for living faces that kept as "
            "still."
        ),
    ] = 0.45
    still_lid_spread: Annotated[
        float,
        Ge(0),
        Le(0.2),
        Doc("The lids of a picture vary less than this, standard deviation in eye widths."),
    ] = 0.015
    still_gaze_spread_rad: Annotated[
        float,
        Ge(0),
        Le(0.5),
        Doc(
            "The eyes of a picture turn sideways less than this, standard deviation in radians "
            "without noise."
        ),
    ] = 0.04
    still_change: Annotated[
        float,
        Ge(0),
        Le(20),
        Doc("Frames that differ less than this from the one before stand still, grey levels."),
    ] = 0.02
    loop_share: Annotated[
        float, Gt(0), Le(1), Doc("Share of repeated frames from which on a loop is reported.")
    ] = 0.25
    loop_ratio: Annotated[
        float,
        Gt(0),
        Le(1),
        Doc(
            "A frame is a repeated one when it differs from an older frame by less than this part "
            "of the usual difference between neighbours. People at rest never do: they differed "
            "from their own past by more than from the frame before in every recording seen."
        ),
    ] = 0.6
    second_person_sec: Annotated[
        float, Gt(0), Le(60), Doc("A second person seen in most looks for this long is reported.")
    ] = 1.0
    other_face_shape: Annotated[
        float,
        Gt(0),
        Le(1),
        Doc(
            "Proportions that differ throughout by more than this from those of calibration may "
            "belong to another face, in distances between the outer corners of the eyes. Many "
            "pairs of people differ by less, so silence proves nothing."
        ),
    ] = 0.015
    darker_share: Annotated[
        float,
        Gt(0),
        Le(1),
        Doc("A face darker than this part of its brightness in the exam is reported."),
    ] = 0.6
    posture_share: Annotated[
        float,
        Gt(0),
        Le(5),
        Doc(
            "A usual posture in the exam further from the calibrated one than this part of the "
            "threshold is reported."
        ),
    ] = 0.6

    eye_base: Annotated[float, Ge(0), Le(1.6), Doc("Gaze threshold of a motionless eye, rad.")] = (
        0.30
    )
    eye_k: Annotated[float, Ge(0), Le(20), Doc("Room for each square radian of variance.")] = 2.0
    eye_floor: Annotated[float, Ge(0), Le(1.6), Doc("Gaze threshold at least, radians.")] = 0.35
    eye_floor_uncalibrated: Annotated[
        float,
        Ge(0),
        Le(1.6),
        Doc("The same where calibration gave no resting posture: how far eyes turn is less sure."),
    ] = 0.42
    eye_cap: Annotated[float, Gt(0), Le(1.6), Doc("Gaze threshold at most, radians.")] = 1.4
    yaw_base: Annotated[float, Ge(0), Le(90), Doc("Yaw threshold of a still head, degrees.")] = 8.0
    yaw_k: Annotated[float, Ge(0), Le(20), Doc("Room for each square degree of variance.")] = 1.6
    yaw_floor: Annotated[float, Ge(0), Le(90), Doc("Yaw threshold at least, degrees.")] = 15.0
    yaw_cap: Annotated[float, Gt(0), Le(90), Doc("Yaw threshold at most, degrees.")] = 35.0
    pitch_base: Annotated[float, Ge(0), Le(90), Doc("Pitch threshold of a still head, deg.")] = 6.0
    pitch_k: Annotated[float, Ge(0), Le(20), Doc("Room for each square degree of variance.")] = 1.4
    pitch_floor: Annotated[float, Ge(0), Le(90), Doc("Pitch threshold at least, degrees.")] = 11.0
    pitch_cap: Annotated[float, Gt(0), Le(90), Doc("Pitch threshold at most, degrees.")] = 30.0
    roll_base: Annotated[float, Ge(0), Le(90), Doc("Roll threshold of a still head, degrees.")] = (
        5.0
    )
    roll_k: Annotated[float, Ge(0), Le(20), Doc("Room for each square degree of variance.")] = 1.2
    roll_floor: Annotated[float, Ge(0), Le(90), Doc("Roll threshold at least, degrees.")] = 9.0
    roll_cap: Annotated[float, Gt(0), Le(90), Doc("Roll threshold at most, degrees.")] = 25.0
