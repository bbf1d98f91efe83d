"""A progress bar on stderr."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from proctor_desktop.cli.terminal import screen


@contextmanager
def progress_bar() -> Iterator[Callable[[str], Callable[[float], None]]]:
    """Gives a bar on stderr for each thing that is named; nothing where stderr is no terminal."""
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn
    from rich.progress import TimeRemainingColumn as Remaining

    console = screen(stderr=True)
    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        TaskProgressColumn(),
        Remaining(),
    )
    with Progress(
        *columns, console=console, disable=not console.is_terminal, transient=True
    ) as progress:

        def begin(name: str) -> Callable[[float], None]:
            for earlier in progress.task_ids:
                progress.remove_task(earlier)
            task = progress.add_task(name, total=1.0)
            return lambda share: progress.update(task, completed=share)

        yield begin
