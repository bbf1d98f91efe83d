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
_REOPENING = from_seconds(0.25)
_LIDS_SETTLE = from_seconds(3)
_NEARLY_OPEN, _RISING = 0.9, 0.02
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


class Reopening:
    """Takes the gaze out while the lids come up after a blink, when they look like a look down.

    A blink that follows a short glance would otherwise make one long glance of both.
    """

    def __init__(self) -> None:
        self._closed_at: Micros | None = None
        self._time: Micros | None = None
        self._open_lids = 0.0
        self._lids = 0.0

    def push(self, sample: SignalSample) -> SignalSample:
        """The sample, without gaze where the lids are on their way up."""
        lids = sample.lid_opening
        if isinstance(lids, Missing):
            return sample
        rise, self._lids = lids - self._lids, lids
        if sample.gaze_vertical is Missing.EYES_CLOSED:
            self._closed_at = sample.time
            return sample
        if rise > _RISING and self._is_reopening(sample.time, lids):
            return replace(
                sample, gaze_horizontal=Missing.EYES_CLOSED, gaze_vertical=Missing.EYES_CLOSED
            )
        elapsed = _LIDS_SETTLE if self._time is None else sample.time - self._time
        share = min(1.0, elapsed / _LIDS_SETTLE)
        self._open_lids += share * (lids - self._open_lids)
        self._time = sample.time
        return sample

    def _is_reopening(self, time: Micros, lids: float) -> bool:
        if self._closed_at is None or time - self._closed_at > _REOPENING:
            return False
        return lids < _NEARLY_OPEN * self._open_lids


class SignalFilter:
    """Smooths rotation and gaze over a whole recording; other channels pass as they are."""

    def __init__(self, options: SignalOptions) -> None:
        self._filters = {channel: OneEuro(options) for channel in _DEGREES}
        self._reopening = Reopening()

    def push(self, sample: SignalSample) -> SignalSample:
        """The sample with smoothed angles; what is missing stays missing."""
        sample = self._reopening.push(sample)
        smoothed: dict[str, float] = {}
        for channel, unit in _DEGREES.items():
            value = getattr(sample, channel.value)
            if not isinstance(value, Missing):
                smoothed[channel.value] = (
                    self._filters[channel].push(sample.time, value * unit) / unit
                )
        return replace(sample, **smoothed)  # type: ignore[arg-type]  # only angle fields
