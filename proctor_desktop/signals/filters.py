"""Light smoothing of the stored signals.

Source: G. Casiez, N. Roussel, D. Vogel, "1 euro filter: a simple speed-based low-pass filter for
noisy input in interactive systems", CHI 2012.
"""

import math
from dataclasses import replace

from proctor_desktop.domain.signals import Channel, Missing, SignalSample
from proctor_desktop.domain.timeline import Micros, from_seconds, to_seconds
from proctor_desktop.signals.options import SignalOptions

_SPEED_CUTOFF_HZ = 1.0
_FORGET = from_seconds(0.5)
_DEGREES = {
    Channel.YAW: 1.0,
    Channel.PITCH: 1.0,
    Channel.ROLL: 1.0,
    Channel.GAZE_HORIZONTAL: math.degrees(1.0),
    Channel.GAZE_VERTICAL: math.degrees(1.0),
}


class OneEuro:
    """The filter for one channel; it starts anew after a gap of half a second."""

    def __init__(self, options: SignalOptions) -> None:
        self._options = options
        self._time: Micros | None = None
        self._value = 0.0
        self._speed = 0.0

    def push(self, time: Micros, value: float) -> float:
        """The smoothed value, in degrees as the value itself."""
        if self._time is None or time - self._time > _FORGET:
            self._value, self._speed = value, 0.0
        elif time > self._time:
            self._follow(to_seconds(time - self._time), value)
        self._time = time
        return self._value

    def _follow(self, elapsed: float, value: float) -> None:
        share = _share(elapsed, _SPEED_CUTOFF_HZ)
        self._speed += share * ((value - self._value) / elapsed - self._speed)
        cutoff = self._options.min_cutoff_hz + self._options.speed_coefficient * abs(self._speed)
        self._value += _share(elapsed, cutoff) * (value - self._value)


def _share(elapsed: float, cutoff_hz: float) -> float:
    """How far a first-order low-pass moves towards a new value after ``elapsed`` seconds."""
    return 1 / (1 + 1 / (2 * math.pi * cutoff_hz * elapsed))


class SignalFilter:
    """Smooths rotation and gaze over a whole recording; other channels pass as they are."""

    def __init__(self, options: SignalOptions) -> None:
        self._filters = {channel: OneEuro(options) for channel in _DEGREES}

    def push(self, sample: SignalSample) -> SignalSample:
        """The sample with smoothed angles; what is missing stays missing."""
        smoothed: dict[str, float] = {}
        for channel, unit in _DEGREES.items():
            value = getattr(sample, channel.value)
            if not isinstance(value, Missing):
                smoothed[channel.value] = (
                    self._filters[channel].push(sample.time, value * unit) / unit
                )
        return replace(sample, **smoothed)  # type: ignore[arg-type]  # only angle fields
