"""Per-frame signals in blocks, the same on every database."""

import numpy as np
import pytest
import sqlalchemy as sa

from proctor_desktop.domain.errors import DatabaseDamagedError, NotFoundError
from proctor_desktop.domain.signals import CHANNELS, Missing, SignalTrack
from proctor_desktop.domain.timeline import Micros
from proctor_desktop.report.coverage import signals_sha256
from proctor_desktop.storage import schema
from proctor_desktop.storage.measurements import Measurements
from proctor_desktop.storage.signal_store import StoredSignals
from proctor_desktop.storage.unit_of_work import Store
from tests.storage.samples import a_track, some_signals

REPORT = "0" * 8 + "-0000-0000-0000-" + "0" * 12


def round_trip(store: Store, signals: StoredSignals) -> StoredSignals:
    with store.writing() as unit:
        unit.signals.save(REPORT, signals)
    with store.reading() as unit:
        return unit.signals.load(REPORT)


def test_signals_come_back_bit_for_bit(store: Store) -> None:
    signals = some_signals(150)
    back = round_trip(store, signals)
    assert back.track.times.tobytes() == signals.track.times.tobytes()
    assert back.track.values.tobytes() == signals.track.values.tobytes()
    assert back.track.reasons.tobytes() == signals.track.reasons.tobytes()
    assert back.track.step == signals.track.step
    assert (back.facts, back.record) == (signals.facts, signals.record)


def test_there_is_one_block_for_each_channel_and_minute(local_store: Store) -> None:
    round_trip(local_store, some_signals(150))
    with local_store.reading() as unit:
        blocks = unit.connection.execute(
            sa.select(schema.signal_blocks.c.channel, schema.signal_blocks.c.minute)
        ).all()
    assert {row.minute for row in blocks} == {0, 1, 2}
    assert len(blocks) == 3 * (len(CHANNELS) + 1)


@pytest.mark.parametrize("count", [0, 1])
def test_hardly_any_samples_come_back(local_store: Store, count: int) -> None:
    track = a_track(10)
    short = SignalTrack(
        track.times[:count], track.values[:count], track.reasons[:count], Micros(83_333)
    )
    known = some_signals(1)
    back = round_trip(local_store, StoredSignals(short, known.facts, known.record))
    assert len(back.track) == count
    assert back.track.values.tobytes() == short.values.tobytes()


def test_unusual_floats_survive(local_store: Store) -> None:
    track = a_track(2)
    track.values[0, :5] = [-0.0, np.finfo(np.float32).tiny, 1e-45, 3.4e38, -1.5]
    track.reasons[0, :5] = 0
    known = some_signals(1)
    back = round_trip(local_store, StoredSignals(track, known.facts, known.record))
    assert back.track.values.tobytes() == track.values.tobytes()


def of_another_version(seconds: float = 150) -> StoredSignals:
    """Signals with the channels in another order, one unknown here and one that was not yet."""
    known = some_signals(seconds)
    columns = [*range(len(CHANNELS) - 1, 0, -1), 1]
    names = (*(CHANNELS[column].value for column in columns[:-1]), "pulse")
    track = known.track
    written = Measurements(
        names, track.times, track.values[:, columns], track.reasons[:, columns], track.step
    )
    return StoredSignals.of(written, known.facts, known.record)


def test_channels_of_another_version_come_back_with_their_own_hash(store: Store) -> None:
    signals = of_another_version()
    back = round_trip(store, signals)
    assert back.written is not None
    assert back.written.names[-1] == "pulse"
    assert back.measurements.sha256 == signals.measurements.sha256
    assert back.measurements.values.tobytes() == signals.measurements.values.tobytes()
    whole = some_signals(150).track
    for channel in CHANNELS[1:]:
        assert back.track.column(channel).tobytes() == whole.column(channel).tobytes()
    assert set(back.track.reason(CHANNELS[0])) == {Missing.NOT_LOOKED.value}


def test_a_changed_block_of_another_version_is_noticed(local_store: Store) -> None:
    round_trip(local_store, of_another_version(30))
    table = schema.signal_blocks
    with local_store.writing() as unit:
        other = unit.connection.execute(
            sa.select(table.c.body).where(table.c.channel == "pitch")
        ).scalar_one()
        unit.connection.execute(sa.update(table).where(table.c.channel == "yaw").values(body=other))
    with local_store.reading() as unit, pytest.raises(DatabaseDamagedError):
        unit.signals.load(REPORT)


def test_the_hash_of_the_channels_of_this_version_is_the_one_of_the_report() -> None:
    signals = some_signals(150)
    assert signals.measurements.sha256 == signals_sha256(signals.track)


def test_saving_again_replaces_and_erasing_leaves_nothing(store: Store) -> None:
    round_trip(store, some_signals(150))
    assert len(round_trip(store, some_signals(30)).track) == 360
    with store.writing() as unit:
        unit.signals.erase(REPORT)
    with store.reading() as unit:
        assert not unit.signals.has(REPORT)
        with pytest.raises(NotFoundError, match="not on this computer"):
            unit.signals.load(REPORT)


def test_a_changed_block_is_noticed(local_store: Store) -> None:
    round_trip(local_store, some_signals(30))
    table = schema.signal_blocks
    with local_store.writing() as unit:
        other = unit.connection.execute(
            sa.select(table.c.body).where(table.c.channel == "pitch")
        ).scalar_one()
        unit.connection.execute(sa.update(table).where(table.c.channel == "yaw").values(body=other))
    with local_store.reading() as unit, pytest.raises(DatabaseDamagedError):
        unit.signals.load(REPORT)


def test_a_lost_minute_is_noticed(local_store: Store) -> None:
    round_trip(local_store, some_signals(150))
    with local_store.writing() as unit:
        unit.connection.execute(
            sa.delete(schema.signal_blocks).where(schema.signal_blocks.c.minute == 1)
        )
    with local_store.reading() as unit, pytest.raises(DatabaseDamagedError):
        unit.signals.load(REPORT)


def test_an_hour_takes_far_less_than_its_numbers(local_store: Store) -> None:
    """Smooth signals such as a face gives; noise as in the other tests does not deflate."""
    track = a_track(600)
    smooth = np.cumsum(np.random.default_rng(1).normal(0, 0.05, track.values.shape), axis=0)
    values = np.round(smooth, 3).astype(np.float32)
    quiet = SignalTrack(track.times, values, np.zeros_like(track.reasons), track.step)
    known = some_signals(1)
    round_trip(local_store, StoredSignals(quiet, known.facts, known.record))
    with local_store.reading() as unit:
        stored = unit.connection.execute(
            sa.select(sa.func.sum(sa.func.length(schema.signal_blocks.c.body)))
        ).scalar_one()
    assert stored < 0.8 * (values.nbytes + quiet.reasons.nbytes)
