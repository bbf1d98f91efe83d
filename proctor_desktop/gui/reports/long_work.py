"""Work on many files, one after another, that says how far it is and can be stopped."""

import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from proctor_desktop.gui.export import FORMATS, export_files, unused_path
from proctor_desktop.gui.kit.background import Background
from proctor_desktop.gui.language.translation import translate
from proctor_desktop.gui.services import Services


@dataclass(frozen=True, slots=True)
class Progress:
    """So many of all are done; ``sentence`` says what came of it so far."""

    done: int
    total: int
    sentence: str


Steps = Callable[[Callable[[], bool]], Iterator[Progress]]
"""Yields after each step, and ends early where the function that it is given says so."""


class LongWork(QObject):
    """One piece of work at a time.

    Signals:
        progressed: carries the latest `Progress`.
        ended: carries the last sentence.
    """

    progressed = Signal(object)
    ended = Signal(str)

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._stop = threading.Event()
        self.is_running = False

    def start(self, steps: Steps) -> None:
        """Begin; nothing is begun while something runs."""
        if self.is_running:
            return
        self.is_running = True
        self._stop.clear()
        self._background.run(partial(self._work, steps), self._finish, self._fail)

    def _work(self, steps: Steps) -> str:
        """Runs in the other thread."""
        sentence = ""
        for progress in steps(self._stop.is_set):
            sentence = progress.sentence
            self.progressed.emit(progress)
        return sentence

    def _finish(self, sentence: str) -> None:
        self.is_running = False
        self.ended.emit(sentence)

    def _fail(self, error: BaseException) -> None:
        self._finish("")
        self._background.failed.emit(error)

    @Slot()
    def stop(self) -> None:
        """End after the step that runs."""
        self._stop.set()


def exports(
    services: Services,
    wanted: Sequence[tuple[str, str]],
    folder: Path,
    is_stopped: Callable[[], bool],
) -> Iterator[Progress]:
    """Write reports into a folder in every format; ``wanted`` are ids and names of files."""
    files = 0
    for done, (report_id, name) in enumerate(wanted):
        yield Progress(done, len(wanted), _written(files, folder))
        if is_stopped():
            return
        paths = [unused_path(folder, name, suffix) for suffix in FORMATS]
        files += len(export_files(services, report_id, paths))
    yield Progress(len(wanted), len(wanted), _written(files, folder))


def _written(files: int, folder: Path) -> str:
    return translate("Reports", "Files written to {folder}: {count}").format(
        folder=folder, count=files
    )


def searches(
    services: Services, folder: Path, is_stopped: Callable[[], bool]
) -> Iterator[Progress]:
    """Look for recordings that are not where they were, below a folder."""
    found = 0
    yield Progress(0, 0, _found(found, 0))
    for step in services.recordings.search(folder, is_stopped):
        found += len(step.report_ids)
        yield Progress(step.done, step.total, _found(found, step.done))


def _found(found: int, files: int) -> str:
    sentence = translate(
        "Reports", "Videos looked into: {files}; reports whose recording was found: {found}"
    )
    return sentence.format(files=files, found=found)
