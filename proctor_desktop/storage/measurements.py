"""Per-frame measurements under the names they were written with, whatever this version measures.

A version with more channels, or with fewer, wrote what is stored or comes as a package. Nothing of
it is dropped, and its hash is that of its own channels.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from proctor_desktop.domain.signals import CHANNELS, Missing, SignalTrack
from proctor_desktop.domain.timeline import Micros
from proctor_desktop.report.coverage import columns_sha256

NAMES = tuple(channel.value for channel in CHANNELS)


@dataclass(frozen=True, slots=True, eq=False)
class Measurements:
    """Columns in the order of their names; otherwise as in `SignalTrack`.

    Raises:
        ValueError: the numbers of names, times, values and reasons do not go together.
    """

    names: tuple[str, ...]
    times: NDArray[np.int64]
    values: NDArray[np.float32]
    reasons: NDArray[np.uint8]
    step: Micros

    def __post_init__(self) -> None:
        shape = (len(self.times), len(self.names))
        if self.values.shape != shape or self.reasons.shape != shape:
            raise ValueError(f"{self.values.shape} and {self.reasons.shape} for {shape}")

    @classmethod
    def of(cls, track: SignalTrack) -> "Measurements":
        """Those of a track."""
        return cls(NAMES, track.times, track.values, track.reasons, track.step)

    @property
    def sha256(self) -> str:
        """Hex digest; for the channels of this version that of `signals_sha256`."""
        return columns_sha256(self.names, self.step, self.times, self.reasons, self.values)

    def track(self) -> SignalTrack:
        """What this version knows of them; channels that they lack were not looked at."""
        if self.names == NAMES:
            return SignalTrack(self.times, self.values, self.reasons, self.step)
        shape = (len(self.times), len(NAMES))
        values = np.full(shape, np.nan, np.float32)
        reasons = np.full(shape, Missing.NOT_LOOKED.value, np.uint8)
        for column, name in enumerate(NAMES):
            if name in self.names:
                own = self.names.index(name)
                values[:, column], reasons[:, column] = self.values[:, own], self.reasons[:, own]
        return SignalTrack(self.times, values, reasons, self.step)
