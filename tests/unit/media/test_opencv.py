"""OpenCV must not redirect Qt."""

import os
import re
import subprocess
import sys
from pathlib import Path

import proctor_desktop

CODE = """
import os
from proctor_desktop.media.opencv import cv2
assert cv2.__version__
print([name for name in os.environ if name.startswith("QT_QPA")])
"""


def test_importing_opencv_leaves_no_trace_in_the_environment() -> None:
    plain = {name: value for name, value in os.environ.items() if not name.startswith("QT_QPA")}
    done = subprocess.run(
        [sys.executable, "-c", CODE], env=plain, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_opencv_is_imported_in_one_place_only() -> None:
    package = Path(proctor_desktop.__file__).parent
    users = [
        path.relative_to(package).as_posix()
        for path in package.rglob("*.py")
        if re.search(r"^\s*(import cv2|from cv2)", path.read_text(encoding="utf-8"), re.MULTILINE)
    ]
    assert users == ["media/opencv.py"]
