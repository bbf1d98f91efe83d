"""The fixed grid of looking times, which does not depend on where reading began."""

from dataclasses import dataclass

from proctor_desktop.domain.timeline import MICROS_PER_SECOND, Micros

PHASE = 0.3
"""Where in each step the looking time lies."""


@dataclass(frozen=True, slots=True)
class SamplingGrid:
    """Looking times ``(k + 0.3) / rate`` seconds from the start of the stream, k = 0, 1, 2, ...

    The picture that is on display at a looking time is looked at, once, with its own presentation
    time. A source slower than the grid is therefore looked at picture by picture, and any two
    readings of the same recording choose the same pictures.

    The fraction keeps looking times away from the moments at which common frame rates change their
    picture. At k / 12 s, a source of 12 frames a second whose times are rounded to milliseconds
    would lose every third of them; half a step later, one of 24 would be looked at unevenly.
    """

    rate: float

    @property
    def step(self) -> Micros:
        """Time between two looking times in microseconds, rounded."""
        return Micros(round(MICROS_PER_SECOND / self.rate))

    def falls_between(self, start: int, end: int) -> bool:
        """Whether a looking time lies in ``[start, end)``, both in microseconds."""
        index = max(0, int(start * self.rate / MICROS_PER_SECOND - PHASE) - 1)
        while self.time(index) < start:
            index += 1
        return self.time(index) < end

    def time(self, index: int) -> int:
        """The looking time with this number, rounded to a microsecond."""
        return round((index + PHASE) * MICROS_PER_SECOND / self.rate)

    def cell(self, time: int) -> int:
        """Number of the time step that ``time`` falls in, for sources that cannot wait."""
        return int(time * self.rate / MICROS_PER_SECOND)
