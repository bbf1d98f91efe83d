"""Items that are worked off in turn, of which the next begins before the one before is done."""

import threading
import time
from collections.abc import Callable
from contextlib import closing

import pytest

from proctor_desktop.services.turns import Turns


def test_results_come_in_order_whatever_takes_longer() -> None:
    def work(item: int, hand_over: Callable[[], None]) -> int:
        hand_over()
        time.sleep(0.05 * (5 - item))
        return item * item

    found = [(item, future.result()) for item, future in Turns(range(5), work).results()]
    assert found == [(item, item * item) for item in range(5)]


def test_the_next_item_begins_when_the_one_before_hands_over_and_not_earlier() -> None:
    steps: list[str] = []
    second_began = threading.Event()

    def work(item: str, hand_over: Callable[[], None]) -> str:
        steps.append(f"{item} begins")
        if item == "first":
            time.sleep(0.1)
            steps.append("first hands over")
            hand_over()
            assert second_began.wait(10)
            steps.append("first ends")
        else:
            second_began.set()
        return item

    assert [item for item, _ in Turns(["first", "second"], work).results()] == ["first", "second"]
    assert steps == ["first begins", "first hands over", "second begins", "first ends"]


def test_without_handing_over_nothing_runs_at_the_same_time() -> None:
    running: list[int] = []
    most: list[int] = []

    def work(item: int, hand_over: Callable[[], None]) -> None:
        running.append(item)
        most.append(len(running))
        time.sleep(0.02)
        running.remove(item)

    assert len(list(Turns(range(6), work).results())) == 6
    assert max(most) == 1


def test_handing_over_twice_begins_one_item_only() -> None:
    begun: list[int] = []
    wait_here = threading.Event()

    def work(item: int, hand_over: Callable[[], None]) -> None:
        begun.append(item)
        if item == 0:
            hand_over()
            hand_over()
            time.sleep(0.1)
            assert begun == [0, 1]
            wait_here.set()
        assert wait_here.wait(10)

    for _, future in Turns(range(4), work).results():
        future.result()
    assert begun == [0, 1, 2, 3]


def test_a_fault_is_in_its_own_result_and_the_rest_goes_on() -> None:
    def work(item: int, hand_over: Callable[[], None]) -> int:
        return 12 // item

    futures = dict(Turns([3, 0, 4], work).results())
    assert (futures[3].result(), futures[4].result()) == (4, 3)
    with pytest.raises(ZeroDivisionError):
        futures[0].result()


def test_no_more_than_a_few_results_wait_for_the_caller() -> None:
    begun: list[int] = []

    def work(item: int, hand_over: Callable[[], None]) -> None:
        begun.append(item)
        hand_over()

    with closing(Turns(range(500), work).results()) as results:
        next(results)
        time.sleep(0.3)
        assert len(begun) < 50
        assert sum(1 for _ in results) == 499
    assert sorted(begun) == list(range(500))


def test_leaving_stops_what_runs_and_begins_nothing_more() -> None:
    stopped = threading.Event()
    begun: list[int] = []

    def work(item: int, hand_over: Callable[[], None]) -> None:
        begun.append(item)
        if item == 0:
            return
        hand_over()
        assert stopped.wait(10)

    results = Turns(range(3), work, stopped.set).results()
    next(results)
    began_at = time.monotonic()
    results.close()
    assert time.monotonic() - began_at < 5
    assert stopped.is_set()
    assert begun in ([0], [0, 1], [0, 1, 2])
