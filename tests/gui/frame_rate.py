"""How fast three hours of samples and ten thousand incidents scroll and zoom."""

import json
import statistics
import sys
import time

import numpy as np
from PySide6.QtWidgets import QApplication

from proctor_desktop.domain.timeline import from_seconds
from proctor_desktop.gui.display.curves import kind_rows, lane_specs
from proctor_desktop.gui.display.spans import Look, Span
from proctor_desktop.gui.display.timeline import Timeline
from proctor_desktop.gui.kit import theme

SAMPLES, INCIDENTS, RATE = 130_000, 10_000, 12


def full_timeline() -> Timeline:
    """All lanes of the Review page, each full; two kinds of gaps; every state of an incident."""
    timeline = Timeline(lane_specs(), kind_rows())
    rng = np.random.default_rng(7)
    times = np.arange(SAMPLES) / RATE
    timeline.set_duration(from_seconds(float(times[-1])))
    for lane in timeline.lanes.values():
        spread = (lane.spec.high - lane.spec.low) / 6
        values = rng.normal((lane.spec.high + lane.spec.low) / 2, spread, SAMPLES)
        values[rng.random(SAMPLES) < 0.02] = np.nan
        timeline.load(lane.spec.name, times, values.astype(np.float32))
        timeline.set_threshold(lane.spec.name, lane.spec.high / 3)
    looks = list(Look)
    timeline.set_spans(
        [
            Span(at, at + 2, number % 4, looks[number % 3])
            for number, at in enumerate(rng.uniform(0, times[-1], INCIDENTS))
        ]
    )
    return timeline


def rates(timeline: Timeline, views: list[tuple[float, float]]) -> dict[str, float]:
    """Pictures a second over views that follow one another."""
    took = []
    for start, end in views:
        began = time.perf_counter()
        timeline.set_view(start, end)
        timeline.draw_now()
        took.append(time.perf_counter() - began)
    took.sort()
    return {
        "median": 1 / statistics.median(took),
        "slowest of twenty": 1 / took[int(0.95 * len(took))],
    }


def main() -> int:
    """Print the rates; 1 where one is below 30."""
    application = QApplication.instance() or QApplication([])
    theme.apply(application, "dark")
    timeline = full_timeline()
    end = timeline.duration
    found = {}
    for width, height in ((1280, 400), (1920, 700)):
        timeline.resize(width, height)
        timeline.show()
        application.processEvents()
        timeline.draw_now()
        name = f"{width}x{height}"
        found[f"{name}, scrolling a minute"] = rates(
            timeline, [(at, at + 60) for at in np.linspace(0, end - 60, 100)]
        )
        found[f"{name}, scrolling an hour"] = rates(
            timeline, [(at, at + 3600) for at in np.linspace(0, end - 3600, 100)]
        )
        found[f"{name}, zooming from all to a second"] = rates(
            timeline, [(5000 - 5000 * f, 5000 + 5000 * f) for f in np.geomspace(1, 1e-4, 100)]
        )
    sys.stdout.write(json.dumps(found, indent=1) + "\n")
    timeline.close()
    return 0 if min(rate["median"] for rate in found.values()) >= 30 else 1
