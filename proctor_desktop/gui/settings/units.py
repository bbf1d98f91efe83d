"""In which unit a setting is shown and edited: angles in degrees, whatever they are kept in."""

import math
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Unit:
    """A sign that every language reads, and how many of it make one of what is kept."""

    sign: str = ""
    factor: float = 1.0

    def shown(self, kept: float) -> float:
        """A number of the settings as a person reads it."""
        return kept * self.factor

    def kept(self, shown: float) -> float:
        """What a person wrote, as the settings keep it."""
        return shown / self.factor

    def sentence(self, number: str) -> str:
        """A written number with the sign behind it."""
        if not self.sign:
            return number
        space = "" if self.sign.startswith((DEGREE, "/")) else "\N{NO-BREAK SPACE}"
        return f"{number}{space}{self.sign}"


DEGREE = "\N{DEGREE SIGN}"
NONE, DEGREES = Unit(), Unit(DEGREE)
FROM_RADIANS = Unit(DEGREE, math.degrees(1))

_BY_ENDING = {
    "_deg_per_sec": Unit(f"{DEGREE}/s"),
    "_sec": Unit("s"),
    "_hours": Unit("h"),
    "_days": Unit("d"),
    "_deg": DEGREES,
    "_rad": FROM_RADIANS,
    "_hz": Unit("Hz"),
    "_px": Unit("px"),
    "_rate_kb": Unit("kB/s"),
    "_mb": Unit("MB"),
    "_fps": Unit("/s"),
    "_bytes": Unit("B"),
    "_rate": Unit("/h"),
}
"""Names of settings say their unit at their end; the longest ending counts."""

_OWN = {
    "analysis.sampling.max_frame_dimension": Unit("px"),
    "analysis.sampling.rotate": DEGREES,
    "analysis.limits.max_side": Unit("px"),
    "analysis.limits.max_megapixels": Unit("MP"),
    "analysis.signals.max_gaze_yaw": DEGREES,
    "analysis.signals.max_gaze_pitch": DEGREES,
    "analysis.calibration.eye_k": Unit("/rad"),
    **{
        f"analysis.calibration.eye_{what}": FROM_RADIANS
        for what in ("base", "floor", "floor_uncalibrated", "cap")
    },
    **{
        f"analysis.calibration.{axis}_{what}": unit
        for axis in ("yaw", "pitch", "roll")
        for what, unit in (
            ("base", DEGREES),
            ("k", Unit(f"/{DEGREE}")),
            ("floor", DEGREES),
            ("cap", DEGREES),
        )
    },
    "engine.cpu_per_second": Unit("s"),
    "evidence.long_side": Unit("px"),
    "evidence.quality": Unit("%"),
}


def unit_of(name: str) -> Unit:
    """The unit of a setting by its dotted name; without a sign where it is a plain number."""
    if name in _OWN:
        return _OWN[name]
    endings = (ending for ending in _BY_ENDING if name.endswith(ending))
    return _BY_ENDING[longest] if (longest := max(endings, key=len, default="")) else NONE


def without_ending(name: str) -> str:
    """A name without its unit."""
    endings = (ending for ending in _BY_ENDING if name.endswith(ending) and ending != "_rate")
    longest = max(endings, key=len, default="")
    return name.removesuffix(longest)
