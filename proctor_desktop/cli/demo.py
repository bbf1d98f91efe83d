"""``demo``: render a scripted candidate, analyse the recording, compare with the script."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from proctor_desktop.cli import arguments
from proctor_desktop.cli.terminal import answer_json, say, screen, stop_on_request

if TYPE_CHECKING:
    from proctor_desktop.domain.events import Event
    from proctor_desktop.services.analyses import Finished
    from proctor_desktop.simulation.scenario import Scenario
    from proctor_desktop.simulation.truth import TrueEvent, Truth

SUBJECT, EXAM = "demo-candidate", "demo-exam"


@dataclass(frozen=True, slots=True)
class Pair:
    """An event of the script and the one that was found for it; either may be absent."""

    true: "TrueEvent | None"
    found: "Event | None"

    @property
    def onset(self) -> int:
        """When it begins, as the script says or else as it was found."""
        first = self.true or self.found
        if first is None:
            raise ValueError("a pair of nothing")
        return first.interval.onset


def demo(
    output: Annotated[
        Path, typer.Option(metavar="DIR", help="Folder for the video and its reports.")
    ] = Path("proctor-demo"),
    scenario: Annotated[
        str,
        typer.Option(
            metavar="SCRIPT", help="One of the scripts that come with the program, or a text file."
        ),
    ] = "demo",
    as_json: arguments.AsJson = False,
    no_store: Annotated[
        bool, typer.Option("--no-store", help="Do not keep the report in the database.")
    ] = False,
) -> None:
    """Show what the program does, without a camera: a rendered candidate follows a script.

    The recording is analysed like any other, and what was found stands beside what the script did.
    Its report is kept like any other: try reports list, reports show and verify.
    """
    from proctor_desktop.cli.progress import progress_bars
    from proctor_desktop.simulation.recorder import record

    stop_on_request()
    script = _scenario(scenario)
    folder = _folder(output)
    video = folder / f"{script.name}.mp4"
    with progress_bars(1) as show:
        if not as_json:
            say(f"Rendering {script.seconds:g} s of a candidate who follows a script ...")
        truth = record(script, video, show(f"rendering {video.name}"))
        if not as_json:
            say("Analysing the recording ...")
        finished = _analyse(video, show(f"analysing {video.name}"), keep=not no_store)
    _answer(truth, finished, video, as_json=as_json)


def pair(truth: "Sequence[TrueEvent]", found: "Sequence[Event]") -> list[Pair]:
    """Events of the script with what was found for them, in time order.

    They belong together when kind and direction agree and they overlap; the one that overlaps most
    is taken, each once.
    """
    left = list(found)
    pairs = []
    for true in truth:
        fitting = [
            event
            for event in left
            if event.kind is true.kind
            and event.direction is true.direction
            and event.interval.overlap(true.interval) > 0
        ]
        best = max(fitting, key=lambda event: event.interval.overlap(true.interval), default=None)
        if best is not None:
            left.remove(best)
        pairs.append(Pair(true, best))
    pairs += [Pair(None, event) for event in left]
    return sorted(pairs, key=lambda one: one.onset)


def _scenario(name: str) -> "Scenario":
    """A shipped scenario, or one in a text file.

    Raises:
        SettingsError: there is none of that name, or it cannot be read.
    """
    from proctor_desktop.domain.errors import SettingsError
    from proctor_desktop.simulation.scenario import SUFFIX, Scenario

    path = Path(name)
    if path.suffix != SUFFIX:
        return Scenario.load(name)
    try:
        return Scenario.parse(path.read_text("utf-8"), path.stem)
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"The script {path} cannot be read: {error}.") from error


def _folder(path: Path) -> Path:
    from proctor_desktop.domain.errors import StorageError

    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StorageError(
            f"The folder {path} cannot be made: {error.strerror}. Choose another with --output."
        ) from error
    return path


def _analyse(video: Path, progress: Callable[[float], None], *, keep: bool) -> "Finished":
    from proctor_desktop.cli.needed import services_for
    from proctor_desktop.domain.report import Subject
    from proctor_desktop.services.analyses import Request

    with services_for({}, keep=keep) as services:
        request = Request(video, Subject(SUBJECT, EXAM), services.settings.analysis)
        finished = services.analyses.analyze(request, progress=progress)
        if services.kept is not None:
            services.kept.save(finished)
    return finished


def _answer(truth: "Truth", finished: "Finished", video: Path, *, as_json: bool) -> None:
    from proctor_desktop.cli.output import material_of, write
    from proctor_desktop.report.document import to_plain
    from proctor_desktop.report.files import Format

    files = [
        video,
        *write(video.parent, video.stem, material_of(finished), tuple(Format), own=True),
    ]
    pairs = pair(truth.events, finished.outcome.assessment.events)
    if as_json:
        answer_json(
            {
                "report": to_plain(finished.report),
                "comparison": [_plain(one) for one in pairs],
                "files": [str(path) for path in files],
            }
        )
        return
    from proctor_desktop.cli.display import show_comparison, show_files, show_report

    console = screen()
    show_report(console, finished.report)
    show_comparison(console, pairs)
    show_files(console, files)
    console.print(f"Open {video.with_suffix('.html')} in a browser to read the whole report.")


def _plain(one: Pair) -> dict[str, object]:
    return {
        "truth": _plain_event(one.true),
        "found": _plain_event(one.found),
        "reportable": one.true is not None and one.true.is_reportable,
    }


def _plain_event(event: "TrueEvent | Event | None") -> dict[str, object] | None:
    if event is None:
        return None
    return {
        "kind": event.kind.value,
        "direction": event.direction.value if event.direction else None,
        "start": event.interval.onset / 1_000_000,
        "end": event.interval.offset / 1_000_000,
    }
