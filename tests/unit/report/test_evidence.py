import hashlib
import io
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from proctor_desktop.domain.errors import SourceOpenError
from proctor_desktop.domain.events import EventKind
from proctor_desktop.domain.frame import Frame
from proctor_desktop.domain.timeline import Interval, Micros, from_seconds, to_seconds
from proctor_desktop.report import evidence
from proctor_desktop.report.evidence import EvidenceOptions, Moment
from tests.unit.report import samples

OPTIONS = EvidenceOptions()


class OneFrame:
    """A recording that shows, in any span, a picture whose grey level is the second."""

    def __init__(self, span: Interval) -> None:
        self.span = span

    def frames(self):
        yield samples.frame(to_seconds(self.span.onset), grey=int(to_seconds(self.span.onset)))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass


class Unreadable(OneFrame):
    def frames(self):
        raise SourceOpenError("gone")


@pytest.mark.parametrize(
    ("event", "seconds"),
    [
        pytest.param(samples.TURN, 32.1, id="middle_of_the_turn"),
        pytest.param(samples.GLANCE, 60.0, id="first_of_equal_samples"),
        pytest.param(samples.NOD, 62.0, id="nod"),
        pytest.param(samples.ABSENCE, 94.0, id="middle_of_an_absence"),
        pytest.param(samples.VISITOR, 120.0, id="first_look_with_two"),
    ],
)
def test_the_picture_is_taken_where_the_deviation_is_largest(event, seconds):
    time = evidence.peak_time(event, samples.track(), samples.CALIBRATION.baseline)
    assert to_seconds(time) == pytest.approx(seconds, abs=0.05)


def test_an_event_without_any_measurement_is_shown_in_its_middle():
    dark = replace(samples.TURN, interval=samples.span(151, 155))
    time = evidence.peak_time(dark, samples.track(), samples.CALIBRATION.baseline)
    assert to_seconds(time) == 153.0


def _moments(options: EvidenceOptions):
    assessed = samples.assessment()
    return evidence.moments(
        assessed.incidents,
        assessed.risk.contributions,
        samples.track(),
        samples.CALIBRATION.baseline,
        options,
    )


def test_each_incident_has_a_picture_before_and_one_within_for_each_of_its_events():
    names = [one.incident_id for one in _moments(OPTIONS)]
    assert {name: names.count(name) for name in names} == {
        one.id: 1 + len(one.events) for one in samples.assessment().incidents
    }


def test_an_incident_of_several_events_has_a_picture_of_each_part():
    assessed = samples.assessment()
    whole = assessed.incidents[0]
    later = replace(
        whole.primary, kind=EventKind.GAZE_DEVIATION, interval=samples.span(60, 62.5), axis=None
    )
    joined = replace(whole, interval=samples.span(30, 62.5), events=(whole.primary, later))
    found = evidence.moments(
        (joined,), (), samples.track(), samples.CALIBRATION.baseline, EvidenceOptions(before_sec=0)
    )
    assert [60 <= to_seconds(one.time) <= 62.5 for one in found] == [False, True]
    assert [one.shows_eyes for one in found] == [False, True]


def test_a_long_event_is_shown_near_its_ends_too_and_never_twice_within_a_second():
    whole = samples.assessment().incidents[0]
    long = replace(whole.primary, interval=samples.span(30, 60))
    lasting = replace(whole, interval=long.interval, primary=long, events=(long,))
    found = evidence.moments(
        (lasting,), (), samples.track(), samples.CALIBRATION.baseline, EvidenceOptions(before_sec=0)
    )
    times = [to_seconds(one.time) for one in found]
    assert len(times) == 3
    assert 35.0 in times
    assert 55.0 in times


def test_where_the_gaze_is_the_matter_the_eyes_stand_enlarged_below_the_picture():
    white = np.full((480, 640, 3), 255, np.uint8)
    white[100:140, 200:300] = 0  # the eyes
    frame = Frame(Micros(0), white)
    band = (200 / 640, 100 / 480, 300 / 640, 140 / 480)
    plain = Image.open(io.BytesIO(evidence.encode(frame, EvidenceOptions(long_side=480))))
    shown = Image.open(io.BytesIO(evidence.encode(frame, EvidenceOptions(long_side=480), band)))
    assert plain.size == (480, 360)
    assert shown.size[0] == 480
    below = np.asarray(shown)[plain.size[1] :]
    assert 100 <= len(below) <= 180
    assert below[10:-10, 40:-40].max() < 40, "only the eyes are there"


def test_eyes_are_looked_for_only_where_they_are_the_matter():
    asked = []

    def find_eyes(frame):
        asked.append(frame.time)
        return (0.2, 0.2, 0.8, 0.4)

    wanted = [
        Moment("I001", from_seconds(40.0)),
        Moment("I002", from_seconds(41.0), shows_eyes=True),
    ]
    evidence.grab(wanted, OneFrame, OPTIONS, find_eyes)
    assert asked == [from_seconds(41.0)]


def test_the_weightiest_incidents_come_first_when_there_are_too_many():
    few = _moments(EvidenceOptions(max_incidents=2, before_sec=0))
    assert [one.incident_id for one in few] == ["I003", "I004"]


def test_pictures_are_taken_from_the_recording_at_their_time():
    taken = evidence.grab([Moment("I001", from_seconds(40.0))], OneFrame, OPTIONS)
    assert taken[0].evidence.time == 40.0
    assert taken[0].evidence.name == "I001-40.000s.jpg"
    assert taken[0].evidence.sha256 == hashlib.sha256(taken[0].jpeg).hexdigest()
    pixels = np.asarray(Image.open(io.BytesIO(taken[0].jpeg)))
    assert abs(int(pixels.mean()) - 40) <= 2


def test_a_part_that_cannot_be_decoded_has_no_picture_and_stops_nothing():
    assert evidence.grab([Moment("I001", from_seconds(1.0))], Unreadable, OPTIONS) == ()


def test_large_pictures_are_reduced_and_keep_their_shape():
    large = Frame(Micros(0), np.zeros((1080, 1920, 3), np.uint8))
    image = Image.open(io.BytesIO(evidence.encode(large, EvidenceOptions(long_side=480))))
    assert image.size == (480, 270)
