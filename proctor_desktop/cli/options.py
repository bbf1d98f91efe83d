"""``settings``: every option that ``--set`` and the environment can change."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import Annotated, get_type_hints

import typer

from proctor_desktop.cli import arguments
from proctor_desktop.cli.terminal import USAGE, answer_json, say, screen

_WIDE = 90
"""Letters on a line from which on a table of options can be read."""


@dataclass(frozen=True, slots=True)
class Option:
    """One option: its dotted name, the value in force, its bounds and what it means."""

    name: str
    value: object
    bounds: str
    meaning: str


def settings(
    search: Annotated[
        str, typer.Argument(help="Only options with this text in their name.", show_default=False)
    ] = "",
    as_json: arguments.AsJson = False,
) -> None:
    """List the options of the analysis with their values, bounds and meaning.

    Change them for one run with analyze --set NAME=VALUE, for good in the window or with
    PROCTOR_ANALYSIS__GROUP__NAME in the environment or in a file named .env.
    """
    from proctor_desktop.settings import load

    found = [one for one in options(load().analysis) if search.lower() in one.name]
    if as_json:
        answer_json(
            [
                {"name": o.name, "value": o.value, "bounds": o.bounds, "meaning": o.meaning}
                for o in found
            ]
        )
        return
    if not found:
        say(f"No option of the analysis has {search} in its name; `settings` lists them all.")
        raise typer.Exit(USAGE)
    _show(found)


def options(owner: object, prefix: str = "") -> Iterator[Option]:
    """All options of a dataclass and of those inside it, in the order of their declaration."""
    from annotated_types import Ge, Gt, Le, Lt
    from typing_extensions import Doc

    signs = {Ge: ">=", Gt: ">", Le: "<=", Lt: "<"}
    hints = get_type_hints(type(owner), include_extras=True)
    for entry in fields(owner):  # type: ignore[arg-type]  # options are dataclass instances
        name, value = f"{prefix}{entry.name}", getattr(owner, entry.name)
        if is_dataclass(value):
            yield from options(value, f"{name}.")
            continue
        notes = getattr(hints[entry.name], "__metadata__", ())
        bounds = [
            f"{sign} {getattr(note, kind.__name__.lower()):g}"
            for note in notes
            for kind, sign in signs.items()
            if isinstance(note, kind)
        ]
        meaning = next((note.documentation for note in notes if isinstance(note, Doc)), "")
        yield Option(name, value, ", ".join(bounds), meaning)


def _show(found: list[Option]) -> None:
    """A table, or where that would be too narrow to read, one paragraph for each."""
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    console = screen()
    if console.width < _WIDE:
        for one in found:
            bounds = f"  ({one.bounds})" if one.bounds else ""
            console.print(Text(f"{one.name} = {one.value}{bounds}"))
            console.print(Padding(Text(one.meaning, "dim"), (0, 0, 0, 4)))
        return
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    for name in ("Option", "Value", "Bounds", "Meaning"):
        table.add_column(name, no_wrap=name == "Option")  # a name is there to be copied
    for one in found:
        words = (str(one.value), one.bounds, one.meaning)
        table.add_row(Text(one.name, overflow="fold"), *(Text(word) for word in words))
    console.print(table)
