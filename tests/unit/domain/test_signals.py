"""Samples and tracks: the same measurements as rows and as columns."""

from dataclasses import fields

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from proctor_desktop.domain import signals
from proctor_desktop.domain.signals import (
    CHANNELS,
    Channel,
    Missing,
    SignalSample,
    SignalTrack,
    TrackBuilder,
)
from proctor_desktop.domain.timeline import Interval, Micros

STEP = Micros(83_333)
measurements = st.one_of(st.sampled_from(Missing), st.floats(-100, 100, width=32))
rows = st.lists(
    st.builds(dict, **{channel.value: measurements for channel in CHANNELS}), max_size=12
)


def samples_of(values: list[dict[str, float | Missing]]) -> list[SignalSample]:
    return [SignalSample(Micros(index * STEP), **row) for index, row in enumerate(values)]


def test_every_channel_is_a_field_of_a_sample_in_storage_order() -> None:
    assert [field.name for field in fields(SignalSample)][1:] == [c.value for c in CHANNELS]


def test_every_reason_has_a_sentence() -> None:
    assert all(reason.sentence for reason in Missing)


@given(rows)
def test_samples_survive_the_way_into_columns_and_back(
    values: list[dict[str, float | Missing]],
) -> None:
    samples = samples_of(values)
    track = SignalTrack.from_samples(samples, STEP)
    assert [track.sample(index) for index in range(len(track))] == samples


@given(rows, st.integers(0, 12))
def test_a_track_cut_and_joined_is_the_same_track(
    values: list[dict[str, float | Missing]], cut: int
) -> None:
    track = SignalTrack.from_samples(samples_of(values), STEP)
    middle, end = Micros(cut * STEP), Micros(13 * STEP)
    head = track.between(Interval(Micros(-1), middle))
    joined = SignalTrack.joined([head, track.between(Interval(middle, end))])
    np.testing.assert_array_equal(joined.times, track.times)
    np.testing.assert_array_equal(joined.values, track.values)
    np.testing.assert_array_equal(joined.reasons, track.reasons)


def test_a_snapshot_does_not_change_when_the_track_grows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(signals, "_ROOM", 1000)
    builder = TrackBuilder(STEP)
    builder.append(SignalSample(Micros(0), yaw=1.0))
    snapshot = builder.track()
    for index in range(1, 3000):
        builder.append(SignalSample(Micros(index), yaw=float(index)))
    assert len(snapshot) == 1
    grown = builder.track()
    assert grown.column(Channel.YAW).tolist() == [1.0, *range(1, 3000)]
    assert not grown.reason(Channel.YAW).any()
    assert (grown.reason(Channel.PITCH) == Missing.FRAME_LOST.value).all()


def test_chunks_are_the_track_in_its_order(monkeypatch: pytest.MonkeyPatch) -> None:
    track = SignalTrack.from_samples([SignalSample(Micros(time)) for time in range(10)], STEP)
    monkeypatch.setattr(signals, "_CHUNK", 4)
    assert [chunk.times.tolist() for chunk in track.chunks()] == [
        [0, 1, 2, 3],
        [4, 5, 6, 7],
        [8, 9],
    ]


def test_a_sample_out_of_order_is_refused() -> None:
    builder = TrackBuilder(STEP)
    builder.append(SignalSample(Micros(5)))
    with pytest.raises(ValueError, match="not after"):
        builder.append(SignalSample(Micros(5)))


def test_a_sample_speaks_until_the_next_one_but_never_longer_than_half_a_second() -> None:
    track = SignalTrack.from_samples(
        [SignalSample(Micros(time)) for time in (0, 83_333, 5_000_000)], STEP
    )
    assert track.durations().tolist() == [83_333, 500_000, 83_333]
