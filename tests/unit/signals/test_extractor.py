"""Samples: a value, or the reason why there is none."""

from dataclasses import replace

import cv2
import numpy as np
import pytest

from proctor_desktop.domain.frame import FaceLandmarks, Frame, PeopleLook, PersonBox
from proctor_desktop.domain.signals import Missing
from proctor_desktop.domain.timeline import Micros, from_seconds
from proctor_desktop.landmarks.topology import RestingEyes, neutral_shape
from proctor_desktop.signals.extractor import Extractor, near
from proctor_desktop.signals.options import SignalOptions
from tests.unit.signals.faces import face, rotation

WIDTH, HEIGHT = 640, 480
RNG = np.random.default_rng(8)
SHARP = RNG.integers(60, 200, (HEIGHT, WIDTH, 3)).astype(np.uint8)
EMPTY = np.repeat(RNG.integers(0, 60, (HEIGHT, WIDTH, 1)).astype(np.uint8), 3, axis=2)
"""Another room, in other colours."""


def frame(seconds: float = 0.0, rgb: np.ndarray = SHARP) -> Frame:
    return Frame(from_seconds(seconds), rgb)


def extract(seen: FaceLandmarks | None, rgb: np.ndarray = SHARP, look: PeopleLook | None = None):
    return Extractor(SignalOptions()).extract(frame(rgb=rgb), seen, look)


def people(*boxes: PersonBox, seconds: float = 0.0) -> PeopleLook:
    return PeopleLook(from_seconds(seconds), boxes)


AT_CANDIDATE = PersonBox(0.35, 0.3, 0.25, 0.33, 0.9)


def test_a_good_face_has_every_value():
    sample = extract(face(), look=people(AT_CANDIDATE))

    for channel in ("yaw", "pitch", "roll", "gaze_horizontal", "gaze_vertical", "lid_opening"):
        assert isinstance(getattr(sample, channel), float), channel
    assert sample.presence == 1.0
    assert sample.people == 1.0
    assert sample.face_x == pytest.approx(0.5, abs=0.02)


@pytest.mark.parametrize(
    ("rgb", "reason"),
    [
        pytest.param(SHARP // 20, Missing.TOO_DARK, id="dark"),
        pytest.param(np.full_like(SHARP, 252), Missing.TOO_BRIGHT, id="bright"),
        pytest.param(np.full_like(SHARP, 128), Missing.LOW_CONTRAST, id="flat"),
    ],
)
def test_a_bad_picture_makes_the_features_not_measurable(rgb, reason):
    sample = extract(face(), rgb)

    assert sample.yaw is reason
    assert sample.gaze_horizontal is reason
    assert sample.presence == 1.0


def test_a_blurred_face_is_not_measured():
    shades = np.tile(np.linspace(40, 220, WIDTH), (HEIGHT, 1)).astype(np.uint8)
    soft = cv2.GaussianBlur(np.repeat(shades[:, :, None], 3, axis=2), (0, 0), 12)

    assert extract(face(), np.asarray(soft)).yaw is Missing.BLURRED


def test_nobody_found_in_a_blurred_picture_is_no_absence():
    room = np.full((HEIGHT, WIDTH, 3), 90, np.uint8)
    cv2.rectangle(room, (100, 80), (300, 400), (200, 180, 160), -1)
    blurred = np.asarray(cv2.GaussianBlur(room, (0, 0), 20))

    assert extract(None, room, people()).presence == 0.0
    assert extract(None, blurred, people()).presence is Missing.BLURRED


def test_a_turned_head_hides_the_gaze_and_not_the_turn():
    sample = extract(face(rotation(yaw=50)))

    assert sample.gaze_horizontal is Missing.HEAD_TURNED
    assert sample.yaw > 40


def test_lids_on_their_way_down_are_closed_before_narrow_eyes_are():
    assert extract(face(lids=0.11)).gaze_vertical is Missing.EYES_CLOSED

    narrow = replace(neutral_shape(), eyes=RestingEyes(0.18, 0.12, 0.05))
    sample = Extractor(SignalOptions(), narrow).extract(frame(), face(lids=0.11), None)
    assert isinstance(sample.gaze_vertical, float)


def test_closed_eyes_have_an_opening_and_no_direction():
    sample = extract(face(lids=0.04))

    assert sample.gaze_vertical is Missing.EYES_CLOSED
    assert sample.gaze_horizontal is Missing.EYES_CLOSED
    assert sample.lid_opening == pytest.approx(0.04, abs=0.01)
    assert isinstance(sample.yaw, float)


def test_small_faces_lose_first_the_gaze_and_then_the_head():
    assert extract(face(eye_px=30)).gaze_horizontal is Missing.FACE_TOO_SMALL
    assert isinstance(extract(face(eye_px=30)).yaw, float)
    assert extract(face(eye_px=10)).yaw is Missing.FACE_TOO_SMALL


def test_a_face_that_is_mostly_outside_is_cut_off():
    assert extract(face(middle=(670, 240))).yaw is Missing.FACE_CUT_OFF
    assert isinstance(extract(face(middle=(600, 240))).yaw, float)


def test_nobody_in_a_good_picture_is_an_absence():
    sample = extract(None, look=people())

    assert sample.presence == 0.0
    assert sample.yaw is Missing.NO_FACE
    assert sample.people == 0.0


@pytest.mark.parametrize(
    ("rgb", "reason"),
    [(SHARP // 50, Missing.TOO_DARK), (np.full_like(SHARP, 90), Missing.LOW_CONTRAST)],
)
def test_nobody_in_a_picture_that_shows_nothing_is_no_absence(rgb, reason):
    sample = extract(None, rgb, people())

    assert sample.presence is reason
    assert sample.people is reason


def test_a_face_that_only_the_people_detector_sees_is_there():
    extractor = Extractor(SignalOptions())
    extractor.extract(frame(0.0), face(), people(AT_CANDIDATE))
    extractor.extract(frame(0.4), None, None)

    sample = extractor.extract(frame(0.5), None, people(AT_CANDIDATE, seconds=0.5))

    assert sample.presence == 1.0
    assert sample.yaw is Missing.NOT_SEEN


def test_a_faint_box_says_how_faint_it_is_where_the_seat_looks_empty():
    extractor = Extractor(SignalOptions())
    extractor.extract(frame(0.0), face(), people(AT_CANDIDATE))
    faint = replace(AT_CANDIDATE, score=0.6)

    sample = extractor.extract(frame(0.5, EMPTY), None, people(faint, seconds=0.5))

    assert sample.presence == 0.6
    assert sample.yaw is Missing.NOT_SEEN


def test_a_face_far_from_the_seat_is_not_the_candidate():
    extractor = Extractor(SignalOptions())
    extractor.extract(frame(0.0), face(), people(AT_CANDIDATE))
    behind = people(PersonBox(0.85, 0.2, 0.06, 0.08, 0.9), seconds=0.5)

    assert extractor.extract(frame(0.5, EMPTY), None, behind).presence == 0.0


def test_somebody_in_the_candidates_clothes_without_a_face_is_no_absence():
    extractor = Extractor(SignalOptions())
    extractor.extract(frame(0.0), face(), people(AT_CANDIDATE))

    sample = extractor.extract(frame(0.5), None, people(seconds=0.5))

    assert sample.presence is Missing.FACE_AWAY
    assert extractor.extract(frame(0.6), None, None).presence is Missing.FACE_AWAY


def test_an_absence_begins_with_the_first_frame_without_a_face():
    extractor = Extractor(SignalOptions())
    extractor.extract(frame(0.0), face(), people(AT_CANDIDATE))

    assert extractor.extract(frame(0.1), None, None).presence == 0.0


def test_somebody_in_front_leaves_the_candidate_unmeasured():
    sample = extract(replace(face(), is_candidate=False), look=people(AT_CANDIDATE))

    assert sample.presence is Missing.OTHER_FACE
    assert sample.yaw is Missing.OTHER_FACE
    assert sample.people == 1.0


def test_people_are_only_counted_in_frames_that_were_looked_at():
    assert extract(face()).people is Missing.NOT_LOOKED


def test_frozen_and_repeated_pictures_are_measured():
    extractor = Extractor(SignalOptions())
    first = extractor.extract(Frame(Micros(0), SHARP), face(), None)
    second = extractor.extract(Frame(Micros(83_333), SHARP), face(), None)
    third = extractor.extract(Frame(Micros(1_000_000), SHARP), face(), None)

    assert first.change is Missing.NOT_LOOKED
    assert second.change == 0.0
    assert third.repeat == 0.0


def test_remeasuring_against_the_same_shape_changes_nothing():
    extractor = Extractor(SignalOptions())
    sample = extractor.extract(frame(), face(rotation(yaw=10)), None)

    assert extractor.remeasured(sample, face(rotation(yaw=10)), (WIDTH, HEIGHT)) == sample


def test_remeasuring_against_another_shape_keeps_quality_and_place():
    extractor = Extractor(SignalOptions())
    sample = extractor.extract(frame(), face(rotation(yaw=10)), None)
    extractor.neutral = replace(extractor.neutral, points=extractor.neutral.points * (0.9, 1, 1))

    again = extractor.remeasured(sample, face(rotation(yaw=10)), (WIDTH, HEIGHT))

    assert again.shape > sample.shape + 0.01
    assert (again.face_x, again.sharpness, again.luma) == (
        sample.face_x,
        sample.sharpness,
        sample.luma,
    )


def test_near_means_beside_the_last_place_and_of_like_size():
    assert near(PersonBox(0.4, 0.3, 0.2, 0.3, 0.9), AT_CANDIDATE)
    assert not near(PersonBox(0.8, 0.3, 0.2, 0.3, 0.9), AT_CANDIDATE)
    assert not near(PersonBox(0.45, 0.45, 0.05, 0.06, 0.9), AT_CANDIDATE)


def test_faces_that_keep_still_are_counted_without_the_candidates():
    own, wall = replace(AT_CANDIDATE, is_still=True), PersonBox(0.8, 0.1, 0.1, 0.1, 0.9, True)
    guest = PersonBox(0.05, 0.1, 0.1, 0.1, 0.95, False)

    assert extract(face(), look=people(own, wall)).people_still == 1.0
    assert extract(face(), look=people(guest, own, wall)).people_still == 1.0
    assert extract(face(), look=people(guest, own)).people_still == 0.0
    assert extract(None, look=people(guest, wall, own)).people_still == 1.0


def test_whether_faces_keep_still_is_not_known_of_one_that_was_never_compared():
    assert extract(face(), look=people(AT_CANDIDATE)).people_still is Missing.NOT_LOOKED
    assert extract(face()).people_still is Missing.NOT_LOOKED
