"""The window on a real X server, at twice the size of everything, worked with its keys."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

WALK = """
import sys
import time
from pathlib import Path
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from proctor_desktop import bootstrap
from proctor_desktop.gui.shell import app
from proctor_desktop.gui.shell.main_window import MainWindow
from proctor_desktop.gui.preferences import Preferences
from proctor_desktop.gui.services import LateServices
from proctor_desktop.settings import load
from tests.gui.conftest import Patience

def wait_for(is_so, seconds=60):
    end = time.monotonic() + seconds
    while not is_so() and time.monotonic() < end:
        QTest.qWait(20)
    return is_so()

folder, output = Path(sys.argv[1]), Path(sys.argv[2])
settings = load(folder=folder)
preferences = Preferences(folder)
application = app.create_application(settings, preferences)
assert application.platformName() == "xcb", application.platformName()
services = LateServices(lambda: bootstrap.build(settings, is_service=False))
window = MainWindow(services, settings, preferences)
window.resize(960, 540)
window.show()
assert wait_for(lambda: window.open_page != "")
window.activateWindow()
assert wait_for(window.isActiveWindow)
keys = {"analysis": "1", "reports": "2", "review": "3", "settings": "4"}
for name, key in keys.items():
    QTest.keySequence(window, f"Ctrl+{key}")
    assert window.open_page == name, (name, window.open_page)
    QTest.qWait(50)
    picture = window.grab()
    assert picture.devicePixelRatio() == 2.0
    assert picture.save(str(output / f"{name}_scale_2.png"))
report = services.reports.page(limit=1).rows[0].report_id
page = window.page("review")
page.reviewing.clock = Patience()
window.review(report)
assert wait_for(lambda: page.reviewing.desk.row is not None and page.view.picture is not None)
QTest.keyClick(page.view, Qt.Key.Key_C)
assert wait_for(lambda: page.reviewing.desk.judged.left == 1)
assert window.grab().save(str(output / "review_report_scale_2.png"))
window.close()
services.close()
print("walked")
"""


@pytest.fixture
def display(tmp_path: Path) -> Iterator[str]:
    """An X server of its own, full HD."""
    server = shutil.which("Xvfb")
    if server is None:
        pytest.skip("no Xvfb: resources/setup.py test installs it")
    read, write = os.pipe()
    command = [server, "-displayfd", str(write), "-screen", "0", "1920x1080x24", "-nolisten", "tcp"]
    with (tmp_path / "xvfb.txt").open("w") as told:
        process = subprocess.Popen(command, pass_fds=(write,), stderr=told)
    os.close(write)
    try:
        with os.fdopen(read) as number:
            yield f":{number.readline().strip()}"
    finally:
        process.terminate()
        process.wait()


@pytest.mark.timeout(240)
def test_pages_and_keys_on_an_x_server_at_twice_the_size(
    display: str, analysed_folder: Path, output_folder: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "workstation"
    shutil.copytree(analysed_folder, folder)
    surroundings = {
        **os.environ,
        "DISPLAY": display,
        "QT_QPA_PLATFORM": "xcb",
        "QT_SCALE_FACTOR": "2",
    }
    done = subprocess.run(
        [sys.executable, "-c", WALK, str(folder), str(output_folder)],
        cwd=ROOT,
        env=surroundings,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.strip().endswith("walked"), done.stdout + done.stderr
