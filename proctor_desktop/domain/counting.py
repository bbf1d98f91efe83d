"""How many there may be where so many were counted."""

import math


def poisson_interval(count: int, confidence: float = 0.95) -> tuple[float, float]:
    """Smallest and largest mean with which ``count`` events are not unusual.

    Source: F. Garwood, "Fiducial limits for the Poisson distribution", Biometrika 28 (1936).
    """
    tail = (1 - confidence) / 2
    least = _mean_with(count - 1, 1 - tail) if count else 0.0
    return least, _mean_with(count, tail)


def _mean_with(count: int, probability: float) -> float:
    """The mean with which ``count`` events or fewer have this probability, by bisection."""
    low, high = 0.0, 10.0 + 4 * count
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if _at_most(count, middle) > probability else (low, middle)
    return (low + high) / 2


def _at_most(count: int, mean: float) -> float:
    logs = (k * math.log(mean) - mean - math.lgamma(k + 1) for k in range(count + 1))
    return math.fsum(math.exp(each) for each in logs)
