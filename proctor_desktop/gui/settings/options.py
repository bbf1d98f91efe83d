"""Settings as fields to edit: name, type, bounds and sentence come from their declaration."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from pathlib import Path
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

from annotated_types import Ge, Gt, Le, Lt, MultipleOf
from pydantic import SecretStr
from typing_extensions import Doc

from proctor_desktop.gui.settings.titles import SENTENCES, TITLES
from proctor_desktop.gui.settings.units import Unit, unit_of, without_ending
from proctor_desktop.settings import Settings

SERVER_PREFIX = "mysql_"
SERVER_GROUP = "mysql"

_IN_FULL = {
    "min": "minimum",
    "max": "maximum",
    "mysql": "MySQL",
    "tls": "TLS",
    "ssl": "SSL",
    "ca": "certificate authority",
    "cpu": "CPU",
    "fps": "frames a second",
}


@dataclass(frozen=True, slots=True)
class Option:
    """One setting.

    Attributes:
        name: dotted, as the settings file has it.
        kind: bool, int, float, str, Path or SecretStr.
        value: in force.
        sentence: what it does.
        low, high: bounds, None for none.
        is_open_low: whether the lower bound itself is excluded.
        step: values must be multiples of it.
        choices: the only possible values, empty for any.
    """

    name: str
    kind: type
    value: Any
    sentence: str
    low: float | None = None
    high: float | None = None
    is_open_low: bool = False
    step: float | None = None
    choices: tuple[str, ...] = ()

    @property
    def unit(self) -> Unit:
        """In which it is shown and edited; a plain number has none."""
        return unit_of(self.name)

    @property
    def title(self) -> str:
        """What it is called for people; else the last part of its name, without the unit."""
        if self.name in TITLES:
            return TITLES[self.name]
        words = without_ending(self.name.rsplit(".", 1)[-1]).replace("_", " ")
        title = " ".join(_IN_FULL.get(each, each) for each in words.split())
        return title[0].upper() + title[1:]


@dataclass(frozen=True, slots=True)
class OptionGroup:
    """Settings that belong together, named like the part of the program that reads them."""

    name: str
    options: tuple[Option, ...]


def groups(settings: Settings) -> Iterator[OptionGroup]:
    """Every setting, single ones of the top level first."""
    hints = get_type_hints(type(settings), include_extras=True)
    single = []
    nested = []
    for name in type(settings).model_fields:
        value = getattr(settings, name)
        if is_dataclass(value):
            nested.append((name, value))
        else:
            single.append(option(name, hints[name], value))
    server = tuple(each for each in single if each.name.startswith(SERVER_PREFIX))
    yield OptionGroup(SERVER_GROUP, server)
    yield OptionGroup("", tuple(each for each in single if each not in server))
    for name, value in nested:
        yield from _of_dataclass(name, value)


def defaults() -> dict[str, Any]:
    """The value of every setting where nobody set it, by its name."""
    untouched = Settings.model_construct()
    return {each.name: each.value for group in groups(untouched) for each in group.options}


def _of_dataclass(prefix: str, owner: Any) -> Iterator[OptionGroup]:
    hints = get_type_hints(type(owner), include_extras=True)
    single = []
    for entry in fields(owner):
        value, name = getattr(owner, entry.name), f"{prefix}.{entry.name}"
        if is_dataclass(value):
            yield from _of_dataclass(name, value)
        else:
            single.append(option(name, hints[entry.name], value))
    if single:
        yield OptionGroup(prefix, tuple(single))


def option(name: str, hint: Any, value: Any) -> Option:
    """One setting from its annotation."""
    kind: Any = hint
    notes: list[Any] = []
    if get_origin(hint) is Annotated:
        kind, *notes = get_args(hint)
    choices: tuple[str, ...] = ()
    if get_origin(kind) is Literal:
        choices, kind = get_args(kind), str
    low = high = step = None
    is_open_low, sentence = False, ""
    for note in notes:
        if isinstance(note, Doc):
            sentence = note.documentation
        elif isinstance(note, Ge):
            low = _number(note.ge)
        elif isinstance(note, Gt):
            low, is_open_low = _number(note.gt), True
        elif isinstance(note, Le):
            high = _number(note.le)
        elif isinstance(note, Lt):
            high = _number(note.lt)
        elif isinstance(note, MultipleOf):
            step = _number(note.multiple_of)
    if kind not in (bool, int, float, str, Path, SecretStr):
        kind = type(value)
    sentence = SENTENCES.get(name, sentence)
    return Option(name, kind, value, sentence, low, high, is_open_low, step, choices)


def _number(bound: Any) -> float:
    return float(bound)
