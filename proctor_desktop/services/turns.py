"""One thing after the other, of which the next may begin before the one before is done."""

import threading
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import Generic, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

_MOST_AHEAD = 32
_WAIT_SEC = 0.1


class Turns(Generic[Item, Result]):
    """Works off items, each in a thread of its own; results come in the order of the items.

    The work is told how to hand over: then the next item begins, at the latest when the work ends.
    So whoever does the work never waits for the end of one item, and earlier items come first.

    Args:
        items: in order.
        work: called with an item and with what hands over; what it raises is in the future.
        stop: called when nobody wants the results any more, to make `work` end early.
    """

    def __init__(
        self,
        items: Sequence[Item],
        work: Callable[[Item, Callable[[], None]], Result],
        stop: Callable[[], None] = lambda: None,
    ) -> None:
        self._items = items
        self._work = work
        self._stop = stop
        self._futures: dict[int, Future[Result]] = {}
        self._begun = self._answered = 0
        self._next_may_begin = True
        self._lock = threading.Lock()

    def results(self) -> Generator[tuple[Item, Future[Result]], None, None]:
        """Each item with its future, which is done; to be called once, and closed.

        Leaving early, as an exception in the caller's thread does, stops what runs.
        """
        with ThreadPoolExecutor(_MOST_AHEAD, "turn") as threads:
            try:
                for number, item in enumerate(self._items):
                    self._begin(threads)
                    while not wait([self._futures[number]], _WAIT_SEC).done:
                        pass  # in short waits, which Ctrl+C ends on every system
                    self._answered += 1
                    yield item, self._futures.pop(number)
            except BaseException:
                with self._lock:
                    self._next_may_begin, self._begun = False, len(self._items)
                self._stop()
                raise

    def _begin(self, threads: ThreadPoolExecutor) -> None:
        """Begin with the next item if its turn has come."""
        with self._lock:
            number = self._begun
            has_room = number - self._answered < _MOST_AHEAD
            if not (self._next_may_begin and has_room and number < len(self._items)):
                return
            self._next_may_begin = False
            self._begun += 1
            self._futures[number] = Future()
            threads.submit(self._run, threads, number, self._futures[number])

    def _run(self, threads: ThreadPoolExecutor, number: int, future: "Future[Result]") -> None:
        """Body of a thread."""

        def hand_over() -> None:
            with self._lock:
                self._next_may_begin |= self._begun == number + 1
            self._begin(threads)

        try:
            result = self._work(self._items[number], hand_over)
        except BaseException as error:  # noqa: BLE001 - whoever takes the result gets it
            hand_over()
            future.set_exception(error)
        else:
            hand_over()
            future.set_result(result)
