import numpy as np
import pytest

from proctor_desktop.domain.recording import DecodeRecord
from proctor_desktop.domain.signals import Missing, SignalSample, SignalTrack
from proctor_desktop.domain.timeline import from_seconds
from proctor_desktop.report.coverage import cover, missing_sentence, signals_sha256
from tests.unit.report import samples


def _channels(track: SignalTrack, seconds: float = 180.0):
    record = DecodeRecord(seconds, seconds, 100, len(track), 0)
    return {one.channel: one for one in cover(track, record, seconds, []).channels}


def test_missing_time_is_counted_by_reason():
    channels = _channels(samples.track())
    assert channels["yaw"].missing == {"no_face": 8.0, "too_dark": 6.0}
    assert channels["yaw"].measured_share == pytest.approx(166 / 180, abs=1e-4)


def test_nobody_in_the_picture_is_a_measurement_of_presence():
    presence = _channels(samples.track())["presence"]
    assert presence.missing == {"too_dark": 6.0}


def test_pauses_between_looks_at_the_people_are_not_missing():
    assert _channels(samples.track())["people"].missing == {}


def test_time_without_any_sample_is_a_lost_picture():
    channels = _channels(samples.track(60.0), seconds=90.0)
    assert channels["yaw"].missing["frame_lost"] == pytest.approx(30.0, abs=0.01)
    assert channels["yaw"].measured_share == pytest.approx(60 / 90, abs=0.001)


def test_shares_and_missing_time_add_up_to_the_recording():
    for channel in _channels(samples.track()).values():
        total = channel.measured_share * 180 + sum(channel.missing.values())
        assert total == pytest.approx(180, abs=0.05)


def test_an_empty_track_measures_nothing():
    empty = SignalTrack.from_samples([], from_seconds(1 / 12))
    assert _channels(empty, 10.0)["yaw"].measured_share == 0.0


def test_every_reason_has_words():
    for reason in Missing:
        assert missing_sentence(reason.name.lower()) == reason.sentence


def test_the_hash_of_signals_does_not_see_which_nan_stands_for_missing():
    sample = SignalSample(from_seconds(0.0), yaw=3.0)
    track = SignalTrack.from_samples([sample], from_seconds(0.1))
    other = np.where(np.isnan(track.values), np.copysign(np.nan, -1), track.values)
    same = SignalTrack(track.times, other.astype(np.float32), track.reasons, track.step)
    assert signals_sha256(same) == signals_sha256(track)


def test_the_hash_of_signals_sees_a_changed_value_and_a_changed_reason():
    track = samples.track(2.0)
    values, reasons = track.values.copy(), track.reasons.copy()
    values[3, 1] += 0.001
    reasons[3, 8] = Missing.BLURRED.value
    hashes = {
        signals_sha256(track),
        signals_sha256(SignalTrack(track.times, values, track.reasons, track.step)),
        signals_sha256(SignalTrack(track.times, track.values, reasons, track.step)),
    }
    assert len(hashes) == 3
