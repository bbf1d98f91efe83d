"""Per-frame signals as deflated blocks, one for each channel and minute.

Float32 values are stored bit for bit, so a report computed from the blocks equals the one computed
from the frames. The bytes of the floats are laid out by significance before they are deflated,
because neighbouring measurements share their upper bytes.
"""

import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import sqlalchemy as sa
from numpy.typing import NDArray

from proctor_desktop.domain.errors import DatabaseDamagedError, NotFoundError
from proctor_desktop.domain.recording import DecodeRecord, StreamFacts, from_plain, to_plain
from proctor_desktop.domain.signals import Missing, SignalTrack
from proctor_desktop.domain.timeline import MICROS_PER_SECOND, Micros
from proctor_desktop.report.document import canonical
from proctor_desktop.storage import schema
from proctor_desktop.storage.measurements import NAMES, Measurements

BLOCK_MICROS = 60 * MICROS_PER_SECOND

_TIMES = "time"
_LEVEL = 6


@dataclass(frozen=True, slots=True, eq=False)
class StoredSignals:
    """What a report was computed from, and can be computed from again.

    ``written`` are the measurements of a version with other channels, None where ``track`` is all
    there is.
    """

    track: SignalTrack
    facts: StreamFacts
    record: DecodeRecord
    written: Measurements | None = None

    @property
    def measurements(self) -> Measurements:
        """All that was measured, under the names it was written with."""
        return self.written or Measurements.of(self.track)

    @classmethod
    def of(
        cls, measurements: Measurements, facts: StreamFacts, record: DecodeRecord
    ) -> "StoredSignals":
        """Signals of whatever channels there are."""
        written = None if measurements.names == NAMES else measurements
        return cls(measurements.track(), facts, record, written)


class SignalStore:
    """Tracks within one transaction."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def save(self, report_id: str, signals: StoredSignals) -> None:
        """Keep the signals of a report in place of any earlier ones."""
        self.erase(report_id)
        measured = signals.measurements
        self._connection.execute(
            sa.insert(schema.signal_tracks).values(
                report_id=report_id,
                step=measured.step,
                samples=len(measured.times),
                channels=json.dumps(measured.names),
                recording=canonical(to_plain(signals.facts, signals.record)),
                sha256=measured.sha256,
            )
        )
        rows = [
            {"report_id": report_id, "channel": channel, "minute": minute, "body": body}
            for channel, minute, body in _blocks(measured)
        ]
        if rows:
            self._connection.execute(sa.insert(schema.signal_blocks), rows)

    def hashes(self) -> dict[str, str]:
        """Hash of the measurements of each report that has some here."""
        tracks = schema.signal_tracks
        rows = self._connection.execute(sa.select(tracks.c.report_id, tracks.c.sha256))
        return {row.report_id: row.sha256 for row in rows}

    def load(self, report_id: str) -> StoredSignals:
        """The signals of a report, bit for bit as they were saved.

        Channels that this program has and the stored ones have not are missing: not looked; those
        that it does not know are kept beside.

        Raises:
            NotFoundError: this database has no signals of that report.
            DatabaseDamagedError: they are not what was saved.
        """
        tracks, blocks = schema.signal_tracks, schema.signal_blocks
        head = self._connection.execute(
            sa.select(tracks).where(tracks.c.report_id == report_id)
        ).one_or_none()
        if head is None:
            raise NotFoundError(
                f"The per-frame signals of report {report_id} are not on this computer. They stay"
                " where the recording was analysed."
            )
        rows = self._connection.execute(
            sa.select(blocks.c.channel, blocks.c.minute, blocks.c.body)
            .where(blocks.c.report_id == report_id)
            .order_by(blocks.c.channel, blocks.c.minute)
        )
        bodies: dict[str, list[bytes]] = {}
        for channel, _, body in rows:
            bodies.setdefault(channel, []).append(body)
        try:
            names = tuple(json.loads(head.channels))
            measured = _assembled(names, bodies, head.samples, Micros(head.step))
        except (zlib.error, ValueError, KeyError) as error:
            raise DatabaseDamagedError(_damaged(report_id)) from error
        if measured.sha256 != head.sha256:
            raise DatabaseDamagedError(_damaged(report_id))
        return StoredSignals.of(measured, *from_plain(json.loads(head.recording)))

    def has(self, report_id: str) -> bool:
        """Whether this database holds the signals of a report."""
        tracks = schema.signal_tracks
        return (
            self._connection.execute(
                sa.select(tracks.c.report_id).where(tracks.c.report_id == report_id)
            ).first()
            is not None
        )

    def ids(self) -> list[str]:
        """Ids of the reports whose signals are here."""
        return list(self._connection.execute(sa.select(schema.signal_tracks.c.report_id)).scalars())

    def erase(self, report_id: str) -> None:
        """Remove the signals of a report."""
        for table in (schema.signal_blocks, schema.signal_tracks):
            self._connection.execute(sa.delete(table).where(table.c.report_id == report_id))


def _blocks(measured: Measurements) -> Iterator[tuple[str, int, bytes]]:
    """Channel name, minute and body of each block."""
    if not len(measured.times):
        return
    minutes = measured.times // BLOCK_MICROS
    firsts = np.flatnonzero(np.diff(minutes, prepend=minutes[0] - 1))
    for first, last in zip(firsts, [*firsts[1:], len(minutes)], strict=True):
        minute = int(minutes[first])
        times = np.diff(measured.times[first:last], prepend=0).astype("<i8")
        yield _TIMES, minute, zlib.compress(_by_significance(times), _LEVEL)
        for column, name in enumerate(measured.names):
            values = np.ascontiguousarray(measured.values[first:last, column], "<f4")
            reasons = np.ascontiguousarray(measured.reasons[first:last, column])
            yield name, minute, zlib.compress(_by_significance(values) + reasons.tobytes(), _LEVEL)


def _assembled(
    names: tuple[str, ...], bodies: dict[str, list[bytes]], samples: int, step: Micros
) -> Measurements:
    times = np.empty(samples, np.int64)
    values = np.full((samples, len(names)), np.nan, np.float32)
    reasons = np.full((samples, len(names)), Missing.NOT_LOOKED.value, np.uint8)
    if samples:
        times[:] = np.concatenate([_times(body) for body in bodies[_TIMES]])
        for column, name in enumerate(names):
            _fill(values[:, column], reasons[:, column], name, bodies[name])
    return Measurements(names, times, values, reasons, step)


def _fill(
    values: NDArray[np.float32], reasons: NDArray[np.uint8], name: str, bodies: list[bytes]
) -> None:
    first = 0
    for body in bodies:
        raw = zlib.decompress(body)
        count = len(raw) // 5
        plain = _from_significance(raw[: 4 * count], np.dtype("<f4"))
        values[first : first + count] = plain
        reasons[first : first + count] = np.frombuffer(raw[4 * count :], np.uint8)
        first += count
    if first != len(values):
        raise ValueError(f"{first} samples of {name}, not {len(values)}")


def _times(body: bytes) -> NDArray[np.int64]:
    steps = _from_significance(zlib.decompress(body), np.dtype("<i8"))
    return np.cumsum(steps, dtype=np.int64)


def _by_significance(numbers: NDArray[np.generic]) -> bytes:
    """All lowest bytes, then all second ones, and so on."""
    size = numbers.dtype.itemsize
    return numbers.view(np.uint8).reshape(-1, size).T.tobytes()


def _from_significance(raw: bytes, dtype: np.dtype[np.generic]) -> NDArray[np.generic]:
    size = dtype.itemsize
    columns = np.frombuffer(raw, np.uint8).reshape(size, -1)
    return np.ascontiguousarray(columns.T).reshape(-1).view(dtype)


def _damaged(report_id: str) -> str:
    return (
        f"The per-frame signals of report {report_id} are damaged. The report itself can be read,"
        " but not computed anew; analyse the recording again."
    )
