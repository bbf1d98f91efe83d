"""Pictures kept in half the memory, as cameras send them: colours for four points together."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from proctor_desktop.domain.frame import Frame
from proctor_desktop.domain.timeline import Micros
from proctor_desktop.media.opencv import cv2


@dataclass(frozen=True, slots=True, eq=False)
class Packed:
    """A frame of which brightness is kept for each point, colour for two by two.

    Attributes:
        time: of the frame.
        planes: brightness and colour, of even width and height.
        size: width and height of the frame.
    """

    time: Micros
    planes: NDArray[np.uint8]
    size: tuple[int, int]

    @staticmethod
    def of(frame: Frame) -> "Packed":
        """The frame, packed; odd sizes get one more row or column."""
        height, width = frame.rgb.shape[:2]
        even = cv2.copyMakeBorder(frame.rgb, 0, height % 2, 0, width % 2, cv2.BORDER_REPLICATE)
        planes = cv2.cvtColor(even, cv2.COLOR_RGB2YUV_I420)
        return Packed(frame.time, np.asarray(planes, np.uint8), (width, height))

    def frame(self) -> Frame:
        """The frame again, colours rounded."""
        width, height = self.size
        rgb = np.asarray(cv2.cvtColor(self.planes, cv2.COLOR_YUV2RGB_I420), np.uint8)
        return Frame(self.time, np.ascontiguousarray(rgb[:height, :width]))
