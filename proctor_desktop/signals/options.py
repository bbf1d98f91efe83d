"""What the measuring can be told; every length is relative, so that it holds at any resolution."""

from dataclasses import dataclass
from typing import Annotated

from annotated_types import Ge, Gt, Le
from typing_extensions import Doc


@dataclass(frozen=True, slots=True)
class SignalOptions:
    """How signals are measured and when a channel is not measurable."""

    focal_length: Annotated[
        float,
        Ge(0.4),
        Le(10),
        Doc(
            "Focal length of the camera in lengths of the picture's longer side; webcams and "
            "telephones have 0.7 to 1.1 (a field of view of 70 to 50 degrees)."
        ),
    ] = 0.87
    depth_stretch: Annotated[
        float,
        Ge(0.5),
        Le(2),
        Doc("Factor on the landmarks' depth before the alignment, which comes out too shallow."),
    ] = 1.2
    iris_travel: Annotated[
        float,
        Ge(0.05),
        Le(0.5),
        Doc("Sideways travel of the measured iris in eye widths per sine of the gaze angle."),
    ] = 0.25
    vertical_by_iris: Annotated[
        float,
        Ge(0),
        Le(20),
        Doc("Sine of the vertical gaze angle for each eye width that the iris is measured higher."),
    ] = 6.0
    vertical_by_lids: Annotated[
        float,
        Ge(0),
        Le(20),
        Doc("Sine of the vertical gaze angle for each eye width that lids begin to sink."),
    ] = 9.5
    min_lid_opening: Annotated[
        float,
        Ge(0),
        Le(0.3),
        Doc(
            "Lid opening in eye widths under which the eye counts as closed; so it does below two "
            "fifths of how far it rests open."
        ),
    ] = 0.1
    max_gaze_yaw: Annotated[
        float,
        Gt(0),
        Le(90),
        Doc("Head yaw in degrees beyond which the irises cannot be seen."),
    ] = 40.0
    max_gaze_pitch: Annotated[
        float,
        Gt(0),
        Le(90),
        Doc("Head pitch in degrees beyond which lids and irises say nothing about the gaze."),
    ] = 30.0
    min_face_px: Annotated[
        float,
        Ge(0),
        Le(500),
        Doc("Width of the face in pixels under which the head's rotation is not measurable."),
    ] = 28.0
    min_gaze_face_px: Annotated[
        float,
        Ge(0),
        Le(500),
        Doc("Width of the face in pixels under which the gaze is not measurable."),
    ] = 60.0
    min_brightness: Annotated[
        float, Ge(0), Le(255), Doc("Mean grey level of the face under which it is too dark.")
    ] = 18.0
    max_brightness: Annotated[
        float, Ge(0), Le(255), Doc("Mean grey level of the face over which it is too bright.")
    ] = 245.0
    min_contrast: Annotated[
        float,
        Ge(0),
        Le(128),
        Doc("Standard deviation of the face's grey levels under which nothing can be made out."),
    ] = 5.0
    min_sharpness: Annotated[
        float,
        Ge(0),
        Le(10_000),
        Doc("Variance of the face's Laplacian, at a face of 96 pixels, under which it is blurred."),
    ] = 6.0
    min_luma: Annotated[
        float,
        Ge(0),
        Le(255),
        Doc("Mean grey level of the picture under which an absent face says nothing."),
    ] = 16.0
    min_detail: Annotated[
        float,
        Ge(0),
        Le(128),
        Doc("Standard deviation of the picture's grey levels under which it shows nothing."),
    ] = 5.0
    min_cutoff_hz: Annotated[
        float, Gt(0), Le(30), Doc("Cut-off of the one-euro filter at rest, in hertz.")
    ] = 2.5
    speed_coefficient: Annotated[
        float,
        Ge(0),
        Le(10),
        Doc("How much the one-euro filter opens with speed, in hertz per degree a second."),
    ] = 0.25
