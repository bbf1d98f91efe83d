"""Work in another thread answers in this one, in order, and ends with the window."""

import sys
import threading
from collections.abc import Callable
from concurrent.futures import Future

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from proctor_desktop.gui.kit.background import Background


class Receiver(QObject):
    """Notes results and the thread in which they came."""

    def __init__(self) -> None:
        super().__init__()
        self.results: list[object] = []
        self.threads: set[int] = set()

    def take(self, result: object) -> None:
        self.results.append(result)
        self.threads.add(threading.get_ident())


def test_results_come_in_order_in_the_window_thread(qtbot: QtBot) -> None:
    background, receiver = Background("test"), Receiver()
    for number in range(20):
        background.run(lambda number=number: (number, threading.get_ident()), receiver.take)
    qtbot.waitUntil(lambda: len(receiver.results) == 20)
    background.close()
    assert [number for number, _ in receiver.results] == list(range(20))
    assert receiver.threads == {threading.get_ident()}
    assert {thread for _, thread in receiver.results}.isdisjoint(receiver.threads)


class Done:
    """Stands for the executor of a thread that is always quicker."""

    def __init__(self, *_: object, **__: object) -> None: ...

    def submit(self, work: Callable[[], object]) -> "Future[object]":
        future: Future[object] = Future()
        future.set_result(work())
        return future

    def shutdown(self, **_: object) -> None: ...


def test_no_answer_comes_before_the_question_was_put(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("proctor_desktop.gui.kit.background.ThreadPoolExecutor", Done)
    background, receiver = Background("test"), Receiver()
    background.run(lambda: 1, receiver.take)
    assert receiver.results == []
    qtbot.waitUntil(lambda: receiver.results == [1])
    background.close()


def test_a_failure_reaches_the_caller_or_the_window(qtbot: QtBot) -> None:
    background, own, common = Background("test"), Receiver(), Receiver()
    background.failed.connect(common.take)

    def fail() -> None:
        raise ValueError("no")

    background.run(fail, own.take, own.take)
    background.run(fail, own.take)
    qtbot.waitUntil(lambda: bool(common.results))
    background.close()
    assert [str(error) for error in own.results] == ["no"]
    assert [str(error) for error in common.results] == ["no"]


def test_nothing_is_delivered_after_closing(qtbot: QtBot) -> None:
    background, receiver, gate = Background("test"), Receiver(), threading.Event()
    background.run(gate.wait, receiver.take)
    background.run(lambda: 1, receiver.take)
    gate.set()
    background.close()
    background.run(lambda: 2, receiver.take)
    qtbot.wait(1)
    assert receiver.results == []


class Emitter(QObject):
    """Something that sends."""

    sent = Signal(bool)


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="True is immortal from 3.12 on")
def test_emitting_loses_no_reference_to_true(qtbot: QtBot) -> None:
    emitter, receiver = Emitter(), Receiver()
    emitter.sent.connect(receiver.take)
    emitter.sent.emit(True)
    receiver.results.clear()
    before = sys.getrefcount(True)
    for _ in range(5000):
        emitter.sent.emit(True)
    receiver.results.clear()
    assert sys.getrefcount(True) >= before - 20
