"""The exchange with the centre runs beside the window and is told in words."""

import threading
from collections.abc import Callable, Iterator
from datetime import datetime, timezone

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from proctor_desktop.gui.exchange.centre import CentreDialog, short_words
from proctor_desktop.gui.exchange.worker import Exchange
from proctor_desktop.gui.settings.page import SettingsPage
from proctor_desktop.gui.shell.checks import checks, run_check
from proctor_desktop.storage.publishing import Entity, SyncState
from proctor_desktop.storage.repositories.outbox import Message
from proctor_desktop.sync.synchronizer import SyncStatus
from tests.gui.conftest import Workstation

LEFT = Qt.MouseButton.LeftButton


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
        self.server = "first"
        self.called: list[str] = []

    def use(self, server: str) -> None:
        self.server = server
        self._woken.clear()

    def watch(
        self,
        stop: threading.Event,
        on_change: Callable[[SyncStatus], None],
        on_try: Callable[[], None],
    ) -> None:
        while not stop.is_set():
            on_try()
            self.called.append(self.server)
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


def test_another_server_is_used_at_once(qtbot: QtBot) -> None:
    pretender, listener = Pretender(), Listener()
    exchange = Exchange(pretender)  # type: ignore[arg-type]  # a stand-in
    exchange.changed.connect(listener.hear)
    exchange.start()
    qtbot.waitUntil(lambda: len(listener.threads) == 1)
    with qtbot.waitSignal(exchange.moved):
        exchange.move(lambda: pretender.use("second"))
    qtbot.waitUntil(lambda: len(listener.threads) == 2)
    assert pretender.called == ["first", "second"]
    exchange.close()


def words(dialog: CentreDialog, name: str) -> QLabel:
    return dialog.findChild(QLabel, name)


@pytest.fixture
def dialog(workstation: Workstation, qtbot: QtBot) -> Iterator[CentreDialog]:
    """The dialog of a workstation without a server, as its button in the status line opens it."""
    qtbot.mouseClick(workstation.window.findChild(QPushButton, "centre"), LEFT)
    made = workstation.window.findChild(CentreDialog)
    qtbot.waitUntil(lambda: "Settings" in words(made, "more").text())
    yield made
    made.close()


def test_without_a_server_nothing_runs_and_the_dialog_says_so(
    workstation: Workstation, dialog: CentreDialog, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: "none" in workstation.window.findChild(QPushButton, "centre").text())
    assert not dialog.findChild(QPushButton, "exchange").isEnabled()
    assert words(dialog, "times").text() == ""


def test_a_saved_server_is_used_without_a_restart_and_the_dialog_tells_the_truth(
    workstation: Workstation, dialog: CentreDialog, qtbot: QtBot
) -> None:
    settings = workstation.window.page("settings")
    assert isinstance(settings, SettingsPage)
    settings.field("mysql_host").set_value("127.0.0.1")
    settings.field("mysql_port").set_value(1)
    settings.save()
    qtbot.waitUntil(dialog.findChild(QPushButton, "exchange").isEnabled)
    qtbot.waitUntil(lambda: "Last tried: 20" in words(dialog, "times").text())
    assert "Last exchanged: never" in words(dialog, "times").text()
    assert "127.0.0.1" in words(dialog, "state").text()
    assert "No server" not in words(dialog, "state").text()
    centre = workstation.window.findChild(QPushButton, "centre")
    qtbot.waitUntil(lambda: "not reached" in centre.text())
    result = next(
        run_check(check)
        for check in checks(workstation.services, workstation.settings)
        if check[0] == "Centre"
    )
    assert result.is_good is False
    assert "127.0.0.1" in result.sentence


def test_the_dialog_says_when_it_tries_and_when_it_did(dialog: CentreDialog) -> None:
    dialog.show_trying()
    assert words(dialog, "times").text() == "Trying to reach the centre ..."
    dialog.show_status(a_status(last_try=datetime(2026, 3, 4, 11, tzinfo=timezone.utc)))
    assert words(dialog, "times").text().startswith("Last tried: 2026-03-04")
    dialog.show_status(a_status(is_trying=True))
    assert words(dialog, "times").text() == "Trying to reach the centre ..."


def test_the_dialog_grows_with_what_it_has_to_say(dialog: CentreDialog, qtbot: QtBot) -> None:
    dialog.show_status(
        a_status(sentence="It does not answer. " * 30, warnings=("Tell them. " * 30,))
    )
    for each in (words(dialog, "state"), words(dialog, "more")):
        qtbot.waitUntil(lambda one=each: one.height() >= one.heightForWidth(one.width()))


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
    dialog: CentreDialog, qtbot: QtBot
) -> None:
    dialog.show_refused(
        [
            a_refused_one(1, Entity.REPORT, "The centre cannot store it: too long."),
            *(a_refused_one(n, Entity.DECISION, "It is damaged.") for n in range(2, 9)),
        ]
    )
    refused = words(dialog, "refused")
    told = refused.text().splitlines()
    assert told[0] == "Report thing-1: The centre cannot store it: too long."
    assert told[1] == "Decision thing-2: It is damaged."
    assert told[-1].startswith("and 3 more")
    qtbot.waitUntil(lambda: refused.height() >= refused.heightForWidth(refused.width()))
