"""Whether this workstation can do its work: each check says how it is and what to do about it."""

import shutil
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from proctor_desktop.domain.errors import ProctorError
from proctor_desktop.domain.frame import Frame
from proctor_desktop.domain.timeline import Micros
from proctor_desktop.gui.language.sentences import said
from proctor_desktop.gui.language.translation import translate
from proctor_desktop.gui.services import Services
from proctor_desktop.settings import Settings

ENOUGH_SPEED = 12.0
TIMED_FRAMES = 12


@dataclass(frozen=True, slots=True)
class CheckResult:
    """``is_good`` is None where it is only worth knowing."""

    title: str
    is_good: bool | None
    sentence: str


Check = tuple[str, Callable[[], CheckResult]]


def checks(services: Services, settings: Settings) -> list[Check]:
    """Title and function of each check, quick ones first."""
    folder = translate("Check", "Folder")
    database = translate("Check", "Database")
    centre = translate("Check", "Centre")
    camera = translate("Check", "Camera")
    speed = translate("Check", "Speed")
    return [
        (folder, lambda: _folder(folder, settings)),
        (database, lambda: _database(database, services)),
        (centre, lambda: _centre(centre, services)),
        (camera, lambda: _camera(camera)),
        (speed, lambda: _speed(speed)),
    ]


def run_check(check: Check) -> CheckResult:
    """The result of one check; what a person can meet becomes a bad result."""
    title, function = check
    try:
        return function()
    except (ProctorError, OSError) as error:
        return CheckResult(title, False, said(str(error)))


def _folder(title: str, settings: Settings) -> CheckResult:
    folder = Path(settings.folder)
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=folder):
        pass
    free_mb = shutil.disk_usage(folder).free // 1_000_000
    if free_mb < settings.keep.min_free_mb:
        sentence = translate(
            "Check", "{folder}: only {free} MB are free. Free some space before an analysis."
        )
        return CheckResult(title, False, sentence.format(folder=folder, free=free_mb))
    sentence = translate("Check", "{folder} can be written to; {free} MB are free.")
    return CheckResult(title, True, sentence.format(folder=folder, free=free_mb))


def _database(title: str, services: Services) -> CheckResult:
    page = services.reports.page(limit=1)
    sentence = translate("Check", "It answers. Reports kept: {count}.").format(count=page.total)
    return CheckResult(title, True, sentence)


def _centre(title: str, services: Services) -> CheckResult:
    synchronizer = services.synchronizer
    if not synchronizer.is_configured:
        sentence = translate("Check", "No server is set: reports stay on this computer.")
        return CheckResult(title, None, sentence)
    return CheckResult(title, True, said(synchronizer.probe()))


def _camera(title: str) -> CheckResult:
    from proctor_desktop.media.devices import camera_names

    names = camera_names()
    if not names:
        return CheckResult(
            title,
            None,
            translate(
                "Check", "No camera was found. Recorded videos can be analysed all the same."
            ),
        )
    return CheckResult(
        title, True, ", ".join(f"{number}: {name}" for number, name in names.items())
    )


def _speed(title: str) -> CheckResult:
    from proctor_desktop.pipeline import AnalysisOptions, Stages

    noise = np.random.default_rng(1).integers(0, 255, (720, 1280, 3), np.uint8)
    with Stages(AnalysisOptions()) as stages:
        stages.measure(Frame(Micros(0), noise))
        begun = time.perf_counter()
        for number in range(1, TIMED_FRAMES + 1):
            stages.measure(Frame(Micros(number * 83_333), noise))
        rate = TIMED_FRAMES / (time.perf_counter() - begun)
    if rate < ENOUGH_SPEED:
        sentence = translate(
            "Check",
            "{rate:.0f} pictures a second; a live camera needs 12. Recorded videos only take "
            "longer.",
        )
        return CheckResult(title, None, sentence.format(rate=rate))
    sentence = translate("Check", "{rate:.0f} pictures a second; a live camera needs 12.")
    return CheckResult(title, True, sentence.format(rate=rate))
