"""The recording that ``bench`` measures with when none is given."""

from fractions import Fraction
from itertools import cycle, islice
from pathlib import Path

import av

from proctor_desktop.simulation.recorder import pictures
from proctor_desktop.simulation.scenario import Scenario

BITS_PER_PIXEL = 0.0723
"""Of a picture: 2 Mbit/s at 1280 x 720 and 30 pictures a second."""

_SCENARIO = """
title: Somebody at work
seconds: 8
fps: 30
size: {width}x{height}
blinks: 15
reading: yes
noise: 4

at 3 s turn left 25 deg for 1.5 s
"""


def write_speed_film(path: Path, seconds: float, height: int = 720) -> Path:
    """A candidate in a wide picture, 30 times a second, at ``path``; 15 MB a minute at 720.

    A few seconds are rendered and shown forwards and backwards, so that nothing ever jumps.

    Raises:
        SettingsError: scikit-image, which carries the portrait, is not installed.
    """
    width = round(height * 16 / 9 / 2) * 2
    scenario = Scenario.parse(_SCENARIO.format(width=width, height=height), "speed")
    shown = list(pictures(scenario))
    shown += shown[-2:0:-1]
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=30, options={"preset": "veryfast"})
        stream.width, stream.height = scenario.width, scenario.height
        stream.pix_fmt = "yuv420p"
        stream.bit_rate = round(BITS_PER_PIXEL * width * height * 30)
        stream.codec_context.max_b_frames = 3
        for number, rgb in enumerate(islice(cycle(shown), round(seconds * 30))):
            frame = av.VideoFrame.from_ndarray(rgb, "rgb24")
            frame.pts, frame.time_base = number, Fraction(1, 30)
            container.mux(stream.encode(frame))
        container.mux(stream.encode())
    return path
