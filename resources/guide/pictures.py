#!/usr/bin/env python3
"""Make the pictures that README and guide show, from a fresh demonstration.

    .venv/bin/python resources/guide/pictures.py

The window is drawn without a screen. The pages of a report need Chromium, which
``resources/setup.py test`` installs on Debian.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget

from proctor_desktop import bootstrap
from proctor_desktop.domain.report import Subject
from proctor_desktop.gui.preferences import Preferences
from proctor_desktop.gui.services import LateServices
from proctor_desktop.gui.shell.app import create_application
from proctor_desktop.gui.shell.main_window import MainWindow
from proctor_desktop.services.analyses import Request
from proctor_desktop.settings import load
from proctor_desktop.simulation.recorder import record
from proctor_desktop.simulation.scenario import Scenario

HERE = Path(__file__).resolve().parent
SCREEN = {"name": "full HD", "x": 0, "y": 0, "width": 1920, "height": 1080, "logicalDpi": 96,
          "dpr": 1}  # fmt: skip
COLOURS = 160
PATIENCE_SEC = 120

PAGE_WIDTH, PAGE_HEIGHT = 1120, 3600
PARTS = {"report.png": (0, 560), "incident.png": (2892, 3298)}
"""Name of each picture of the report, and which rows of the page it shows."""

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
WINDOW = (1280, 800)
CANDIDATES = {"demo": "S-1042", "clean_reading": "S-1043", "glances": "S-1044"}
"""Scenarios that are analysed beforehand, and whose they are."""


def main() -> None:
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        sys.exit("pictures: Chromium is not installed.")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        screen = folder / "screen.json"
        screen.write_text(json.dumps({"screens": [SCREEN]}))
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={screen}"
        picture_window(folder)
        picture_report(browser, folder)


def picture_window(folder: Path) -> None:
    """The pages of the window over a few analysed recordings."""
    os.environ["PROCTOR_SETTINGS_FILE"] = str(folder / "settings.json")
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
    settings = load(folder=folder / "kept", keep={"min_free_mb": 0})
    settings = settings.model_copy(update={"window": replace(settings.window, theme="light")})
    services = bootstrap.build(settings, is_service=False)
    preferences = Preferences(settings.folder)
    preferences.check_seen, preferences.reviewer = True, "A. Reviewer"
    for scenario, student in CANDIDATES.items():
        video = folder / f"{scenario}.mp4"
        record(Scenario.load(scenario), video)
        asked = Request(video, Subject(student, "MATH-101"), settings.analysis)
        finished = services.analyses.analyze(asked)
        services.reports.save(finished)
    application = create_application(settings, preferences)
    window = MainWindow(LateServices(lambda: services), settings, preferences)
    window.resize(*WINDOW)
    window.show()
    wait(lambda: window.open_page != "")
    picture_pages(window, services.reports.page(limit=9).rows[-1].report_id, folder / "demo.mp4")
    window.close()
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    services.close()


def picture_pages(window: MainWindow, report_id: str, video: Path) -> None:
    """Each page once something is to be seen on it."""
    window.show_page("reports")
    reports = window.page("reports")
    wait(lambda: reports.model.rowCount() == len(CANDIDATES))
    keep(window, "window_reports.png")
    window.review(report_id)
    review = window.page("review")
    wait(lambda: review.reviewing.desk.row is not None and review.view.picture is not None)
    for _ in range(3):
        review.judging.next_incident()
    wait(lambda: False, 1.5)
    keep(window, "window_review.png")
    window.show_page("analysis")
    analysis = window.page("analysis")
    analysis.add([video])
    wait(lambda: bool(analysis.presenter.queue.rows))
    analysis.presenter.start()
    wait(lambda: analysis.watched.panel is not None and analysis.watched.panel.found.count() >= 4)
    keep(window, "window_analysis.png")
    analysis.presenter.stop_all()
    wait(lambda: not analysis.presenter.runner.running)


def picture_report(browser: str, folder: Path) -> None:
    """Parts of the report that the demonstration writes."""
    subprocess.run(
        [sys.executable, "-m", "proctor_desktop", "demo", "--no-store", "--output", folder],
        check=True,
    )
    page = folder / "page.png"
    subprocess.run(
        [
            browser,
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--hide-scrollbars",
            f"--window-size={PAGE_WIDTH},{PAGE_HEIGHT}",
            f"--screenshot={page}",
            (folder / "demo.html").as_uri(),
        ],
        check=True,
    )
    whole = Image.open(page)
    for file, (top, bottom) in PARTS.items():
        shrink(whole.crop((0, top, PAGE_WIDTH, bottom)), HERE / file)


def wait(is_there: Callable[[], bool], seconds: float | None = None) -> None:
    """Let the window work until something is there, or for some seconds."""
    until = time.monotonic() + (seconds or PATIENCE_SEC)
    while not is_there():
        if time.monotonic() > until:
            if seconds is None:
                sys.exit("pictures: the window did not get that far.")
            return
        QApplication.processEvents()
        time.sleep(0.01)


def keep(window: QWidget, name: str) -> None:
    """A picture of the window beside this script."""
    wait(lambda: False, 0.5)
    target = HERE / name
    window.grab().save(str(target))
    shrink(Image.open(target), target)


def shrink(picture: Image.Image, target: Path) -> None:
    """As few colours as it takes, as few bytes as it goes."""
    few = picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    few.save(target, optimize=True)
    print(target)


if __name__ == "__main__":
    main()
