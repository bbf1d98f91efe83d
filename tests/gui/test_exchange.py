"""The exchange with the centre runs beside the window and is told in words."""

import threading
from collections.abc import Callable
from datetime import datetime, timezone

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from proctor_desktop.gui.exchange.centre import CentreDialog, short_words
from proctor_desktop.gui.exchange.worker import Exchange
from proctor_desktop.storage.publishing import Entity, SyncState
from proctor_desktop.storage.repositories.outbox import Message
from proctor_desktop.sync.synchronizer import SyncStatus
from tests.gui.conftest import Workstation


def a_status(**changes: object) -> SyncStatus:
    facts: dict[str, object] = {
        "is_configured": True,
        "pending": 0,
        "parked": 0,
        "conflicts": 0,
        "put_off": 0,
        "last_success": datetime(2026, 3, 4, tzinfo=timezone.utc),
        "trouble": None,
        "warnings": (),
        "sentence": "Everything is at the centre.",
    }
    return SyncStatus(**{**facts, **changes})  # type: ignore[arg-type]  # passed on


class Pretender:
    """Stands for the synchronizer: tells once each time it is woken."""

    is_configured = True

    def __init__(self) -> None:
        self._woken = threading.Event()

    def watch(self, stop: threading.Event, on_change: Callable[[SyncStatus], None]) -> None:
        while not stop.is_set():
            on_change(a_status())
            self._woken.wait(5)
            self._woken.clear()

    def wake(self) -> None:
        self._woken.set()

    def interrupt(self) -> None:
        self._woken.set()


class Listener(QObject):
    """Counts what it hears, and in which thread."""

    def __init__(self) -> None:
        super().__init__()
        self.threads: list[int] = []

    def hear(self, _: object) -> None:
        self.threads.append(threading.get_ident())


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"is_configured": False}, "Centre: none, everything stays here"),
        ({}, "Centre: has everything"),
        ({"pending": 3}, "Centre: 3 wait"),
        ({"pending": 3, "trouble": "no answer"}, "Centre: not reached, 3 wait"),
        ({"parked": 1}, "Centre: needs attention"),
        ({"conflicts": 1}, "Centre: needs attention"),
    ],
)
def test_the_status_line_says_how_it_stands(changes: dict[str, object], words: str) -> None:
    assert short_words(a_status(**changes)) == words


def test_the_thread_tells_the_window_goes_on_when_woken_and_ends(qtbot: QtBot) -> None:
    listener = Listener()
    exchange = Exchange(Pretender())  # type: ignore[arg-type]  # a stand-in
    exchange.changed.connect(listener.hear)
    exchange.start()
    qtbot.waitUntil(lambda: len(listener.threads) == 1)
    exchange.wake()
    qtbot.waitUntil(lambda: len(listener.threads) == 2)
    exchange.close()
    assert set(listener.threads) == {threading.get_ident()}


def test_without_a_server_nothing_runs_and_the_dialog_says_so(
    workstation: Workstation, qtbot: QtBot
) -> None:
    window = workstation.window
    qtbot.waitUntil(lambda: "none" in window._centre.text())
    dialog = CentreDialog(workstation.services.synchronizer, window._database)
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: "Settings" in dialog._more.text())
    assert not dialog._now.isEnabled()


def test_the_dialog_grows_with_what_it_has_to_say(workstation: Workstation, qtbot: QtBot) -> None:
    dialog = CentreDialog(workstation.services.synchronizer, workstation.window._database)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: "Settings" in dialog._more.text())
    dialog.show_status(
        a_status(sentence="It does not answer. " * 30, warnings=("Tell them. " * 30,))
    )
    for words in (dialog._words, dialog._more):
        qtbot.waitUntil(lambda each=words: each.height() >= each.heightForWidth(each.width()))


def a_refused_one(number: int, entity: Entity, reason: str) -> Message:
    return Message(
        number=number,
        id=f"m{number}",
        entity=entity,
        entity_id=f"thing-{number}",
        revision=1,
        sha256="",
        state=SyncState.PARKED,
        attempts=1,
        reason=reason,
        created_at=datetime(2026, 3, 4, tzinfo=timezone.utc),
    )


def test_the_dialog_says_what_the_centre_refused_and_why(
    workstation: Workstation, qtbot: QtBot
) -> None:
    dialog = CentreDialog(workstation.services.synchronizer, workstation.window._database)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: "Settings" in dialog._more.text())
    dialog.show_refused(
        [
            a_refused_one(1, Entity.REPORT, "The centre cannot store it: too long."),
            *(a_refused_one(n, Entity.DECISION, "It is damaged.") for n in range(2, 9)),
        ]
    )
    told = dialog._refused.text().splitlines()
    assert told[0] == "Report thing-1: The centre cannot store it: too long."
    assert told[1] == "Decision thing-2: It is damaged."
    assert told[-1].startswith("and 3 more")
    words = dialog._refused
    qtbot.waitUntil(lambda: words.height() >= words.heightForWidth(words.width()))
