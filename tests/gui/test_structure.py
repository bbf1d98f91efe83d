"""What holds the window's house together beyond the contracts of imports."""

import ast
from pathlib import Path

import pytest

import proctor_desktop.gui

GUI = Path(proctor_desktop.gui.__file__).parent
WITHOUT_WIDGETS = (
    "review/desk.py",
    "review/judged.py",
    "review/listing.py",
    "review/stills.py",
    "review/reviewing.py",
    "review/deciding.py",
    "review/following.py",
    "review/opened.py",
    "review/player.py",
    "analysis/presenter.py",
    "reports/desk.py",
)
"""States and presenters: everything a page knows, without the page."""


def imported(path: Path) -> set[str]:
    """Every module that a file imports."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
        if isinstance(node, ast.Import):
            found |= {each.name for each in node.names}
    return found


@pytest.mark.parametrize("name", WITHOUT_WIDGETS)
def test_states_and_presenters_know_no_widgets(name: str) -> None:
    assert "PySide6.QtWidgets" not in imported(GUI / name)


def test_no_test_of_the_window_reads_a_private_part() -> None:
    """What is shown is read from what is shown."""
    found = []
    for path in sorted(Path(__file__).parent.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            is_private = (
                isinstance(node, ast.Attribute)
                and node.attr.startswith("_")
                and not node.attr.startswith("__")
                and not (isinstance(node.value, ast.Name) and node.value.id in ("self", "cls"))
            )
            if is_private:
                found.append(f"{path.name}:{node.lineno}")
    assert found == []
