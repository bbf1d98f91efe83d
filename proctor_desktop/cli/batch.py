"""Several recordings to reports; one that cannot be used never stops the others."""

import logging
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from proctor_desktop.cli.progress import progress_bars
from proctor_desktop.cli.terminal import (
    BUG,
    DONE,
    INPUT,
    INTERRUPTED,
    STORAGE,
    answer_json,
    say,
    screen,
)
from proctor_desktop.domain.errors import AnalysisCancelled, ProctorError, StorageError

if TYPE_CHECKING:
    from proctor_desktop.domain.report import Report
    from proctor_desktop.engine.segmented import SegmentedEngine
    from proctor_desktop.report.files import Format, Material
    from proctor_desktop.services.analyses import AnalysisService, Finished, Request
    from proctor_desktop.services.reports import ReportService

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Failure:
    """A recording without report: the sentence, and the exit code that it asks for."""

    video: Path
    kind: str
    sentence: str
    code: int


@dataclass(slots=True)
class Batch:
    """What came of several recordings.

    Attributes:
        reports: of the recordings in ``videos``, in the same order.
        files: report files that were written.
        failures: recordings without report.
        known: how many reports were there already, from an earlier run.
        is_stopped: whether a person stopped it before its end.
    """

    reports: "list[Report]" = field(default_factory=list)
    videos: list[Path] = field(default_factory=list)
    files: list[Path] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    known: int = 0
    is_stopped: bool = False

    @property
    def code(self) -> int:
        """The exit code: a bug weighs more than storage, storage more than a bad video."""
        if self.is_stopped:
            return INTERRUPTED
        codes = {failure.code for failure in self.failures}
        return next((code for code in (BUG, STORAGE, INPUT) if code in codes), DONE)


@dataclass(frozen=True, slots=True)
class Errand:
    """One recording to analyse, what its progress bar says, and the name its files get."""

    request: "Request"
    title: str
    stem: str


@dataclass(frozen=True, slots=True)
class Work:
    """How recordings are worked off.

    Attributes:
        analyses, engine: make reports.
        kept: keeps them; None where they are not to be kept.
        output: folder for report files, None for none.
        formats: of those files.
        again: whether recordings are analysed that have a report of the same settings already.
    """

    analyses: "AnalysisService"
    engine: "SegmentedEngine"
    kept: "ReportService | None"
    output: Path | None
    formats: "Sequence[Format]"
    again: bool = False

    def run(self, errands: Sequence[Errand]) -> Batch:
        """Work off the recordings in turn; what fails is noted, and the rest goes on.

        The next one begins when the workers have the last part of the one before, so that none of
        them waits.

        Ctrl+C stops it: what is done by then comes back.
        """
        from proctor_desktop.services.turns import Turns

        batch, cancelled = Batch(), threading.Event()
        _say_twins([errand.request.path for errand in errands])
        with progress_bars(len(errands)) as show:

            def result(errand: Errand, hand_over: Callable[[], None]) -> "Finished | Material":
                progress = show(errand.title)
                try:
                    known = None if self.again else self._known(errand.request)
                    if known is not None:
                        return known
                    analyses = self.analyses.with_engine(self.engine.handing_over(hand_over))
                    return analyses.analyze(errand.request, progress=progress, cancelled=cancelled)
                finally:
                    progress(1.0)

            try:
                with closing(Turns(errands, result, cancelled.set).results()) as results:
                    for errand, future in results:
                        with _noting(batch, errand.request.path):
                            self._settle(batch, errand, future.result())
            except KeyboardInterrupt:
                batch.is_stopped = True
        return batch

    def _settle(self, batch: Batch, errand: Errand, result: "Finished | Material") -> None:
        """Keep what is new, write the files of what was known."""
        from proctor_desktop.report.files import Material

        if isinstance(result, Material):
            batch.known += 1
            self._write(batch, errand, result)
        else:
            self.take(batch, errand, result)

    def take(self, batch: Batch, errand: Errand, finished: "Finished") -> None:
        """Keep a report and write its files; the one is tried even where the other fails."""
        from proctor_desktop.cli.output import material_of

        if self.kept is not None:
            with _noting(batch, errand.request.path):
                self.kept.save(finished)
        with _noting(batch, errand.request.path):
            self._write(batch, errand, material_of(finished))

    def _write(self, batch: Batch, errand: Errand, material: "Material") -> None:
        from proctor_desktop.cli.output import write

        batch.reports.append(material.report)
        batch.videos.append(errand.request.path)
        if self.output is not None:
            batch.files += write(self.output, errand.stem, material, self.formats)

    def _known(self, request: "Request") -> "Material | None":
        """The report of an earlier run that was cut off, if it would come out the same now."""
        from proctor_desktop.engine.framing import as_read
        from proctor_desktop.media.video_file import file_sha256
        from proctor_desktop.pipeline import with_profile
        from proctor_desktop.report.builder import settings_sha256
        from proctor_desktop.services.analyses import flat, made_by

        if self.kept is None or not request.path.is_file():
            return None
        options, digest = request.options, file_sha256(request.path)
        for sampling in as_read(options.sampling):
            settings = flat(with_profile(replace(options, sampling=sampling), request.profile))
            found = self.kept.analysed(digest, settings_sha256(settings), request.subject)
            if found is not None:
                material = self.kept.material(found)
                versions = material.report.analysis.provenance.versions
                return material if versions == made_by(options.landmarks) else None
        return None


def _say_twins(videos: Sequence[Path]) -> None:
    """Say which recordings are the same: one of two candidates was given the other's."""
    from proctor_desktop.services.recordings import twins

    for later, first in twins(videos).items():
        say(f"{readable(later)} is the same recording as {readable(first)}.")


@contextmanager
def _noting(batch: Batch, video: Path) -> Iterator[None]:
    """Turns what goes wrong with one recording into a failure of the batch."""
    try:
        yield
    except AnalysisCancelled:
        raise
    except ProctorError as error:
        code = STORAGE if isinstance(error, StorageError) else INPUT
        batch.failures.append(Failure(video, type(error).__name__, str(error), code))
    except Exception as error:
        logger.exception("fault of the program in %s", video.name)
        sentence = f"A fault of the program ended the analysis ({type(error).__name__})."
        batch.failures.append(Failure(video, "InternalError", sentence, BUG))


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
    if batch.is_stopped:
        say(_stopped(len(batch.reports), asked))
    if batch.known and not as_json:
        say(_known_sentence(batch, asked))
    if asked > 1 and batch.failures:
        unfinished = {failure.video for failure in batch.failures}
        say(f"{len(unfinished)} of {asked} recordings were not finished:")
    for failure in batch.failures:
        say(f"{readable(failure.video)}: {failure.sentence}")


def _known_sentence(batch: Batch, asked: int) -> str:
    if asked == 1:
        return (
            f"This is the report that {readable(batch.videos[0])} had already; --again analyses it "
            "anew."
        )
    return f"{batch.known} of {asked} had a report already; --again analyses them anew."


def _stopped(done: int, asked: int) -> str:
    """What Ctrl+C left done, and how to go on."""
    if asked == 1:
        return "Stopped: the recording has no report. The same command begins anew."
    return (
        f"Stopped: {done} of {asked} recordings are done. The same command goes on with the rest, "
        "where reports are kept."
    )


def readable(path: Path | str) -> str:
    """A path as text that can be written anywhere, whatever encoding its name once had."""
    return str(path).encode("utf-8", "replace").decode()


def _plain(batch: Batch, asked: int) -> object:
    from proctor_desktop.report.document import to_plain

    reports = [to_plain(report) for report in batch.reports]
    if asked == 1 and reports and not batch.failures:
        return reports[0]
    return {
        "reports": reports,
        "failed": [
            {"video": readable(one.video), "error": one.kind, "detail": one.sentence}
            for one in batch.failures
        ],
    }
