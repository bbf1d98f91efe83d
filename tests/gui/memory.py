"""How large the window's process becomes: short recordings watched one after another, a review.

Resident memory of the process without its workers, in MB of 2**20 bytes.
"""

import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psutil
from PySide6.QtCore import QEventLoop, QTimer

from proctor_desktop import bootstrap
from proctor_desktop.gui.kit import garbage
from proctor_desktop.gui.preferences import Preferences
from proctor_desktop.gui.services import LateServices
from proctor_desktop.gui.shell import app
from proctor_desktop.gui.shell.main_window import MainWindow
from proctor_desktop.settings import load
from proctor_desktop.simulation.recorder import record
from proctor_desktop.simulation.scenario import Scenario
from tests.gui.analysing import entries, page_of

LIMIT_MB = 450.0

SHORT = """
title: a turn of the head and a look aside
seconds: 16
fps: 25
size: 1280x720
seed: {seed}
blinks: 14
at 9 s turn left 34 deg for 2 s
at 13 s look right 30 deg for 1.5 s
"""


def megabytes() -> float:
    """Resident memory of this process."""
    return float(psutil.Process().memory_info().rss) / 2**20


def wait_until(is_so: Callable[[], bool], seconds: float) -> bool:
    """Run the event loop until something is so; whether it became so."""
    end, loop, timer = time.monotonic() + seconds, QEventLoop(), QTimer()
    timer.timeout.connect(loop.quit)
    timer.start(50)
    while not is_so() and time.monotonic() < end:
        loop.exec()
    timer.stop()
    return is_so()


def recordings(folder: Path, count: int) -> list[Path]:
    """So many files of one rendered candidate."""
    first = folder / "short.mp4"
    if not first.is_file():
        record(Scenario.parse(SHORT.format(seed=4)), first)
    made = [folder / f"short_{number:02}.mp4" for number in range(count)]
    for path in made:
        shutil.copy(first, path)
    return made


def say(words: str) -> None:
    """Print at once."""
    sys.stdout.write(f"{words}: {megabytes():.0f} MB\n")
    sys.stdout.flush()


def main(folder: Path, count: int) -> int:
    """Analyse, review, print; 1 where it is more than it may be."""
    videos, workstation = recordings(folder, count), folder / f"memory_{time.time():.0f}"
    preferences = Preferences(workstation)
    preferences.check_seen, preferences.reviewer = True, "Ada"
    settings = load(folder=workstation)
    app.create_application(settings, preferences)
    services = bootstrap.build(settings, is_service=False)
    window = MainWindow(LateServices(lambda: services), settings, preferences)
    window.begun.connect(garbage.settle)
    window.resize(1280, 720)
    window.show()
    assert wait_until(lambda: window.open_page != "", 60)
    page = page_of(window)
    say("window")
    page.add(videos)
    page.presenter.start()
    for number in range(count):
        assert wait_until(lambda number=number: entries(page)[number].state.is_final, 600)  # type: ignore[misc]
        say(f"recording {number + 1}")
    assert wait_until(lambda: not page.presenter.runner.running, 60)
    window.review(entries(page)[-1].report_id)
    review = window.page("review")
    wait_until(lambda: review.picture.view.picture is not None, 60)  # type: ignore[attr-defined]
    wait_until(lambda: False, 5)
    say("review")
    is_small = megabytes() <= LIMIT_MB
    window.close()
    services.close()
    return 0 if is_small else 1
