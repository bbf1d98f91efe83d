"""``analyze``: recordings to reports; one that cannot be used never stops the others."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import typer

from proctor_desktop.cli import arguments
from proctor_desktop.cli.batch import Errand, Work, answer, readable
from proctor_desktop.cli.terminal import stop_on_request

if TYPE_CHECKING:
    from proctor_desktop.domain.report import Subject
    from proctor_desktop.engine.segmented import SegmentedEngine
    from proctor_desktop.pipeline import AnalysisOptions
    from proctor_desktop.services.analyses import AnalysisService
    from proctor_desktop.services.reports import ReportService
    from proctor_desktop.settings import Settings

NO_EXAM = "unassigned"
"""Exam of a recording for which none was named."""

_NAME_LIMIT = 100


def analyze(
    videos: arguments.Videos,
    student_id: arguments.StudentId = None,
    exam_id: arguments.ExamId = NO_EXAM,
    calibration_duration: arguments.CalibrationDuration = None,
    exam_begins: arguments.ExamBegins = None,
    exam_ends: arguments.ExamEnds = None,
    profile: arguments.ProfileName = None,
    rotate: arguments.Rotation = None,
    changes: arguments.Changes = None,
    jobs: arguments.Jobs = None,
    scheduler: arguments.Scheduler = None,
    live: arguments.Live = False,
    seconds: arguments.Seconds = None,
    record: arguments.RecordFile = None,
    output: arguments.OutputFolder = None,
    formats: arguments.Formats = "json,csv,html,pdf",
    as_json: arguments.AsJson = False,
    no_store: arguments.NoStore = False,
    again: arguments.Again = False,
) -> None:
    """Analyse recordings and report what is worth a person's look.

    A recording that cannot be used never stops the others; it is named at the end. A batch that was
    cut off goes on where it stopped when it is started again.
    """
    from proctor_desktop.cli.output import chosen_formats

    stop_on_request()
    wanted = chosen_formats(formats)
    _check_live(videos, live=live, only_live={"--for": seconds, "--record": record})
    named = {
        "calibration.duration_sec": calibration_duration,
        "exam.begins_sec": exam_begins,
        "exam.ends_sec": exam_ends,
        "sampling.rotate": rotate,
    }
    pairs = _pairs(changes or [], named)
    engine = {"jobs": jobs, "scheduler": scheduler}
    chosen = {name: value for name, value in engine.items() if value is not None}
    with services_for(chosen, keep=not no_store, prepares=not live) as services:
        paths = [Path(video) for video in videos]
        settings = services.settings
        errands = _errands(paths, student_id, exam_id, profile, settings.analysis, pairs)
        work = Work(services.analyses, services.engine, services.kept, output, wanted, again)
        if live:
            from proctor_desktop import bootstrap
            from proctor_desktop.cli.live import Sitting, watch

            capturing = bootstrap.build_live(settings, services.analyses, keep=not no_store)
            sitting = Sitting(videos[0], capturing, seconds, record)
            batch = watch(sitting, errands[0], work)
        else:
            batch = work.run(errands)
    answer(batch, len(videos), as_json=as_json)
    raise typer.Exit(batch.code)


def _check_live(videos: Sequence[str], *, live: bool, only_live: Mapping[str, object]) -> None:
    """Refuse what does not go together.

    Raises:
        typer.BadParameter: several live sources, or an option that needs ``--live`` without it.
    """
    if live and len(videos) != 1:
        raise typer.BadParameter("--live watches one source at a time.")
    for name, value in only_live.items():
        if value is not None and not live:
            raise typer.BadParameter(f"{name} goes with --live only.")


def _pairs(changes: Sequence[str], named: Mapping[str, float | None]) -> dict[str, str]:
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


class Needed(NamedTuple):
    """The services that a command needs; ``kept`` is None where no report is to be kept."""

    settings: "Settings"
    engine: "SegmentedEngine"
    analyses: "AnalysisService"
    kept: "ReportService | None"


@contextmanager
def services_for(
    engine: Mapping[str, object], *, keep: bool, prepares: bool = False
) -> Iterator[Needed]:
    """The services that are needed; without keeping no database is opened.

    With ``prepares`` the workers load their models while everything else is made ready.
    """
    from functools import partial

    from proctor_desktop.engine.executors import is_elsewhere, open_workers
    from proctor_desktop.engine.segmented import SegmentedEngine
    from proctor_desktop.settings import load

    settings = load(engine=dict(engine)) if engine else load()
    with SegmentedEngine(partial(open_workers, settings.engine)) as workers:
        if prepares and not is_elsewhere(settings.engine):
            workers.prepare()
        from proctor_desktop import bootstrap

        if not keep:
            yield Needed(settings, workers, bootstrap.build_analyses(settings, workers), None)
            return
        services = bootstrap.build(settings, is_service=False, engine=workers)
        try:
            yield Needed(settings, workers, services.analyses, services.reports)
        finally:
            services.close()


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
    errands = []
    for number, (video, stem) in enumerate(zip(videos, file_stems(videos), strict=True), start=1):
        request = Request(video, _subject(video, student_id, exam_id), changed, accommodation)
        counted = f"{number} of {len(videos)}  " if len(videos) > 1 else ""
        errands.append(Errand(request, f"{counted}{readable(video.name)}", stem))
    return errands


def _subject(video: Path, student_id: str | None, exam_id: str) -> "Subject":
    from proctor_desktop.domain.report import Subject

    own = "".join(letter for letter in video.stem if letter.isprintable())
    name = own.strip()[:_NAME_LIMIT].strip() or "candidate"
    return Subject(name if student_id is None else student_id, exam_id)
