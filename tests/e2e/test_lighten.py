"""What set-up takes out of the environment, and that nothing which is loaded misses it."""

import importlib.util
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import PySide6
import pytest

from tests.conftest import CHECKOUT

QT = Path(PySide6.__file__).parent
PLUGINS = (
    "multimedia/*ffmpeg*",
    "platforms/libqxcb*",
    "platforms/libqoffscreen*",
    "imageformats/*",
)


@pytest.fixture
def lighten() -> ModuleType:
    """The script as a module."""
    named = importlib.util.spec_from_file_location("lighten", CHECKOUT / "resources/lighten.py")
    assert named is not None
    assert named.loader is not None
    module = importlib.util.module_from_spec(named)
    named.loader.exec_module(module)
    return module


def test_the_browser_of_qt_goes_and_the_window_stays(lighten: ModuleType, tmp_path: Path) -> None:
    gone = [
        "QtWebEngineCore.abi3.so", "Qt/lib/libQt6WebEngineCore.so.6", "Qt/qml/QtQuick/qmldir",
        "designer", "Qt/lib/libavcodec.so", "Qt/lib/libavcodec.so.61.19.101",
        "Qt/translations/assistant_de.qm",
    ]  # fmt: skip
    kept = [
        "QtWidgets.abi3.so", "QtWidgets.pyi", "Qt/lib/libQt6Widgets.so.6",
        "Qt/lib/libavcodec.so.61", "Qt/lib/libicudata.so.73", "Qt/plugins/platforms/libqxcb.so",
        "Qt/translations/qtbase_de.qm", "libpyside6.abi3.so.6.11", "QtMultimedia.abi3.so",
        "Qt/lib/libQt6XcbQpa.so.6",
    ]  # fmt: skip
    for name in (*gone, *kept):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    for _ in range(2):  # the second time there is nothing left to take out
        lighten.drop_parts_of_qt(tmp_path)
        assert [name for name in gone if (tmp_path / name).exists()] == []
        assert [name for name in kept if not (tmp_path / name).exists()] == []


def test_an_installed_library_is_known_by_its_version(lighten: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "opencv_contrib_python-4.11.0.86.dist-info").mkdir()
    assert lighten.installed(tmp_path, "opencv-contrib-python") == "4.11.0.86"
    assert lighten.installed(tmp_path, "opencv-python") == ""


@pytest.mark.skipif(sys.platform != "linux", reason="only on Linux anything is taken out")
def test_every_part_of_qt_that_is_loaded_finds_what_it_links_to() -> None:
    parts = [str(each) for pattern in PLUGINS for each in QT.glob(f"Qt/plugins/{pattern}")]
    modules = "QtCore, QtGui, QtMultimedia, QtNetwork, QtOpenGLWidgets, QtSvg, QtTest, QtWidgets"
    code = (
        f"import ctypes, sys\nfrom PySide6 import {modules}\n"
        "for each in sys.argv[1:]: ctypes.CDLL(each)"
    )
    assert len(parts) >= 8
    answer = subprocess.run(
        [sys.executable, "-c", code, *parts], capture_output=True, text=True, check=False
    )
    assert answer.returncode == 0, answer.stderr
