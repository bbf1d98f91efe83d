"""Progress bars on stderr; nothing where stderr is no terminal."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from proctor_desktop.cli.terminal import screen

if TYPE_CHECKING:
    from rich.progress import Progress

Show = Callable[[float], None]


def _bars() -> "Progress":
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn
    from rich.progress import TimeRemainingColumn as Remaining

    console = screen(stderr=True)
    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        TaskProgressColumn(),
        Remaining(),
    )
    return Progress(*columns, console=console, disable=not console.is_terminal, transient=True)


@contextmanager
def progress_bars(count: int) -> Iterator[Callable[[str], Show]]:
    """Gives a bar for each of ``count`` things that is under way, and one for them all.

    The bar of a thing goes when it is done. Bars may be moved from any thread.
    """
    with _bars() as progress:
        whole = progress.add_task(f"All {count}", total=count, visible=count > 1)
        shares: dict[int, float] = {}

        def begin(name: str) -> Show:
            task = progress.add_task(name, total=1.0)

            def show(share: float) -> None:
                shares[task] = share
                progress.update(task, completed=share, visible=share < 1.0)
                progress.update(whole, completed=sum(list(shares.values())))

            return show

        yield begin
