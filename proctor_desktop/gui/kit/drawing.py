"""Drawing one part of a state, and only when that part is another one."""

from collections.abc import Callable
from typing import Generic, TypeVar

State = TypeVar("State")


class Drawing(Generic[State]):
    """Calls ``draw`` where what it depends on differs from what was drawn last."""

    def __init__(self, part: Callable[[State], object], draw: Callable[[State], None]) -> None:
        """``part`` is everything of the state that ``draw`` reads."""
        self._part = part
        self._draw = draw
        self._drawn: list[object] = []

    def __call__(self, state: State) -> None:
        """Bring this part up to date."""
        part = self._part(state)
        if self._drawn != [part]:
            self._drawn = [part]
            self._draw(state)

    def again(self, state: State) -> None:
        """Draw it in any case, where something else than the state changed its look."""
        self._drawn = [self._part(state)]
        self._draw(state)
