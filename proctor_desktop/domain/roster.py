"""A roster: which recording shows which candidate, read from the centre's own table."""

import csv
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from proctor_desktop.domain.errors import RosterError
from proctor_desktop.domain.profile import PROFILES

LONGEST_NAME = 100
DELIMITERS = (";", ",", "\t")
FILLED = ("candidate", "exam", "seat")
"""What may stand in braces in a pattern."""

_MARKS = {"*": ".*", "?": "."}

TITLES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "pattern": ("file", "pattern", "file pattern", "recording", "datei", "dateimuster"),
        "candidate": ("candidate", "student", "student id", "name", "prüfling", "kandidat"),
        "exam": ("exam", "exam id", "prüfung", "klausur"),
        "seat": ("seat", "place", "platz", "sitzplatz"),
        "profile": ("profile", "accommodation", "profil", "nachteilsausgleich"),
    }
)
"""What a column may be called in the first line, by what it holds."""


@dataclass(frozen=True, slots=True)
class RosterRow:
    """One line of a roster.

    Attributes:
        line: its number in the file, for people.
        candidate, exam, seat: as the centre names them; the latter two may be empty.
        pattern: of the name of the recording: ``*`` stands for anything, ``{candidate}``,
            ``{exam}`` and ``{seat}`` for what this line says; empty for any name that holds the
            candidate as a whole word.
        profile: name of an accommodation, empty for none.
    """

    line: int
    candidate: str
    exam: str = ""
    seat: str = ""
    pattern: str = ""
    profile: str = ""

    def fits(self, file_name: str) -> bool:
        """Whether a recording of this name shows this candidate; its suffix may be left out."""
        stem = file_name.rpartition(".")[0] or file_name
        if not self.pattern:
            word = rf"(?<![^\W_]){re.escape(self.candidate)}(?![^\W_])"
            return re.search(word, stem, re.IGNORECASE) is not None
        expression = re.compile(self._expression(), re.IGNORECASE)
        return any(expression.fullmatch(name) for name in (file_name, stem))

    def _expression(self) -> str:
        """The pattern as a regular expression."""
        names = {f"{{{name}}}": str(getattr(self, name)) for name in FILLED}
        pieces: list[str] = re.split(r"(\*|\?|\{\w+\})", self.pattern)
        return "".join(_MARKS.get(piece) or re.escape(names.get(piece, piece)) for piece in pieces)


@dataclass(frozen=True, slots=True)
class Roster:
    """All lines of a roster."""

    rows: tuple[RosterRow, ...] = ()

    def rows_for(self, file_name: str) -> tuple[RosterRow, ...]:
        """Lines that fit a recording: those with a pattern before those without."""
        fitting = [row for row in self.rows if row.fits(file_name)]
        exact = [row for row in fitting if row.pattern]
        return tuple(exact or fitting)


def read_roster(content: bytes) -> Roster:
    """The roster in a CSV file, as any spreadsheet writes it.

    Raises:
        RosterError: it is no such table; which line is wrong stands in it.
    """
    table = _table(_text(content))
    if not table:
        raise RosterError("The roster is empty.")
    columns = _columns(table[0][1])
    rows = [_row(line, columns, cells) for line, cells in table[1:]]
    if not rows:
        raise RosterError("The roster has a line of titles and no candidate.")
    return Roster(tuple(rows))


def _text(content: bytes) -> str:
    """Unicode with or without a mark, or the code page that spreadsheets write in Europe."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def _table(text: str) -> list[tuple[int, list[str]]]:
    """Lines that say anything, with their numbers."""
    first = text.lstrip().partition("\n")[0]
    delimiter = max(DELIMITERS, key=first.count)
    try:
        reader = csv.reader(text.splitlines(keepends=True), delimiter=delimiter, strict=True)
        lines = [(reader.line_num, [cell.strip() for cell in cells]) for cells in reader]
    except csv.Error as error:
        raise RosterError(f"The roster cannot be read as a table: {error}.") from None
    return [(number, cells) for number, cells in lines if any(cells)]


def _columns(titles: Sequence[str]) -> dict[str, int]:
    """Places of the columns by what they hold."""
    plain = [title.casefold().replace("_", " ") for title in titles]
    found = {
        name: plain.index(title)
        for name, known in TITLES.items()
        for title in known
        if title in plain
    }
    if "candidate" not in found:
        raise RosterError(
            "The first line of the roster names no column 'candidate'. It may name the columns "
            "file, candidate, exam, seat and profile, in any order."
        )
    return found


def _row(line: int, columns: Mapping[str, int], cells: Sequence[str]) -> RosterRow:
    given = {name: cells[place] for name, place in columns.items() if place < len(cells)}
    if not given.get("candidate"):
        raise RosterError(f"Line {line} of the roster names no candidate.")
    if max(len(given["candidate"]), len(given.get("exam", ""))) > LONGEST_NAME:
        raise RosterError(f"Line {line} of the roster has a name of more than 100 characters.")
    given["profile"] = _profile(line, given.get("profile", ""))
    row = RosterRow(line, **given)
    odd = [mark for mark in re.findall(r"\{(\w*)\}", row.pattern) if mark not in FILLED]
    if odd:
        raise RosterError(
            f"Line {line} of the roster has {odd[0]!r} in braces. Only candidate, exam and seat "
            "may stand there."
        )
    return row


def _profile(line: int, text: str) -> str:
    """The accommodation that a line names by its name or title."""
    wanted = text.casefold()
    for profile in PROFILES.values():
        if wanted in (profile.name.casefold(), profile.title.casefold()):
            return profile.name
    if wanted in ("", "-", "none", "keine", "keiner"):
        return ""
    known = ", ".join(PROFILES)
    raise RosterError(
        f"Line {line} of the roster names no known accommodation. Known are: {known}."
    )
