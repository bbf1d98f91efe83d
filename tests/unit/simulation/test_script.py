import numpy as np
import pytest

from proctor_desktop.simulation.pose import PinholeCamera
from proctor_desktop.simulation.scenario import Scenario
from proctor_desktop.simulation.scene import paint
from proctor_desktop.simulation.script import Script

CAMERA = PinholeCamera(160, 120)


def script(*lines: str) -> Script:
    return Script(Scenario.parse("\n".join(["title: t", "seconds: 30", "fps: 10", *lines])))


def picture(acted: Script, time: float) -> np.ndarray:
    return paint(acted.scene(time), CAMERA).astype(int)


def test_pictures_of_a_living_person_differ():
    acted = script()
    assert np.abs(picture(acted, 1.0) - picture(acted, 1.1)).max() > 0


def test_frozen_feed_repeats_one_picture():
    acted = script("at 5 s freeze for 4 s")
    assert (picture(acted, 5.0) == picture(acted, 8.9)).all()
    assert (picture(acted, 5.0) != picture(acted, 9.0)).any()


def test_looped_feed_repeats_the_second_before():
    acted = script("at 5 s loop 1 s for 4 s")
    assert (picture(acted, 5.3) == picture(acted, 4.3)).all()
    assert (picture(acted, 8.3) == picture(acted, 4.3)).all()


def test_covered_lens_gives_a_dark_picture():
    acted = script("at 5 s cover for 4 s")
    assert picture(acted, 7.0).mean() < 5 < 100 < picture(acted, 4.0).mean()


def test_light_is_given_in_per_cent():
    acted = script("noise: 0", "at 5 s dim 50 % for 4 s")
    ratio = picture(acted, 7.0).mean() / picture(acted, 4.0).mean()
    assert ratio == pytest.approx(0.5, abs=0.05)


def test_who_leaves_is_out_of_the_picture_and_comes_back():
    acted = script("at 5 s leave right for 4 s")
    poses = [acted.scripted(time).x for time in (4.9, 7.0, 10.1)]
    assert poses[0] == poses[2] == 0
    assert poses[1] > 40


def test_who_turns_round_faces_away_from_the_camera():
    acted = script("at 5 s back left for 4 s")
    assert [round(abs(acted.scripted(time).yaw)) for time in (4.9, 7.0, 10.1)] == [0, 180, 0]


def test_who_stares_looks_into_the_camera_wherever_the_screen_is():
    acted = script(
        "movement: 0", "blinks: 0", "yaw: -20", "gaze_vertical: -8", "at 5 s stare for 4 s"
    )
    looks = [acted.pose(time) for time in (4.9, 7.0)]
    assert [(pose.yaw, pose.gaze_vertical) for pose in looks] == [(-20, -8), (0, 0)]


def test_lids_that_stay_open_never_shut():
    acted = script("lids_left: 0.33", "at 5 s close for 4 s")
    assert acted.pose(7.0).closed == pytest.approx(0.67)


@pytest.mark.parametrize("deed", ["smile", "laugh", "yawn"])
def test_an_expression_comes_and_goes(deed):
    acted = script(f"at 5 s {deed} for 4 s")
    shown = [acted.scripted(time).smile + acted.scripted(time).mouth for time in (4.9, 7.0, 10.1)]
    assert shown[0] == shown[2] == 0
    assert shown[1] >= 1


def test_visitor_is_there_while_the_script_says_so():
    acted = script("at 5 s visitor left 100 cm for 4 s")
    assert [len(acted.visitors(time)) for time in (4.9, 7.0, 9.6)] == [0, 1, 0]
    assert acted.visitors(7.0)[0].x < 0


def test_crossing_goes_from_one_edge_to_the_other():
    acted = script("at 5 s crossing right 40 cm for 4 s")
    places = [acted.visitors(time)[0].x for time in (5.0, 7.0, 8.9)]
    assert places[0] < -25
    assert places[1] == pytest.approx(0)
    assert places[2] > 25


def test_photograph_never_blinks_nor_turns():
    acted = script("movement: 0", "blinks: 60", "noise: 0", "at 1 s photograph for 20 s")
    pictures = [picture(acted, time) for time in np.arange(2, 20, 0.5)]
    assert all((other == pictures[0]).all() for other in pictures)


def test_restless_is_a_factor_on_the_sway():
    acted = script("at 10 s restless 5 x for 10 s")
    calm = [acted.pose(time).yaw for time in np.arange(0, 10, 0.2)]
    restless = [acted.pose(time).yaw for time in np.arange(10, 20, 0.2)]
    assert np.std(restless) > 2 * np.std(calm)


def test_a_portrait_on_the_wall_never_moves():
    plain, hung = script("noise: 0"), script("noise: 0", "at 5 s poster left 100 cm for 20 s")
    corner = np.s_[20:60, :50]
    assert (picture(hung, 4.0)[corner] == picture(plain, 4.0)[corner]).all()
    assert (picture(hung, 6.0)[corner] != picture(plain, 6.0)[corner]).any()
    assert (picture(hung, 6.0)[corner] == picture(hung, 19.0)[corner]).all()
