"""Scenarios made for `evaluate` alone: many glances, and an hour in which nothing happens."""

from collections.abc import Iterator

import numpy as np

from proctor_desktop.evaluation.datasets import GLANCES, HOUR
from proctor_desktop.simulation.cast import CAST
from proctor_desktop.simulation.scenario import Scenario

_DIRECTIONS = ("left", "right", "up", "down")
_GLANCES_EACH = 6
_FROM_SEC, _PAUSE_SEC = 10.0, 2.0
_ANGLES_DEG = 24.0, 34.0
_LASTING_SEC = 0.8, 2.0
_CLEAN_SEC = 600


def glance_scenarios(seed: int = 900) -> Iterator[Scenario]:
    """Every person of the cast looks aside with the eyes alone, in every direction, at random
    angles and for random times that are clear ones."""
    for number, name in enumerate(CAST):
        rng = np.random.default_rng(seed + number)
        directions = list(_DIRECTIONS * _GLANCES_EACH)
        rng.shuffle(directions)
        deeds, time = [], _FROM_SEC
        for direction in directions:
            lasting, onset = rng.uniform(*_LASTING_SEC), time + rng.uniform(0, 0.5)
            angle = rng.uniform(*_ANGLES_DEG)
            deeds.append(f"at {onset:.2f} s look {direction} {angle:.1f} deg for {lasting:.2f} s")
            time = onset + lasting + _PAUSE_SEC
        facts = _facts(f"Glances of {name}", int(time) + 2, name, 70 + number, number)
        yield Scenario.parse("\n".join([*facts, "blinks: 14", *deeds]), f"{GLANCES}/{name}")


def clean_scenarios(seconds: int = _CLEAN_SEC) -> Iterator[Scenario]:
    """Every person of the cast sits an exam in honesty: reads, sways, blinks, looks at the keys."""
    for number, name in enumerate(CAST):
        facts = _facts(f"Honest work of {name}", seconds, name, 40 + number, 1)
        habits = ["blinks: 17", "glances: 4", f"movement: {1 + 0.15 * number:.2f}"]
        place = [f"x: {2 * number * (-1) ** number}"]
        yield Scenario.parse("\n".join([*facts, *habits, *place]), f"{HOUR}/{name}")


def _facts(title: str, seconds: int, name: str, seed: int, number: int) -> list[str]:
    return [
        f"title: {title}",
        f"seconds: {seconds}",
        "fps: 12",
        "size: 480x360",
        f"seed: {seed}",
        f"candidate: {name}",
        f"reading: {'yes' if number % 2 else 'no'}",
    ]
