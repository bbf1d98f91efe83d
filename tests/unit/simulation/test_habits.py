import numpy as np
import pytest

from proctor_desktop.simulation.habits import Habits, Liveliness, eased
from proctor_desktop.simulation.pose import Pose

MINUTES = np.arange(0, 600, 0.25)


@pytest.mark.parametrize(
    ("time", "share"),
    [
        pytest.param(9.9, 0.0, id="before"),
        pytest.param(10.2, 0.5, id="half_way_there"),
        pytest.param(11.0, 1.0, id="held"),
        pytest.param(12.2, 0.5, id="half_way_back"),
        pytest.param(12.5, 0.0, id="after"),
    ],
)
def test_movement_eases_in_and_out(time, share):
    assert eased(time, onset=10, duration=2, ramp=0.4) == pytest.approx(share)


def test_same_seed_gives_the_same_movements():
    habits = Habits(reading=True, glances=5)
    poses = [Liveliness(habits, 60, seed=3).applied(Pose(), 12.3) for _ in range(2)]
    assert poses[0] == poses[1]


def test_another_seed_gives_other_movements():
    poses = [Liveliness(Habits(), 60, seed).applied(Pose(), 12.3) for seed in (1, 2)]
    assert poses[0] != poses[1]


def test_sway_has_the_stated_spread():
    spreads = []
    for seed in range(8):
        lively = Liveliness(Habits(movement=2.0), 600, seed)
        spreads.append(np.std([lively.applied(Pose(), time).yaw for time in MINUTES]))
    assert np.mean(spreads) == pytest.approx(2.6, rel=0.1)


def test_statue_does_not_move():
    still = Liveliness(Habits(movement=0, blinks=0), 60, seed=5)
    assert still.applied(Pose(yaw=3), 31.0) == Pose(yaw=3)


def test_blinks_come_as_often_as_stated_and_are_short():
    lively = Liveliness(Habits(movement=0, blinks=15), 600, seed=6)
    closed = np.array([lively.applied(Pose(), t).closed for t in np.arange(0, 600, 0.01)])
    onsets = np.flatnonzero((closed[1:] > 0.5) & (closed[:-1] <= 0.5))
    assert 100 < len(onsets) < 200
    assert (closed > 0.5).mean() < 0.06


def test_glances_at_the_keys_are_shorter_than_an_event():
    lively = Liveliness(Habits(movement=0, blinks=0, glances=10), 600, seed=6)
    down = np.array(
        [lively.applied(Pose(), t).gaze_vertical < -15 for t in np.arange(0, 600, 0.01)]
    )
    edges = np.flatnonzero(np.diff(down.astype(int)))
    assert len(edges) > 60
    assert (edges[1::2] - edges[::2]).max() < 50


def test_reading_keeps_the_eyes_on_the_screen():
    lively = Liveliness(Habits(movement=0, blinks=0, reading=True), 600, seed=7)
    gaze = np.array([lively.applied(Pose(), time).gaze_horizontal for time in MINUTES])
    assert np.ptp(gaze) > 12
    assert np.abs(gaze).max() < 12
