"""Help for people: no names of Python types, bounds in words, commands with a whole sentence."""

import re
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

import typer
from typer.core import TyperCommand

_TYPE = re.compile(r" <[^>]*>(\.\.\.)?")
_BRACES = re.compile(r"^\{(.*)\}(\.\.\.)?$")
_BOTH = re.compile(r"([-\d.]+)<=x<=([-\d.]+)")
_ONE = re.compile(r"x>=([-\d.]+)")
_WIDTH = 100
_Function = TypeVar("_Function", bound=Callable[..., Any])


class PlainCommand(TyperCommand):
    """A command whose help says what to write, not which type of Python takes it."""

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        """What is written after the command's name; what may be left out stands in brackets."""
        return [_piece(piece) for piece in super().collect_usage_pieces(ctx)]

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Arguments and options, each in a section of its own."""
        for title, is_wanted in (("Arguments", True), ("Options", False)):
            rows = list(self._rows(ctx, arguments=is_wanted))
            if rows:
                with formatter.section(title):
                    formatter.write_dl(rows)

    def _rows(self, ctx: Any, *, arguments: bool) -> Iterator[tuple[str, str]]:
        for param in self.get_params(ctx):
            record = param.get_help_record(ctx)
            if record is not None and (param.param_type_name == "argument") is arguments:
                name = _TYPE.sub("", record[0]).strip("[]") if arguments else record[0]
                yield name, _in_words(record[1])


class Commands(typer.Typer):
    """A group of commands with such help."""

    def __init__(self, **settings: Any) -> None:
        settings.setdefault("context_settings", {})["max_content_width"] = _WIDTH
        super().__init__(rich_markup_mode=None, **settings)

    def command(self, name: str | None = None, **settings: Any) -> Callable[[_Function], _Function]:
        """As Typer's, for a `PlainCommand`."""
        return super().command(name, cls=PlainCommand, **settings)


def _piece(piece: str) -> str:
    """``{ID}`` as ``ID``, ``[[DATASET]...]...`` as ``[DATASET]...``."""
    bare = _BRACES.sub(r"\1", piece)
    return bare.replace("[[", "[").replace("]]", "]").replace("...]...", "]...")


def _in_words(text: str) -> str:
    return _ONE.sub(r"at least \1", _BOTH.sub(r"\1 to \2", text))
