"""OpenCV for this program: ``from proctor_desktop.media.opencv import cv2``, and nowhere else.

The wheel's ``import cv2`` points two variables of the process environment at Qt plugins of its own,
which then break a PySide6 window opened in the same process. They are taken out again right here.
"""

import os

import cv2

for _variable in ("QT_QPA_PLATFORM_PLUGIN_PATH", "QT_QPA_FONTDIR"):
    os.environ.pop(_variable, None)

__all__ = ["cv2"]
