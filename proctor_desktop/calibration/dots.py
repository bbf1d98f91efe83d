"""Five dots at known places of the screen, and what they tell about one person's line of sight.

The page ``dots.html`` first lets the whole screen flash, which lights the face, and then shows five
dots one after another. What head and eyes together miss of each dot is learned as a linear
function of what is measured of eyes, lids and head; large factors cost (ridge regression), since
the dots are few, and no more is corrected than what was seen while they were looked at. The eyes'
channels are then told so that head and eyes together give the line of sight.
"""

from dataclasses import dataclass, replace
from typing import Annotated

import numpy as np
from annotated_types import Ge, Gt, Le
from numpy.typing import NDArray
from typing_extensions import Doc

from proctor_desktop.domain.calibration import (
    AxisBaseline,
    Baseline,
    CalibrationFault,
    CalibrationFinding,
)
from proctor_desktop.domain.signals import Channel, SignalTrack
from proctor_desktop.domain.timeline import Micros, clock, from_seconds

CHANNELS_USED = (
    Channel.GAZE_HORIZONTAL,
    Channel.GAZE_VERTICAL,
    Channel.LID_OPENING,
    Channel.YAW,
    Channel.PITCH,
    Channel.ROLL,
)
FLASHES, FLASH_SEC = 3, 1.0
"""The screen is white for half of each flash, and dark for the other half."""

PLACES = ((0.5, 0.5), (0.08, 0.08), (0.92, 0.08), (0.92, 0.92), (0.08, 0.92))
"""Where the dots stand, in parts of the screen from its upper left, as the candidate sees it."""

DOT_SEC = 3.0
_SETTLED = 1.0, 2.8
"""A dot is looked at from then to then."""

LEAST_SAMPLES = 8
LARGEST_ERROR_DEG = 4.0
"""Where the dots themselves are missed by more, they were not looked at."""

_RIDGE = 0.03
_LEAST_SPREAD = np.array([0.05, 0.05, 0.02, 0.6, 0.6, 0.6])
"""A channel that hardly changed while the dots were looked at explains little of them."""
_FURTHEST = 2.0
"""Spreads from the center beyond which a channel corrects no more."""
_FLASHING = from_seconds(FLASHES * FLASH_SEC)
_CALM = from_seconds(1.5)
_FOUND_UNTIL = from_seconds(180.0)
_LEAST_LIKENESS, _LEAST_LEVELS = 0.75, 2.0


@dataclass(frozen=True, slots=True)
class DotsOptions:
    """The five dots of ``dots.html``."""

    are_shown: Annotated[
        bool, Doc("Whether the page dots.html was shown to the candidate at the beginning.")
    ] = False
    begins_sec: Annotated[
        float,
        Ge(0),
        Le(86_400),
        Doc("Second of the recording at which its flashes begin; 0: found by the flashes."),
    ] = 0.0
    screen_width_cm: Annotated[
        float, Gt(0), Le(500), Doc("Width of the screen that showed the dots.")
    ] = 52.0
    screen_height_cm: Annotated[
        float, Gt(0), Le(500), Doc("Height of the screen that showed the dots.")
    ] = 29.0
    distance_cm: Annotated[float, Gt(0), Le(500), Doc("From the candidate's eyes to it.")] = 60.0

    def directions(self) -> NDArray[np.float64]:
        """(5, 2) degrees from the middle of the screen to each dot: the picture's right, and up."""
        offsets = np.array(PLACES) - 0.5
        # The candidate's right is the picture's left, and pages count downwards.
        size = np.array([self.screen_width_cm, self.screen_height_cm])
        return np.asarray(np.degrees(np.arctan(-offsets * size / self.distance_cm)), np.float64)

    def reach(self) -> tuple[float, float]:
        """Half of the screen, across and up, in radians."""
        size = np.array([self.screen_width_cm, self.screen_height_cm]) / 2 / self.distance_cm
        across, up = np.arctan(size).tolist()
        return across, up


@dataclass(frozen=True, slots=True, eq=False)
class DotFit:
    """The line of sight in degrees from the middle of the screen: head, eyes, and a correction.

    Attributes:
        center, spread: (6,) of `CHANNELS_USED` while the dots were looked at.
        factors: (6, 2) of the correction, for channels in units of their spread.
        aim: (2,) mean direction of the dots.
    """

    center: NDArray[np.float64]
    spread: NDArray[np.float64]
    factors: NDArray[np.float64]
    aim: NDArray[np.float64]

    def line_of_sight(self, measured: NDArray[np.float64]) -> NDArray[np.float64]:
        """(n, 2) to the picture's right and up; NaN where something is missing of (n, 6)."""
        apart = measured - self.center
        scaled = np.clip(apart / self.spread, -_FURTHEST, _FURTHEST)
        return np.asarray(_plain(apart) + scaled @ self.factors + self.aim, np.float64)


def _plain(apart: NDArray[np.float64]) -> NDArray[np.float64]:
    """(n, 2) degrees of head and eyes together, of measurements from their center."""
    return np.asarray(np.degrees(apart[:, 0:2]) + apart[:, 3:5], np.float64)


def fitted(measured: NDArray[np.float64], true: NDArray[np.float64]) -> DotFit:
    """What (n, 6) measurements tell of (n, 2) true lines of sight; rows with NaN are left out."""
    known = np.isfinite(measured).all(axis=1)
    rows, aims = measured[known], true[known]
    center, aim = rows.mean(axis=0), aims.mean(axis=0)
    spread = np.maximum(rows.std(axis=0), _LEAST_SPREAD)
    learned, missed = (rows - center) / spread, aims - aim - _plain(rows - center)
    square = learned.T @ learned / max(1, len(learned)) + _RIDGE * np.eye(rows.shape[1])
    factors = np.linalg.solve(square, learned.T @ missed / max(1, len(learned)))
    return DotFit(center, spread, factors, aim)


@dataclass(frozen=True, slots=True, eq=False)
class Dots:
    """The dots of a recording: when the flashes began, what was learned, and how far they missed.

    ``fit`` is None where the dots were not found, or not looked at.
    """

    begins: Micros | None
    fit: DotFit | None
    error_deg: float

    def corrected(self, track: SignalTrack) -> SignalTrack:
        """The track, whose head and eyes together give the learned line of sight."""
        if self.fit is None:
            return track
        sight = self.fit.line_of_sight(_measured(track))
        values = track.values.copy()
        shown = SignalTrack(track.times, values, track.reasons, track.step)
        eyes, head = (Channel.GAZE_HORIZONTAL, Channel.GAZE_VERTICAL), (Channel.YAW, Channel.PITCH)
        for axis, (eye, turn) in enumerate(zip(eyes, head, strict=True)):
            rest = self.fit.center[CHANNELS_USED.index(turn)]
            told = np.radians(sight[:, axis] - (track.column(turn) - rest))
            known = np.isfinite(told)
            shown.column(eye)[known] = told[known].astype(np.float32)
        return shown

    def centred(self, baseline: Baseline, options: DotsOptions) -> Baseline:
        """The baseline whose eyes rest on the middle of the screen and reach to its edges."""
        if self.fit is None:
            return baseline
        yaw, pitch = (
            self.fit.center[CHANNELS_USED.index(each)] for each in (Channel.YAW, Channel.PITCH)
        )
        across, up = options.reach()
        return replace(
            baseline,
            eye_horizontal=AxisBaseline(
                float(np.radians(yaw - baseline.yaw.center)),
                baseline.eye_horizontal.variance,
                across,
            ),
            eye_vertical=AxisBaseline(
                float(np.radians(pitch - baseline.pitch.center)),
                baseline.eye_vertical.variance,
                up,
            ),
        )

    def finding(self) -> CalibrationFinding:
        """What became of the dots, in a sentence."""
        if self.begins is None:
            sentence = (
                "The flashes of the five dots were not found; the line of sight is told without "
                "them."
            )
            return CalibrationFinding(CalibrationFault.DOTS_NOT_FOUND, sentence)
        begins = clock(self.begins)
        if self.fit is None:
            sentence = (
                f"The five dots from {begins} on were missed by {self.error_deg:.1f} degrees or "
                "not measured; the line of sight is told without them."
            )
            return CalibrationFinding(CalibrationFault.DOTS_NOT_FOUND, sentence)
        sentence = (
            f"Five dots from {begins} on tell this candidate's line of sight; they are met within "
            f"{self.error_deg:.1f} degrees."
        )
        return CalibrationFinding(CalibrationFault.DOTS_USED, sentence)


def dots_of(track: SignalTrack, options: DotsOptions) -> Dots | None:
    """The dots of a recording; None where none were shown."""
    if not options.are_shown:
        return None
    begins = from_seconds(options.begins_sec) if options.begins_sec > 0 else flashes_in(track)
    if begins is None:
        return Dots(None, None, np.inf)
    measured, true = _looked_at(track, begins, options)
    if measured is None or true is None:
        return Dots(begins, None, 90.0)
    fit = fitted(measured, true)
    missed = np.hypot(*(fit.line_of_sight(measured) - true).T)
    error = float(np.nanmean(missed))
    return Dots(begins, fit if error <= LARGEST_ERROR_DEG else None, error)


def _measured(track: SignalTrack) -> NDArray[np.float64]:
    columns = [track.column(channel) for channel in CHANNELS_USED]
    return np.column_stack(columns).astype(np.float64)


def _looked_at(
    track: SignalTrack, begins: Micros, options: DotsOptions
) -> tuple[NDArray[np.float64] | None, NDArray[np.float64] | None]:
    """What was measured while each dot was looked at, and its direction; None where one was not."""
    measured, true = [], []
    for number, direction in enumerate(options.directions()):
        shown = begins + from_seconds(FLASHES * FLASH_SEC + number * DOT_SEC)
        first, last = np.searchsorted(
            track.times, [shown + from_seconds(each) for each in _SETTLED]
        )
        rows = _measured(track)[first:last]
        if np.isfinite(rows).all(axis=1).sum() < LEAST_SAMPLES:
            return None, None
        measured.append(rows)
        true.append(np.tile(direction, (len(rows), 1)))
    return np.concatenate(measured), np.concatenate(true)


def flashes_in(track: SignalTrack) -> Micros | None:
    """When the face's brightness goes up and down as the flashes do; None where it does not."""
    light = track.column(Channel.BRIGHTNESS).astype(np.float64)
    last = np.searchsorted(track.times, _FOUND_UNTIL)
    best: tuple[float, Micros | None] = (_LEAST_LIKENESS, None)
    for time in track.times[:last].tolist():
        rows = slice(*np.searchsorted(track.times, [time, time + _FLASHING]))
        part, phase = light[rows], (track.times[rows] - time) % from_seconds(FLASH_SEC)
        known = np.isfinite(part)
        if known.mean() < 0.9 or track.times[rows][-1] - time < 0.9 * _FLASHING:
            continue
        wave = np.where(phase[known] < from_seconds(FLASH_SEC) // 2, 1.0, -1.0)
        likeness = _likeness(part[known], wave)
        if likeness > best[0] and _was_calm(light, track, time, float(part[known].std())):
            best = likeness, Micros(time)
    return best[1]


def _was_calm(light: NDArray[np.float64], track: SignalTrack, time: int, swing: float) -> bool:
    """Whether the light swings less in the second and a half before and after the flashes."""
    after = time + _FLASHING + from_seconds(FLASH_SEC) // 2
    for start, end in ((time - _CALM, time - track.step), (after, after + _CALM)):
        part = light[slice(*np.searchsorted(track.times, [start, end]))]
        known = part[np.isfinite(part)]
        if len(known) and float(known.std()) >= swing / 2:
            return False
    return True


def _likeness(light: NDArray[np.float64], wave: NDArray[np.float64]) -> float:
    """Correlation with the flashes; 0 where the light hardly changes."""
    if light.std() < _LEAST_LEVELS or wave.std() == 0:
        return 0.0
    return float(np.corrcoef(light, wave)[0, 1])
