"""What to do with each recording that a command was given."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from proctor_desktop.cli.batch import Errand, readable

if TYPE_CHECKING:
    from proctor_desktop.domain.report import Subject
    from proctor_desktop.pipeline import AnalysisOptions

_NAME_LIMIT = 100


@dataclass(frozen=True, slots=True)
class Asked:
    """Whom the recordings show, and what was changed for them.

    Attributes:
        student_id: None for each recording's own name.
        exam_id: of all.
        profile: name of the accommodation, None for none.
        pairs: options by dotted name, as text.
    """

    student_id: str | None
    exam_id: str
    profile: str | None
    pairs: Mapping[str, str]


def errands_of(videos: Sequence[Path], asked: Asked, options: "AnalysisOptions") -> list[Errand]:
    """What to do with each video; wrong options are refused before anything is analysed.

    Raises:
        SettingsError: an option, profile or identifier cannot be used.
    """
    from proctor_desktop.cli.output import file_stems
    from proctor_desktop.domain.profile import built_in
    from proctor_desktop.services.analyses import Request
    from proctor_desktop.settings import with_pairs

    changed = with_pairs(options, asked.pairs)
    accommodation = built_in(asked.profile) if asked.profile else None
    errands = []
    for number, (video, stem) in enumerate(zip(videos, file_stems(videos), strict=True), start=1):
        request = Request(video, _subject(video, asked), changed, accommodation)
        counted = f"{number} of {len(videos)}  " if len(videos) > 1 else ""
        errands.append(Errand(request, f"{counted}{readable(video.name)}", stem))
    return errands


def _subject(video: Path, asked: Asked) -> "Subject":
    from proctor_desktop.domain.naming import is_printable
    from proctor_desktop.domain.report import Subject

    own = "".join(letter for letter in video.stem if is_printable(letter))
    name = own.strip()[:_NAME_LIMIT].strip() or "candidate"
    return Subject(name if asked.student_id is None else asked.student_id, asked.exam_id)


def all_pairs(changes: Sequence[str], named: Mapping[str, float | None]) -> dict[str, str]:
    """Options by dotted name, as text; ``--set`` wins."""
    given = {name: str(value) for name, value in named.items() if value is not None}
    return given | option_pairs(changes)


def option_pairs(changes: Sequence[str]) -> dict[str, str]:
    """Names and values of ``KEY=VALUE`` arguments; a later one wins.

    Raises:
        typer.BadParameter: one is not of this form.
    """
    pairs: dict[str, str] = {}
    for change in changes:
        name, equals, value = change.partition("=")
        if not equals or not name.strip():
            raise typer.BadParameter(f"--set {change}: expected KEY=VALUE.")
        pairs[name.strip()] = value.strip()
    return pairs
