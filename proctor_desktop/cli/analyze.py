"""``analyze``: recordings to reports; one that cannot be used never stops the others."""

import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from proctor_desktop.cli.terminal import (
    BUG,
    DONE,
    INPUT,
    STORAGE,
    answer_json,
    say,
    screen,
    stop_on_request,
)
from proctor_desktop.domain.errors import AnalysisCancelled, ProctorError, StorageError

if TYPE_CHECKING:
    from proctor_desktop.cli.output import Format
    from proctor_desktop.domain.report import Report, Subject
    from proctor_desktop.pipeline import AnalysisOptions
    from proctor_desktop.services.analyses import AnalysisService, Finished, Request
    from proctor_desktop.services.reports import ReportService
    from proctor_desktop.settings import Settings

logger = logging.getLogger(__name__)

NO_EXAM = "unassigned"
"""Exam of a recording for which none was named."""

_NAME_LIMIT = 100


@dataclass(frozen=True, slots=True)
class Failure:
    """A recording without report: the sentence, and the exit code that it asks for."""

    video: Path
    kind: str
    sentence: str
    code: int


@dataclass(slots=True)
class Batch:
    """What came of several recordings; ``videos`` are those of ``reports``, in the same order."""

    reports: "list[Report]" = field(default_factory=list)
    videos: list[Path] = field(default_factory=list)
    files: list[Path] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)

    @property
    def code(self) -> int:
        """The exit code: a bug weighs more than storage, storage more than a bad video."""
        codes = {failure.code for failure in self.failures}
        return next((code for code in (BUG, STORAGE, INPUT) if code in codes), DONE)


@dataclass(frozen=True, slots=True)
class Errand:
    """One recording to analyse, and the name its files get."""

    request: "Request"
    stem: str


def analyze(
    videos: Annotated[
        list[Path], typer.Argument(metavar="VIDEO...", help="Video files.", show_default=False)
    ],
    student_id: Annotated[
        str | None,
        typer.Option(help="The candidate; each video's name without suffix if not given."),
    ] = None,
    exam_id: Annotated[str, typer.Option(help="The exam.")] = NO_EXAM,
    calibration_duration: Annotated[
        float | None,
        typer.Option(
            metavar="SECONDS",
            help="How long the candidate looks at their screen at the start; 0 skips calibration. "
            "Short clips need a short one.",
        ),
    ] = None,
    profile: Annotated[
        str | None,
        typer.Option(
            help="Accommodation: glasses, involuntary_movement, low_vision, paper_exam, "
            "second_screen or reader."
        ),
    ] = None,
    rotate: Annotated[
        int | None,
        typer.Option(
            metavar="DEGREES",
            help="Turn the picture clockwise by 90, 180 or 270 degrees where the file does not "
            "say how it was filmed.",
        ),
    ] = None,
    changes: Annotated[
        list[str] | None,
        typer.Option(
            "--set",
            metavar="KEY=VALUE",
            help="Change one analysis option, for example sampling.target_fps=10; may be repeated.",
        ),
    ] = None,
    jobs: Annotated[
        int | None, typer.Option(metavar="N", help="Worker processes; 0 takes one for each core.")
    ] = None,
    scheduler: Annotated[
        str | None,
        typer.Option(metavar="ADDRESS", help="Dask scheduler that shares the work, tcp://..."),
    ] = None,
    output: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Write report files into this folder.")
    ] = None,
    formats: Annotated[
        str, typer.Option("--format", metavar="LIST", help="Which files --output gets.")
    ] = "json,csv,html,pdf",
    as_json: Annotated[
        bool, typer.Option("--json", help="Print one JSON document and nothing else.")
    ] = False,
    no_store: Annotated[
        bool,
        typer.Option("--no-store", help="Do not keep the reports in this computer's database."),
    ] = False,
) -> None:
    """Analyse recordings and report what is worth a person's look.

    A recording that cannot be used never stops the others; it is named at the end.
    """
    from proctor_desktop.cli.output import chosen_formats

    stop_on_request()
    wanted = chosen_formats(formats)
    pairs = _pairs(changes or [], calibration_duration, rotate)
    engine = {"jobs": jobs, "scheduler": scheduler}
    chosen = {name: value for name, value in engine.items() if value is not None}
    with _services(chosen, keep=not no_store) as (analyses, kept, settings):
        errands = _errands(videos, student_id, exam_id, profile, settings.analysis, pairs)
        batch = run(errands, analyses, kept, output, wanted)
    answer(batch, len(videos), as_json=as_json)
    raise typer.Exit(batch.code)


def _pairs(
    changes: Sequence[str], calibration_duration: float | None, rotate: int | None
) -> dict[str, str]:
    """Options by dotted name, as text; ``--set`` wins."""
    named = {"calibration.duration_sec": calibration_duration, "sampling.rotate": rotate}
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


@contextmanager
def _services(
    engine: Mapping[str, object], *, keep: bool
) -> "Iterator[tuple[AnalysisService, ReportService | None, Settings]]":
    """The services that are needed; without keeping no database is opened."""
    from proctor_desktop import bootstrap
    from proctor_desktop.services.analyses import AnalysisService
    from proctor_desktop.settings import load

    settings = load(engine=dict(engine)) if engine else load()
    if keep:
        services = bootstrap.build(settings, is_service=False)
        try:
            yield services.analyses, services.reports, settings
        finally:
            services.close()
        return
    with bootstrap.build_engine(settings) as workers:
        analyses = AnalysisService(
            workers,
            folder=settings.folder,
            evidence=settings.evidence,
            min_free_mb=settings.keep.min_free_mb,
        )
        yield analyses, None, settings


def _errands(
    videos: Sequence[Path],
    student_id: str | None,
    exam_id: str,
    profile: str | None,
    options: "AnalysisOptions",
    pairs: Mapping[str, str],
) -> list[Errand]:
    """What to do with each video; wrong options are refused before anything is analysed.

    Raises:
        SettingsError: an option, profile or identifier cannot be used.
    """
    from proctor_desktop.cli.output import file_stems
    from proctor_desktop.domain.profile import built_in
    from proctor_desktop.services.analyses import Request
    from proctor_desktop.settings import with_pairs

    changed = with_pairs(options, pairs)
    accommodation = built_in(profile) if profile else None
    return [
        Errand(Request(video, _subject(video, student_id, exam_id), changed, accommodation), stem)
        for video, stem in zip(videos, file_stems(videos), strict=True)
    ]


def _subject(video: Path, student_id: str | None, exam_id: str) -> "Subject":
    from proctor_desktop.domain.report import Subject

    own = "".join(letter for letter in video.stem if letter.isprintable())
    name = own.strip()[:_NAME_LIMIT].strip() or "candidate"
    return Subject(name if student_id is None else student_id, exam_id)


def run(
    errands: Sequence[Errand],
    analyses: "AnalysisService",
    kept: "ReportService | None",
    output: Path | None,
    formats: "Sequence[Format]",
) -> Batch:
    """Analyse, keep and write each recording in turn; what fails is noted, and the rest goes on.

    Raises:
        AnalysisCancelled: a person stopped it.
    """
    from proctor_desktop.cli.output import material_of, write

    batch = Batch()
    with progress_bar() as show:
        for number, errand in enumerate(errands, start=1):
            video = errand.request.path
            counted = f"{number} of {len(errands)}  " if len(errands) > 1 else ""
            try:
                finished = analyses.analyze(errand.request, progress=show(counted + video.name))
                batch.reports.append(finished.report)
                batch.videos.append(video)
                if output is not None:
                    batch.files += write(output, errand.stem, material_of(finished), formats)
                _keep(finished, kept)
            except AnalysisCancelled:
                raise
            except ProctorError as error:
                code = STORAGE if isinstance(error, StorageError) else INPUT
                batch.failures.append(Failure(video, type(error).__name__, str(error), code))
            except Exception as error:
                logger.exception("fault of the program in %s", video.name)
                sentence = f"A fault of the program ended the analysis ({type(error).__name__})."
                batch.failures.append(Failure(video, "InternalError", sentence, BUG))
    return batch


def _keep(finished: "Finished", kept: "ReportService | None") -> None:
    if kept is not None:
        kept.save(finished)


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


def answer(batch: Batch, asked: int, *, as_json: bool) -> None:
    """Results on stdout, a sentence for each failure on stderr.

    Args:
        batch: what came of it.
        asked: how many videos were named: the report of one stands alone in JSON.
        as_json: whether stdout gets one JSON document in place of words.
    """
    if as_json:
        answer_json(_plain(batch, asked))
    else:
        from proctor_desktop.cli.display import show_batch, show_files, show_report

        console = screen()
        if asked == 1:
            for report in batch.reports:
                show_report(console, report)
        elif batch.reports:
            show_batch(console, batch.videos, batch.reports)
        show_files(console, batch.files)
    if asked > 1 and batch.failures:
        say(f"{len(batch.failures)} of {asked} recordings were not finished:")
    for failure in batch.failures:
        say(f"{failure.video}: {failure.sentence}")


def _plain(batch: Batch, asked: int) -> object:
    from proctor_desktop.report.document import to_plain

    reports = [to_plain(report) for report in batch.reports]
    if asked == 1 and not batch.failures:
        return reports[0]
    return {
        "reports": reports,
        "failed": [
            {"video": str(one.video), "error": one.kind, "detail": one.sentence}
            for one in batch.failures
        ],
    }
