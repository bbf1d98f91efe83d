"""The sentences of the code's errors, found by reading the code."""

import ast
import re
from itertools import product
from pathlib import Path

import proctor_desktop
from proctor_desktop.domain import errors
from proctor_desktop.domain.errors import ProctorError
from proctor_desktop.media.limits import ACCEPTED
from proctor_desktop.storage import faults

PACKAGE = Path(proctor_desktop.__file__).parent

PLACE = "The centre's database on db.example.org"
FILLED = {
    "where": "tilted 21.0 degrees clockwise",
    "name": "head raising (pitch)",
    "unit": "rad",
    "start": "0:12",
    "profile.title": "Title",
    "_main_reason(rejected)": "; in 12 frames the head moved",
    "_length_remark(track, options)": " (the recording gave 3.0 s of pictures for it)",
    "_what_else(head)": "a list of other files",
    "ACCEPTED": ACCEPTED,
    "what": "student",
    "refusal": "Free some space; what was recorded until now is kept.",
    "SAFE": faults.SAFE,
    "inside(place)": faults.inside(PLACE),
    **dict.fromkeys(("place", "database.place", "options.place", "self.options.place"), PLACE),
}
"""What stands in the place of an expression that is no number."""


OUTSIDE_THE_WINDOW = {
    "api/": "answers of the REST service",
    "cli/": "said at the terminal",
    "evaluation/": "said at the terminal",
    "simulation/": "said at the terminal",
    "services/api_keys.py": "keys of the REST service, made at the terminal",
    "storage/repositories/keys.py": "keys of the REST service, made at the terminal",
    "storage/repositories/jobs.py": "the queue of the REST service",
}
"""Rooms whose errors no window shows, and why."""

NO_OWN_SENTENCE = {
    "gui/review/finding.py: translate(": "is in the language of the window already",
    "settings.py: str(error)": "the sentence of a StorageError",
    'settings.py: f"{name}={text}: ': "values of --set and of the REST service",
    "storage/migration.py: before.sentence": "made by _sentence, which is looked through",
    "storage/migration.py: found.sentence": "made by _sentence, which is looked through",
}
"""Beginnings of what errors are raised with that need no pattern, and why."""

MADE_ELSEWHERE = {
    "storage/migration.py": ("_sentence",),
    "storage/audit.py": ("contradiction",),
    "sync/comparing.py": ("_reports", "_decisions"),
    "sync/remote.py": ("_warnings",),
    "sync/synchronizer.py": ("_sentence",),
}
"""Functions whose sentences the window shows though they are no errors."""


def rooms_of_the_window() -> dict[str, ast.Module]:
    """The code whose errors the window can show, by its place in the package."""
    paths = sorted(PACKAGE.rglob("*.py"))
    places = {path.relative_to(PACKAGE).as_posix(): path for path in paths}
    return {
        place: ast.parse(path.read_text("utf-8"))
        for place, path in places.items()
        if not place.startswith(tuple(OUTSIDE_THE_WINDOW))
    }


def texts_of_errors() -> list[ast.expr]:
    """What the errors of this program are made with, and what `MADE_ELSEWHERE` says."""
    rooms = rooms_of_the_window()
    kinds = _kinds_of_errors(rooms)
    found: list[ast.expr] = []
    for place, room in rooms.items():
        for name in MADE_ELSEWHERE.get(place, ()):
            found += _sentences_in(_function(room, name))
        for node in ast.walk(room):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in kinds:
                found += _texts(node.args[0], place, room)
    return found


def _kinds_of_errors(rooms: dict[str, ast.Module]) -> set[str]:
    """Names of all errors that a person may meet: those of the domain, and what rooms add."""
    domain = [each for each in vars(errors).values() if isinstance(each, type)]
    kinds = {each.__name__ for each in domain if issubclass(each, ProctorError)}
    added = [
        each for room in rooms.values() for each in room.body if isinstance(each, ast.ClassDef)
    ]
    return kinds | {
        each.name for each in added if kinds & {ast.unparse(base) for base in each.bases}
    }


def _texts(made_with: ast.expr, place: str, room: ast.Module) -> list[ast.expr]:
    """The texts of an error, also where a function or a constant of its room makes them."""
    written = f"{place}: {ast.unparse(made_with)}"
    if written.startswith(tuple(NO_OWN_SENTENCE)):
        return []
    if isinstance(made_with, (ast.Constant, ast.JoinedStr)):
        return [made_with]
    assert isinstance(made_with, ast.Call), f"{written}: no sentence that can be found"
    if isinstance(made_with.func, ast.Name):
        return _sentences_in(_function(room, made_with.func.id))
    assert isinstance(made_with.func, ast.Attribute), f"{written}: no sentence that can be found"
    return [_constant(room, ast.unparse(made_with.func.value))]


def _function(room: ast.Module, name: str) -> ast.FunctionDef:
    nodes = (node for node in ast.walk(room) if isinstance(node, ast.FunctionDef))
    return next(node for node in nodes if node.name == name)


def _constant(room: ast.Module, name: str) -> ast.expr:
    nodes = (node for node in room.body if isinstance(node, ast.Assign))
    return next(node.value for node in nodes if ast.unparse(node.targets[0]) == name)


def _sentences_in(node: ast.AST) -> list[ast.expr]:
    """Every text of some words that ends in a full stop, but for the docstring."""
    if isinstance(node, (ast.Constant, ast.JoinedStr)):
        return [node] if re.search(r" .*\.$", wordings(node)[0][0]) else []
    children = [each for each in ast.iter_child_nodes(node) if not _is_docstring(each)]
    return [sentence for each in children for sentence in _sentences_in(each)]


def _is_docstring(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def wordings(text: ast.expr) -> list[tuple[str, str]]:
    """Each wording of a text: with its expressions filled in, and with braces in their places."""
    if isinstance(text, ast.Constant):
        return [(str(text.value).replace("{}", "3.5"), str(text.value))]
    if isinstance(text, ast.IfExp):
        return [*wordings(text.body), *wordings(text.orelse)]
    if isinstance(text, ast.FormattedValue):
        return wordings(text.value)
    if isinstance(text, ast.JoinedStr):
        every = product(*map(wordings, text.values))
        return [tuple(map("".join, zip(*parts, strict=True))) for parts in every]
    return [(FILLED.get(ast.unparse(text), "3.5"), "{}")]
