"""Scenarios to video files, with the truth beside them."""

from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

from proctor_desktop.simulation.scenario import Scenario
from proctor_desktop.simulation.scene import paint
from proctor_desktop.simulation.script import Script
from proctor_desktop.simulation.truth import Truth, truth_of, truth_path

ENCODER_OPTIONS = {"qp": "20", "preset": "ultrafast", "threads": "1"}
"""Good enough that compression hides nothing; one thread, so that the bytes are always the same. A
constant quantiser leaves a frozen picture alone, where rate control would refine it for a while."""


def record(
    scenario: Scenario, path: Path, progress: Callable[[float], None] | None = None
) -> Truth:
    """Render ``scenario`` into an H.264 file at ``path``; the same scenario gives the same file.

    The truth is written beside it (`truth_path`). ``progress`` is told the finished share, 0 to 1.

    Raises:
        SettingsError: scikit-image, which carries the portrait, is not installed.
    """
    truth = truth_of(scenario)
    rate = Fraction(scenario.fps).limit_denominator(1000)
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=rate, options=dict(ENCODER_OPTIONS))
        stream.width, stream.height = scenario.width, scenario.height
        stream.pix_fmt = "yuv420p"
        for index, rgb in enumerate(pictures(scenario)):
            container.mux(stream.encode(av.VideoFrame.from_ndarray(rgb, format="rgb24")))
            if progress is not None:
                progress((index + 1) / len(truth.times))
        container.mux(stream.encode())
    truth_path(path).write_text(truth.to_json(), encoding="utf-8")
    return truth


def pictures(scenario: Scenario) -> Iterator[NDArray[np.uint8]]:
    """uint8 RGB pictures (height, width, 3) of the whole scenario, in time order."""
    script = Script(scenario)
    for index in range(round(scenario.seconds * scenario.fps)):
        yield paint(script.scene(index / scenario.fps), scenario.camera)
