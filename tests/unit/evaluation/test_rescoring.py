"""Long tracks for measuring, and the figure that is measured."""

import numpy as np

from proctor_desktop.domain.signals import Channel
from proctor_desktop.evaluation.rescoring import lengthened, time_rescoring
from proctor_desktop.scoring.assessment import RuleOptions
from tests.unit.synthetic import Recording


def test_a_lengthened_track_repeats_itself_and_keeps_its_pace() -> None:
    track = Recording(10).add(Channel.YAW, 3, 5, 30).track()
    longer = lengthened(track, 34.0)
    assert len(longer) == 34 * 12
    assert abs(longer.end - 34_000_000) <= track.step
    assert np.ptp(np.diff(longer.times)) <= 2
    assert np.array_equal(longer.values[120:240], track.values, equal_nan=True)


def test_an_empty_track_stays_empty() -> None:
    assert len(lengthened(Recording(0).track(), 60.0)) == 0


def test_the_figure_says_how_much_there_was_to_do() -> None:
    track = lengthened(Recording(60).add(Channel.YAW, 20, 23, 30).track(), 600.0)
    timed = time_rescoring(track, RuleOptions(), runs=1)
    assert (timed.samples, timed.incidents) == (7200, 10)
    assert timed.seconds > 0
    assert timed.ratio == timed.seconds / (0.5 * 7200 / (3 * 3600e6 / track.step))
