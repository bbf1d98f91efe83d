"""All detectors together: laws over random behaviour, and the rule for exams on paper."""

from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from proctor_desktop.calibration import CalibrationOptions, calibrate
from proctor_desktop.detection import DetectionOptions, detect
from proctor_desktop.detection.detector import detectors
from proctor_desktop.domain.events import BEHAVIOUR_KINDS, Event, EventKind
from proctor_desktop.domain.signals import Channel, Missing
from proctor_desktop.domain.timeline import covered, from_seconds
from tests.unit.detection.detecting import DEFAULTS, events_of, spans, uncalibrated
from tests.unit.synthetic import FACE, Recording, chunks

moments = st.tuples(st.integers(0, 500), st.integers(1, 60))
acts = st.lists(
    st.tuples(
        st.sampled_from(
            [Channel.YAW, Channel.PITCH, Channel.ROLL, Channel.GAZE_HORIZONTAL, Channel.PEOPLE]
        ),
        moments,
        st.floats(-2.5, 2.5),
    ),
    max_size=8,
)
gaps = st.lists(st.tuples(st.sampled_from(Missing), moments), max_size=4)


def acted(
    acts: list[tuple[Channel, tuple[int, int], float]],
    gaps: list[tuple[Missing, tuple[int, int]]],
) -> Recording:
    """A minute in which things happen, in tenths of a second."""
    recording = Recording(60)
    scale = {Channel.YAW: 20.0, Channel.PITCH: 14.0, Channel.ROLL: 12.0}
    for channel, (start, length), amount in acts:
        onset, offset = start / 10, (start + length) / 10
        if channel is Channel.PEOPLE:
            recording.people(onset, offset, 2)
        else:
            recording.add(channel, onset, offset, amount * scale.get(channel, 0.4))
    for reason, (start, length) in gaps:
        onset, offset = start / 10, (start + length) / 10
        if reason is Missing.NO_FACE:
            recording.leave(onset, offset)
        else:
            recording.hide(onset, offset, reason, FACE)
    return recording


@settings(max_examples=60, deadline=None)
@given(acts, gaps, st.lists(st.integers(0, 200), max_size=12))
def test_chunks_of_any_size_give_the_same_events(
    acts: list[tuple[Channel, tuple[int, int], float]],
    gaps: list[tuple[Missing, tuple[int, int]]],
    sizes: list[int],
) -> None:
    recording = acted(acts, gaps)
    track, calibration = recording.track(), uncalibrated(recording)
    for whole, pieces in zip(
        detectors(calibration, DEFAULTS), detectors(calibration, DEFAULTS), strict=True
    ):
        expected = whole.push(track) + whole.flush(track.end)
        found: list[Event] = []
        for chunk in chunks(track, sizes):
            found += pieces.push(chunk)
        found += pieces.flush(track.end)
        key = lambda event: (event.kind.value, event.interval)  # noqa: E731 - used twice below
        assert sorted(found, key=key) == sorted(expected, key=key)


@settings(max_examples=60, deadline=None)
@given(acts, gaps, st.floats(1.0, 2.0))
def test_stricter_thresholds_never_find_more_time(
    acts: list[tuple[Channel, tuple[int, int], float]],
    gaps: list[tuple[Missing, tuple[int, int]]],
    factor: float,
) -> None:
    recording = acted(acts, [gap for gap in gaps if gap[0] is not Missing.NO_FACE])
    stricter = replace(
        DEFAULTS, left_scale=factor, right_scale=factor, up_scale=factor, down_scale=factor
    )

    def seconds(options: DetectionOptions, kind: EventKind) -> int:
        return covered(e.interval for e in events_of(recording, options) if e.kind is kind)

    for kind in BEHAVIOUR_KINDS:
        assert seconds(stricter, kind) <= seconds(DEFAULTS, kind)


@settings(max_examples=40, deadline=None)
@given(acts, gaps)
def test_events_are_in_order_inside_the_recording_and_beyond_their_threshold(
    acts: list[tuple[Channel, tuple[int, int], float]],
    gaps: list[tuple[Missing, tuple[int, int]]],
) -> None:
    recording = acted(acts, gaps)
    events = events_of(recording)
    assert list(events) == sorted(events, key=lambda event: event.interval.onset)
    for event in events:
        assert event.interval.onset >= 0
        assert event.interval.offset <= recording.track().end
        assert 0 <= event.confidence <= 1
        if event.kind in BEHAVIOUR_KINDS:
            assert event.peak >= event.threshold * (1 - 1e-6)


def test_events_count_from_the_candidates_own_posture() -> None:
    recording = Recording(60)
    recording.add(Channel.YAW, 0, 60, 12).add(Channel.YAW, 30, 33, 18)
    calibration = calibrate(recording.track(), CalibrationOptions())
    (event,) = detect(recording.track(), calibration, DEFAULTS)
    assert spans((event,)) == [(30.0, 33.0)]
    assert abs(event.peak - 18) < 1.5


def writing(seconds: float, depth: float) -> Recording:
    """A head that sinks slowly to the paper and rises again."""
    recording = Recording(60)
    rows = (recording.times >= 20_000_000) & (recording.times < 20_000_000 + seconds * 1e6)
    curve = np.sin(np.pi * (recording.times[rows] - 20_000_000) / (seconds * 1e6)) ** 0.3
    recording.add(Channel.PITCH, 20, 20 + seconds, 0)
    recording.values[rows, list(Channel).index(Channel.PITCH)] -= depth * curve
    return recording


def test_a_short_slow_glance_down_is_writing_only_in_an_exam_on_paper() -> None:
    on_paper = replace(DEFAULTS, paper_exam=True)
    assert len(events_of(writing(2.2, 15))) == 1
    assert events_of(writing(2.2, 15), on_paper) == ()
    assert len(events_of(writing(4, 15), on_paper)) == 1
    assert len(events_of(writing(2.2, 25), on_paper)) == 1


def test_a_fast_nod_is_not_writing() -> None:
    on_paper = replace(DEFAULTS, paper_exam=True)
    recording = Recording(60).add(Channel.PITCH, 20, 22.2, -15).vary(Channel.PITCH, 2.0, 2.0)
    assert len(events_of(recording, on_paper)) == 1


def test_one_measurement_alone_is_no_event_however_slow_the_recording() -> None:
    slow = Recording(60, rate=1).put(Channel.YAW, 20, 21, 40)
    assert events_of(slow) == ()
    assert spans(events_of(slow.put(Channel.YAW, 21, 22, 40))) == [(20.0, 22.0)]


def test_pictures_missing_at_the_end_are_lost() -> None:
    recording = Recording(30)
    track, calibration = recording.track(), uncalibrated(recording)
    (event,) = detect(track, calibration, DEFAULTS, from_seconds(45))
    assert event.kind is EventKind.FEED_LOST
    assert spans((event,)) == [(30.0, 45.0)]
    assert detect(track, calibration, DEFAULTS, from_seconds(30.4)) == ()


def test_an_empty_track_has_no_events() -> None:
    empty = Recording(0)
    assert detect(empty.track(), uncalibrated(empty), DEFAULTS) == ()
