import itertools
from dataclasses import replace

import numpy as np
import pytest

from proctor_desktop.domain.events import EventKind
from proctor_desktop.domain.report import ExamRecord
from proctor_desktop.domain.signals import SignalSample, SignalTrack
from proctor_desktop.domain.timeline import from_seconds
from proctor_desktop.report import timeline
from tests.unit.report import samples


@pytest.fixture(scope="module")
def drawing() -> timeline.Timeline:
    return timeline.draw(samples.report(), samples.track())


def _x(seconds: float) -> float:
    return timeline.x_at(seconds, 180.0)


def _lane(drawing: timeline.Timeline, title: str) -> timeline.Lane:
    return next(lane for lane in drawing.lanes if lane.title.startswith(title))


def test_incidents_lie_at_their_time(drawing):
    first = drawing.incidents[0]
    assert (first.left, first.right, first.label) == (_x(30), _x(34.2), "I001")


def test_the_curve_leaves_the_band_during_the_turn_and_only_then(drawing):
    lane = _lane(drawing, "Head right")
    outside = [x for curve in lane.curves for x, y in curve if y < lane.band[0]]
    assert _x(30) < min(outside) < max(outside) < _x(34.2)
    assert not [y for curve in lane.curves for _, y in curve if y > lane.band[1]]


def test_not_measurable_time_is_a_gap_with_its_reason(drawing):
    lane = _lane(drawing, "Head up")
    labels = {(round(s.left, 1), round(s.right, 1)): s.label for s in lane.missing}
    assert list(labels.values()) == ["no face in the picture", "the picture is too dark"]
    assert len(lane.curves) == 3
    for span in lane.missing:
        within = [x for c in lane.curves for x, _ in c if span.left + 2 < x < span.right - 2]
        assert within == []


def test_a_frozen_picture_is_not_measurable_whatever_it_shows():
    frozen = replace(samples.DARKNESS, kind=EventKind.FEED_FROZEN, interval=samples.span(160, 170))
    assessed = samples.assessment(events=(*samples.assessment().events, frozen))
    drawing = timeline.draw(samples.report(assessment=assessed), samples.track())
    for spans in (_lane(drawing, "Head right").missing, drawing.strip.missing):
        still = next(span for span in spans if span.label == "the picture stands still")
        assert still.left == pytest.approx(_x(160), abs=2)
        assert still.right == pytest.approx(_x(170), abs=2)


def test_the_strip_shows_absence_and_several_people(drawing):
    absent, several = drawing.strip.absent[0], drawing.strip.several[0]
    assert absent.left == pytest.approx(_x(90), abs=2)
    assert absent.right == pytest.approx(_x(98), abs=2)
    assert several.left == pytest.approx(_x(120), abs=2)
    assert several.right == pytest.approx(_x(126), abs=4)


def test_an_accommodation_moves_one_edge_of_the_band_only():
    settings = samples.SETTINGS | {"detection.up_scale": 2.0}
    wide = _lane(timeline.draw(samples.report(settings=settings), samples.track()), "Head up")
    assert wide.zero - wide.band[0] == pytest.approx(2 * (wide.band[1] - wide.zero), rel=0.01)


def test_everything_stays_inside_the_drawing(drawing):
    for lane in drawing.lanes:
        for curve in lane.curves:
            assert all(timeline.LEFT <= x <= timeline.WIDTH for x, _ in curve)
            assert all(lane.top <= y <= lane.top + lane.height for _, y in curve)
    assert all(tick.at <= timeline.WIDTH for tick in drawing.times)


def test_labels_never_run_into_each_other():
    base = samples.report()
    many = tuple(
        replace(base.analysis.incidents[0], id=f"I{n:03d}", start=n * 0.5, end=n * 0.5 + 0.4)
        for n in range(300)
    )
    crowded = replace(base, analysis=replace(base.analysis, incidents=many))
    labels = timeline.draw(crowded, samples.track()).labels
    assert all(b.at - a.at >= 28 for a, b in itertools.pairwise(labels))


@pytest.mark.parametrize("count", [0, 1, 2])
def test_very_short_recordings_can_be_drawn(count: int):
    track = SignalTrack.from_samples(
        [SignalSample(from_seconds(n / 12), yaw=1.0, presence=1.0) for n in range(count)],
        from_seconds(1 / 12),
    )
    assert len(timeline.draw(replace(samples.report(), video_duration_sec=0.1), track).lanes) == 5


def test_a_three_hour_exam_is_drawn_with_no_more_points_than_columns_can_show():
    times = np.arange(130_000, dtype=np.int64) * 83_333
    short = samples.track(1.0)
    values = np.tile(short.values[:1], (len(times), 1))
    reasons = np.tile(short.reasons[:1], (len(times), 1))
    track = SignalTrack(times, values, reasons, short.step)
    long = replace(samples.report(), video_duration_sec=10_833.0)
    drawing = timeline.draw(long, track)
    points = [len(curve) for lane in drawing.lanes for curve in lane.curves]
    assert max(points) <= 2 * timeline.COLUMNS
    assert sum(points) >= 5 * timeline.COLUMNS


def outside_of(begins: float, ends: float):
    found = samples.report()
    exam = ExamRecord(begins, ends, "given", "given")
    return replace(found, analysis=replace(found.analysis, exam=exam))


def test_what_lies_outside_of_the_exam_is_drawn_as_such():
    drawing = timeline.draw(outside_of(30.0, 150.0), samples.track())
    spans = [(span.left, span.right, span.label) for span in drawing.outside]
    assert spans == [
        (timeline.x_at(0, 180), timeline.x_at(30, 180), "before the exam"),
        (timeline.x_at(150, 180), timeline.x_at(180, 180), "after the exam"),
    ]


def test_an_exam_that_is_the_recording_has_no_outside():
    assert timeline.draw(outside_of(0.0, 180.0), samples.track()).outside == ()
    assert timeline.draw(samples.report(), samples.track()).outside == ()
