"""What a living person does all the time: sway, blink, read along lines, glance at the keys."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from proctor_desktop.simulation.pose import Pose

SWAY = {"yaw": 1.3, "pitch": 1.0, "roll": 0.7, "x": 0.5, "y": 0.25, "distance": 0.7}
"""Standard deviation of the slow sway of a seated person at movement 1: degrees, centimetres."""

SHORTEST_SWAY_SEC, LONGEST_SWAY_SEC = 2.5, 30.0
SWAY_WAVES = 5

BLINK_SEC = (0.18, 0.32)
"""A blink from first movement of the lid until it is open again (VanderWerf et al. 2003)."""

FIXATION_SEC = (0.18, 0.40)
READING_HALF_WIDTH_DEG = 7.0
READING_LINES_DEG = (-4.0, 4.0)
READING_STEP_DEG = 2.2
SACCADE_SEC = 0.035
"""Reading at arm's length: fixations of a quarter of a second, seven to nine letters apart
(K. Rayner, "Eye movements in reading", Psychological Bulletin 1998)."""

GLANCE_SEC = (0.25, 0.45)
GLANCE_DOWN_DEG = (18.0, 26.0)
GLANCE_NOD_DEG = (2.0, 5.0)


@dataclass(frozen=True)
class Habits:
    """How lively a person is.

    Attributes:
        movement: factor on the slow sway; 0 is a statue.
        blinks: blinks a minute.
        reading: whether the eyes read along lines, else they rest.
        glances: short glances down at the keyboard, a minute.
        lids_left: part of the eyes' opening that stays when they are shut.
    """

    movement: float = 1.0
    blinks: float = 16.0
    reading: bool = False
    glances: float = 0.0
    lids_left: float = 0.0


class Liveliness:
    """Habits acted out over a recording; the same seed gives the same movements."""

    def __init__(self, habits: Habits, seconds: float, seed: int) -> None:
        rng = np.random.default_rng(seed)
        self._lids_left = habits.lids_left
        self._waves = {name: _waves(rng, size * habits.movement) for name, size in SWAY.items()}
        self._blinks = _occasions(rng, habits.blinks, seconds, BLINK_SEC)
        self._glances = _occasions(rng, habits.glances, seconds, GLANCE_SEC)
        self._depths = rng.uniform(*GLANCE_DOWN_DEG, len(self._glances))
        self._nods = rng.uniform(*GLANCE_NOD_DEG, len(self._glances))
        self._fixations = _reading(rng, seconds if habits.reading else 0.0)

    def applied(self, pose: Pose, time: float, restless: float = 1.0) -> Pose:
        """``pose`` with what this person does of its own accord at ``time`` seconds; ``restless``
        is a factor on its sway."""
        sway = {name: restless * _sum(waves, time) for name, waves in self._waves.items()}
        horizontal, vertical = self._gaze(time)
        glance, nod = self._glance(time)
        # The eyes hold their target while the head sways.
        sway["gaze_horizontal"] = horizontal - sway["yaw"] * 0.8
        sway["gaze_vertical"] = vertical - sway["pitch"] * 0.8 - glance
        sway["pitch"] -= nod
        shut = max(pose.closed, self._blink(time)) * (1.0 - self._lids_left)
        return pose.moved(**sway, closed=shut - pose.closed)

    def _gaze(self, time: float) -> tuple[float, float]:
        times, targets = self._fixations
        if not len(times):
            return 0.0, 0.0
        index = max(0, int(np.searchsorted(times, time, side="right")) - 1)
        share = min(1.0, (time - times[index]) / SACCADE_SEC) if index else 1.0
        before = targets[max(0, index - 1)]
        horizontal, vertical = before + share * (targets[index] - before)
        return float(horizontal), float(vertical)

    def _blink(self, time: float) -> float:
        """Closure by a blink: shut fast, opened more slowly."""
        for onset, offset in self._blinks[_near(self._blinks, time)]:
            if onset <= time < offset:
                share = (time - onset) / (offset - onset)
                return float(min(1.0, share / 0.25, (1 - share) / 0.45))
        return 0.0

    def _glance(self, time: float) -> tuple[float, float]:
        """Degrees that the eyes and the head go down in a glance at the keyboard."""
        for index in range(*_near(self._glances, time).indices(len(self._glances))):
            onset, offset = self._glances[index]
            share = eased(time, onset, offset - onset - 0.05, 0.05)
            if share > 0:
                return share * float(self._depths[index]), share * float(self._nods[index])
        return 0.0, 0.0


def eased(time: float, onset: float, duration: float, ramp: float) -> float:
    """0 before ``onset``, rising to 1 within ``ramp`` seconds; falling likewise from
    ``onset + duration`` on. The ramps follow the minimum-jerk profile of human movements
    (T. Flash, N. Hogan, J. Neuroscience 1985)."""
    return _minimum_jerk((time - onset) / ramp) - _minimum_jerk((time - onset - duration) / ramp)


def _minimum_jerk(share: float) -> float:
    s = min(1.0, max(0.0, share))
    return s * s * s * (10 - 15 * s + 6 * s * s)


def _waves(rng: np.random.Generator, deviation: float) -> NDArray[np.float64]:
    """Amplitude, angular frequency and phase of waves with this standard deviation in all."""
    periods = np.exp(
        rng.uniform(math.log(SHORTEST_SWAY_SEC), math.log(LONGEST_SWAY_SEC), SWAY_WAVES)
    )
    amplitudes = np.sqrt(periods)  # slow waves are larger
    amplitudes *= deviation * math.sqrt(2) / np.linalg.norm(amplitudes)
    phases = rng.uniform(0, 2 * np.pi, SWAY_WAVES)
    return np.stack([amplitudes, 2 * np.pi / periods, phases])


def _sum(waves: NDArray[np.float64], time: float) -> float:
    amplitudes, frequencies, phases = waves
    return float(amplitudes @ np.sin(frequencies * time + phases))


def _occasions(
    rng: np.random.Generator, per_minute: float, seconds: float, span: tuple[float, float]
) -> NDArray[np.float64]:
    """Onset and offset (n, 2) of things that happen at random, at least a second apart."""
    if per_minute <= 0:
        return np.empty((0, 2))
    gaps = 1.0 + rng.exponential(max(60.0 / per_minute - 1.0, 0.1), int(seconds) + 1)
    onsets = np.cumsum(gaps)
    onsets = onsets[onsets < seconds]
    return np.column_stack([onsets, onsets + rng.uniform(*span, len(onsets))])


def _near(occasions: NDArray[np.float64], time: float) -> slice:
    """The occasions that may be under way at ``time``."""
    index = int(np.searchsorted(occasions[:, 0], time, side="right"))
    return slice(max(0, index - 1), index)


def _reading(
    rng: np.random.Generator, seconds: float
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Begin (n,) of each fixation, and its place (n, 2) in degrees, line after line."""
    times, targets = [], []
    time, column, line = 0.0, -READING_HALF_WIDTH_DEG, READING_LINES_DEG[1]
    while time < seconds:
        times.append(time)
        targets.append((column + rng.normal(0, 0.4), line + rng.normal(0, 0.3)))
        time += float(rng.uniform(*FIXATION_SEC))
        column += READING_STEP_DEG * float(rng.uniform(0.6, 1.4))
        if column > READING_HALF_WIDTH_DEG:
            column, line = -READING_HALF_WIDTH_DEG, line - 0.8
        if line < READING_LINES_DEG[0]:
            line = READING_LINES_DEG[1]
    return np.array(times), np.array(targets).reshape(-1, 2)
