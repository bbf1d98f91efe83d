"""A window that is killed again and again while it analyses and a person reviews.

The child writes a line into a journal, and onto the disk, for everything that the window told the
person: a recording is queued, a decision is saved, a report is there. After each kill -9 everything
in the journal must be found again.
"""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot

from proctor_desktop import bootstrap
from proctor_desktop.domain.review import ADDED_KINDS, AddedIncident, Verdict
from proctor_desktop.domain.timeline import from_seconds
from proctor_desktop.gui.preferences import Preferences
from proctor_desktop.gui.review.desk import Desk
from proctor_desktop.gui.review.page import ReviewPage
from proctor_desktop.gui.services import LateServices
from proctor_desktop.gui.shell import app
from proctor_desktop.gui.shell.main_window import MainWindow
from proctor_desktop.services.analyses import Finished
from proctor_desktop.settings import load
from tests.gui.analysing import page_of
from tests.gui.conftest import Patience

ROOT = Path(__file__).resolve().parents[2]
ACTION_MS = 40


class Journal:
    """Lines that are on the disk when `write` returns."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("a", encoding="utf-8")

    def write(self, kind: str, what: str) -> None:
        """Append one line."""
        self._file.write(f"{kind} {what}\n")
        self._file.flush()
        os.fsync(self._file.fileno())


class Person(QObject):
    """Reviews one report as fast as the window lets, with a decision of every kind."""

    def __init__(self, page: ReviewPage, journal: Journal, chance: random.Random) -> None:
        super().__init__()
        self._page = page
        self._journal = journal
        self._chance = chance
        self._told = 0
        page.reviewing.clock = Patience()
        page.reviewing.changed.connect(self.saved)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.act)
        self._timer.start(ACTION_MS)

    @Slot(object)
    def saved(self, desk: Desk) -> None:
        """The window shows a decision."""
        if desk.judged is None or desk.opened is None:
            return
        self._told = max(self._told, len(desk.opened.decisions))
        for decision in desk.judged.decisions[self._told :]:
            self._journal.write("decision", decision.id)
        self._told = max(self._told, len(desk.judged.decisions))

    @Slot()
    def act(self) -> None:
        """Do one thing that a person may do."""
        page, desk = self._page, self._page.reviewing.desk
        if desk.judged is None:
            return
        first = desk.judged.rows[0].incident.id
        deeds: list[Callable[[], object]] = [
            page.judging.confirm,
            page.judging.undo,
            page.judging.redo,
            page.judging.next_incident,
            page.judging.previous_incident,
            partial(page.reviewing.choose, first),
            partial(
                page.deciding.decide, page.incidents.shown, Verdict.DISMISS, "a glance at the clock"
            ),
            partial(page.deciding.note, (desk.asked, ""), "fire alarm"),
            partial(page.deciding.add, desk.asked, self._own(), "looks at a phone"),
        ]
        self._chance.choice(deeds)()

    def _own(self) -> AddedIncident:
        start = self._chance.uniform(0, 10)
        kind = self._chance.choice(ADDED_KINDS)
        return AddedIncident(kind, from_seconds(start), from_seconds(start + 2))


def child(folder: Path, video: Path, seed: int) -> None:
    """Open the window, queue the recording, review the first report; until killed."""
    journal = Journal(folder / "journal.txt")
    settings = load(folder=folder)
    preferences = Preferences(folder)
    preferences.check_seen = True
    preferences.reviewer = "Ada"
    application = app.create_application(settings, preferences)
    services = LateServices(lambda: bootstrap.build(settings, is_service=False))
    window = MainWindow(services, settings, preferences)
    window.show()
    people: list[Person] = []

    def begin() -> None:
        analysis = page_of(window).presenter
        analysis.succeeded.connect(finished)
        if not analysis.queue.rows:
            window.queue_videos([str(video)])
        for each in preferences.unfinished:
            journal.write("queued", each["path"])
        analysis.start()
        rows = services.reports.page(limit=50).rows
        if rows:
            window.review(rows[-1].report_id)
            page = window.page("review")
            assert isinstance(page, ReviewPage)
            people.append(Person(page, journal, random.Random(seed)))

    def finished(_: int, result: Finished) -> None:
        journal.write("report", result.report.report_id)
        journal.write("done", str(video))

    window.begun.connect(begin)
    application.exec()


@dataclass(slots=True)
class Kills:
    """What was tried, and what was found again."""

    times: int = 0
    decisions: int = 0
    queued: int = 0
    reports: int = 0


def kill_once(folder: Path, video: Path, seed: int, longest_sec: float) -> None:
    """Start the window and kill it at a random moment after it has told something.

    Every third time that may be before the review has begun, else there is a decision at least.
    """
    awaited = "" if seed % 3 == 0 else "decision "
    command = [sys.executable, "-m", "tests.gui.killing", str(folder), str(video), str(seed)]
    journal = folder / "journal.txt"
    before = len(journal.read_text()) if journal.exists() else 0
    process = subprocess.Popen(command, cwd=ROOT)
    try:
        until = time.monotonic() + 120
        while process.poll() is None and time.monotonic() < until:
            news = journal.read_text()[before:] if journal.exists() else ""
            if "\n" in news and awaited in news:
                break
            time.sleep(0.02)
        time.sleep(random.Random(seed).uniform(0, longest_sec))
    finally:
        process.send_signal(signal.SIGKILL)
        code = process.wait()
    assert code == -signal.SIGKILL, f"the window ended by itself with {code}"


def assert_nothing_is_lost(folder: Path) -> Kills:
    """Everything in the journal is in the workstation's folder, and that is sound."""
    found = Kills()
    told = [line.split(" ", 1) for line in (folder / "journal.txt").read_text().splitlines()]
    services = bootstrap.build(load(folder=folder), is_service=False)
    try:
        assert services.verification.verify().is_sound
        kept = {row.report_id for row in services.reports.page(limit=200).rows}
        decided = {one.id for report in kept for one in services.reviews.decisions(report)}
    finally:
        services.close()
    waiting = {each["path"] for each in Preferences(folder).unfinished}
    done = {what for kind, what in told if kind == "done"}
    for kind, what in told:
        if kind == "decision":
            assert what in decided, f"decision {what} was shown and is gone"
            found.decisions += 1
        elif kind == "report":
            assert what in kept, f"report {what} was shown and is gone"
            found.reports += 1
        elif kind == "queued":
            assert what in waiting | done, f"{what} was queued and is gone"
            found.queued += 1
    return found


def kills(folder: Path, video: Path, times: int, longest_sec: float, seed: int = 1) -> Kills:
    """Kill the window so often, and look each time whether anything is lost."""
    found = Kills()
    for number in range(times):
        kill_once(folder, video, seed + number, longest_sec)
        found = assert_nothing_is_lost(folder)
        found.times = number + 1
        sys.stdout.write(f"{found}\n")
        sys.stdout.flush()
    return found


if __name__ == "__main__":
    child(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
