"""Following one face, on rendered people."""

import subprocess
import sys

import numpy as np
import pytest

from proctor_desktop.domain.frame import Frame
from proctor_desktop.domain.timeline import from_seconds
from proctor_desktop.landmarks.choice import LandmarkOptions, chosen
from proctor_desktop.landmarks.face_mesh import FaceMeshTracker, region_of
from proctor_desktop.landmarks.people import PeopleCounter
from proctor_desktop.simulation.candidate import Candidate
from proctor_desktop.simulation.cast import CAST
from proctor_desktop.simulation.pose import PinholeCamera, Pose
from proctor_desktop.simulation.scene import Scene, paint
from tests.unit.landmarks.families import FAMILIES

CAMERA = PinholeCamera(640, 480)


@pytest.fixture(scope="module")
def people():
    return {name: Candidate(CAST[name]) for name in ("portrait", "visitor")}


@pytest.fixture(scope="module", params=FAMILIES)
def models(request):
    networks = chosen(LandmarkOptions(request.param))
    tracker, counter = FaceMeshTracker(networks), PeopleCounter(networks=networks)
    yield tracker, counter
    tracker.close()
    counter.close()


@pytest.fixture
def tracker(models):
    models[0].restart()
    return models[0]


def frame(seconds: float, *figures) -> Frame:
    return Frame(from_seconds(seconds), paint(Scene(people=figures, noise=1.0), CAMERA))


def test_landmarks_lie_where_the_rendered_face_is(tracker, people):
    pose = Pose(yaw=8, distance=55)
    true = people["portrait"].landmarks(pose, CAMERA)

    face = tracker.track(frame(0, (people["portrait"], pose)))

    assert face.points.shape == (478, 3)
    assert face.points.dtype == np.float32
    assert face.presence > 0.9
    error = np.linalg.norm(face.points[:468, :2] - true, axis=1)
    assert np.median(error) < 0.02 * np.ptp(true[:, 0])


def test_depth_grows_away_from_the_camera(tracker, people):
    face = tracker.track(frame(0, (people["portrait"], Pose())))

    nose, ears = face.points[1, 2], face.points[[234, 454], 2]
    assert (ears > nose + 30).all()


def test_the_same_frames_give_the_same_landmarks_after_a_restart(tracker, people):
    frames = [frame(i / 12, (people["portrait"], Pose(yaw=3 * i))) for i in range(4)]
    first = [tracker.track(each).points for each in frames]
    tracker.restart()

    for before, after in zip(first, (tracker.track(each) for each in frames), strict=True):
        assert np.array_equal(before, after.points)


def test_a_far_face_is_followed_once_the_people_detector_saw_it(tracker, models, people):
    far = frame(0, (people["portrait"], Pose(distance=190)))

    assert tracker.track(far) is None, "otherwise this test shows nothing"
    face = tracker.track(far, models[1].look_now(far))

    assert face is not None
    assert face.is_candidate


def test_a_tracker_with_the_memory_of_another_goes_on_exactly_alike(models, tracker, people):
    film = [frame(i / 12, (people["portrait"], Pose(yaw=4 * i))) for i in range(6)]
    for each in film[:3]:
        tracker.track(each)
    memory = tracker.memory
    whole = [tracker.track(each).points for each in film[3:]]
    tracker.restart()
    tracker.memory = memory

    parts = [tracker.track(each).points for each in film[3:]]

    assert all(np.array_equal(one, other) for one, other in zip(whole, parts, strict=True))


def test_an_empty_room_has_no_face(tracker):
    assert tracker.track(frame(0)) is None


def test_somebody_in_front_is_not_the_candidate(tracker, models, people):
    candidate = (people["portrait"], Pose(distance=62))
    tracker.track(frame(0, candidate))
    tracker.track(frame(0.1, candidate))
    hidden = frame(0.2, candidate, (people["visitor"], Pose(x=2, distance=38)))

    in_front = tracker.track(hidden, models[1].look_now(hidden))
    back = tracker.track(frame(0.3, candidate))

    assert in_front is None or not in_front.is_candidate
    assert back is not None
    assert back.is_candidate


def test_somebody_behind_an_empty_seat_is_not_the_candidate(tracker, models, people):
    for step in range(5):
        tracker.track(frame(step / 10, (people["portrait"], Pose(distance=50))))
    alone = frame(1.0, (people["visitor"], Pose(x=45, distance=130)))

    assert tracker.track(alone, models[1].look_now(alone)) is None


def test_the_candidate_may_lean_aside_slowly(tracker, people):
    faces = [
        tracker.track(frame(step / 12, (people["portrait"], Pose(x=step * 1.2))))
        for step in range(12)
    ]

    assert all(face is not None and face.is_candidate for face in faces)


def test_the_region_turns_with_the_face():
    points = np.zeros((478, 3), np.float32)
    points[:, 0] = np.linspace(100, 200, 478)
    points[33, :2], points[263, :2] = (120, 100), (180, 160)

    assert region_of(points).rotation == pytest.approx(np.pi / 4, abs=0.01)
    assert region_of(points).side == pytest.approx(1.5 * 160, rel=0.02)


@pytest.mark.parametrize("name", FAMILIES)
def test_making_the_models_writes_nothing_to_standard_error(name):
    code = (
        "from proctor_desktop.landmarks.choice import LandmarkOptions, chosen;"
        "from proctor_desktop.landmarks.face_mesh import FaceMeshTracker;"
        f"FaceMeshTracker(chosen(LandmarkOptions('{name}'))).close()"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stderr == ""


def test_the_module_is_imported_without_the_library():
    code = "import sys, proctor_desktop.landmarks.face_mesh; print('mediapipe' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "False"
