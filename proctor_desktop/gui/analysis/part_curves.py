"""Parts of a recording that is measured by several processes, put together for the curves."""

import numpy as np
from numpy.typing import NDArray

from proctor_desktop.domain.calibration import Baseline
from proctor_desktop.domain.signals import SignalTrack
from proctor_desktop.domain.timeline import MICROS_PER_SECOND
from proctor_desktop.engine.parts import Part
from proctor_desktop.gui.display.curves import Curve, signal_curves

JUST_AFTER = 1e-3
"""Seconds behind a part at which its curve is broken off."""


class PartCurves:
    """What is final, and the parts behind it that wait for those between."""

    def __init__(self) -> None:
        self._final: SignalTrack | None = None
        self._waiting: dict[int, SignalTrack] = {}

    def take(self, part: Part) -> None:
        """Add a part; what has become final with it is not provisional any more."""
        if not part.is_final:
            self._waiting[part.onset] = part.track
            return
        self._final = part.track
        end = int(part.track.times[-1]) if len(part.track) else -1
        self._waiting = {onset: each for onset, each in self._waiting.items() if onset > end}

    @property
    def seconds(self) -> float:
        """End of what is final."""
        if self._final is None or not len(self._final):
            return 0.0
        return float(self._final.times[-1]) / MICROS_PER_SECOND

    def _pieces(self) -> list[SignalTrack]:
        waiting = [self._waiting[onset] for onset in sorted(self._waiting)]
        return ([self._final] if self._final is not None and len(self._final) else []) + waiting

    def curves(self, baseline: Baseline) -> dict[str, Curve]:
        """Curves by lane name, broken off where something is not measured yet."""
        whole: dict[str, list[Curve]] = {}
        for track in self._pieces():
            for lane, (times, values) in signal_curves(track, baseline).items():
                broken = np.append(times, times[-1] + JUST_AFTER)
                whole.setdefault(lane, []).append((broken, np.append(values, np.float32(np.nan))))
        return {
            lane: (
                np.concatenate([times for times, _ in pieces])[:-1],
                np.concatenate([values for _, values in pieces])[:-1],
            )
            for lane, pieces in whole.items()
        }

    def breaks(self) -> NDArray[np.float64]:
        """Seconds at which the curves are broken off: nothing could go wrong there."""
        ends = [track.times[-1] / MICROS_PER_SECOND + JUST_AFTER for track in self._pieces()]
        return np.array(ends)

    def provisional(self) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Starts and ends, in seconds, of the parts that wait."""
        waiting = [self._waiting[onset] for onset in sorted(self._waiting)]
        return (
            np.array([track.times[0] for track in waiting]) / MICROS_PER_SECOND,
            np.array([track.times[-1] for track in waiting]) / MICROS_PER_SECOND,
        )
