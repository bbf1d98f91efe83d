"""What the Analysis page says in sentences."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from proctor_desktop.domain.live import LivePhase, LiveState
from proctor_desktop.domain.report import Report
from proctor_desktop.domain.roster import Roster
from proctor_desktop.gui.analysis.entries import QueueEntry
from proctor_desktop.gui.analysis.finding import Found
from proctor_desktop.gui.analysis.pace import Progress
from proctor_desktop.gui.display.gauges import class_words
from proctor_desktop.gui.language.translation import filled, translate
from proctor_desktop.scoring.extent import sayable_class

NAMED_AT_MOST = 3


def left_from_last_time(count: int) -> str:
    """After a start."""
    words = translate("Analysis", "Recordings left from last time: {count}. Start goes on.")
    return words.format(count=count)


def analysed_before() -> str:
    """Of a recording that has a report."""
    return translate("Analysis", "analysed before")


def same_as(first: Path) -> str:
    """Of a recording that holds the same as another of the list."""
    return translate("Analysis", "the same as {name}").format(name=first.name)


def about_given(found: Found, twice: Sequence[Path]) -> str:
    """What was not taken of what a person gave; empty where all was."""
    sentences = []
    if twice:
        words = translate("Analysis", "In the list already: {names}.")
        sentences.append(words.format(names=_names(twice)))
    if found.refused:
        words = translate("Analysis", "No recordings, and not taken: {names}.")
        sentences.append(words.format(names=_names(found.refused)))
    if found.empty:
        words = translate("Analysis", "No recording lies in: {names}.")
        sentences.append(words.format(names=_names(found.empty)))
    return " ".join(sentences)


def _names(paths: Sequence[Path]) -> str:
    names = ", ".join(path.name for path in paths[:NAMED_AT_MOST])
    more = len(paths) - NAMED_AT_MOST
    if more <= 0:
        return names
    return translate("Analysis", "{names} and {count} more").format(names=names, count=more)


def roster_taken(name: str, roster: Roster, waiting: Sequence[QueueEntry]) -> str:
    """Which recordings a roster named, and for which it says nothing or too much."""
    fitting = {entry.path.name: roster.rows_for(entry.path.name) for entry in waiting}
    named = sum(len(rows) == 1 for rows in fitting.values())
    sentence = translate(
        "Analysis", "{name}: candidates: {rows}; recordings named after it: {named} of {all}."
    ).format(name=name, rows=len(roster.rows), named=named, all=len(fitting))
    several = [(file, rows) for file, rows in fitting.items() if len(rows) > 1]
    if not several:
        return sentence
    file, rows = several[0]
    lines = ", ".join(str(row.line) for row in rows)
    words = translate("Analysis", "{file} fits several lines ({lines}) and keeps its own name.")
    return f"{sentence} {words.format(file=file, lines=lines)}"


def result(report: Report) -> str:
    """What an analysis found."""
    return filled(
        translate(
            "Analysis",
            "{student}: {risk} ({score:.2f}), incidents: {count}, measurable: {share:.0%}",
        ),
        student=report.student_id,
        risk=class_words(sayable_class(report)),
        score=report.analysis.risk_score,
        count=len(report.analysis.incidents),
        share=report.analysis.coverage.measurable_share,
    )


def not_saved(entry: QueueEntry | None) -> str:
    """After a report could not be kept."""
    words = translate(
        "Analysis", "The report about {student} is not saved: {reason} Save again keeps it."
    )
    return words.format(student=entry.student_id, reason=entry.problem) if entry else ""


def time_of_day(moment: datetime) -> str:
    """On this workstation, to the second."""
    return f"{moment.astimezone():%H:%M:%S}"


def source_alarm(state: LiveState | None) -> str:
    """What stands on the picture while its source is away or not recorded; else empty."""
    if state is None:
        return ""
    return "\n".join(filter(None, (_signal_alarm(state), _disk_alarm(state))))


def _disk_alarm(state: LiveState) -> str:
    if state.unrecorded_since is None:
        return ""
    words = translate("Analysis", "Not recorded since {time}: the disk is full")
    return words.format(time=time_of_day(state.unrecorded_since))


def _signal_alarm(state: LiveState) -> str:
    if state.phase not in (LivePhase.LOST, LivePhase.TRYING):
        return ""
    since = translate("Analysis", "No signal since {time}").format(time=time_of_day(state.since))
    if not state.attempt:
        return since
    words = translate("Analysis", "connecting again, attempt {count}")
    return f"{since}\n{words.format(count=state.attempt)}"


def recording_changed(entry: QueueEntry, state: LiveState) -> str:
    """When a full disk stopped the recording of a capture, or there was room again."""
    if state.unrecorded_since is None:
        words = translate("Analysis", "{student}: recorded again, in another file.")
        return words.format(student=entry.student_id)
    words = translate(
        "Analysis",
        "{student}: not recorded since {time}, because the disk is full. It is measured all the "
        "same. Free some space: then it is recorded again.",
    )
    return words.format(student=entry.student_id, time=time_of_day(state.unrecorded_since))


def source_changed(entry: QueueEntry, state: LiveState) -> str:
    """When the source of a capture went away or came back."""
    if state.phase is LivePhase.BACK:
        words = translate("Analysis", "{student}: the picture is back after {seconds:.0f} s.")
        return words.format(student=entry.student_id, seconds=state.gap_sec)
    words = translate(
        "Analysis", "{student}: no signal since {time}. It is tried again until you stop it."
    )
    return words.format(student=entry.student_id, time=time_of_day(state.since))


def how_far(progress: Progress, seconds_left: float | None) -> str:
    """Minutes of recording, results, and how long the rest will take."""
    if not progress.files:
        return ""
    words = filled(
        translate(
            "Analysis", "{done:.1f} of {all:.1f} minutes analysed; recordings: {count} of {files}"
        ),
        done=progress.done_sec / 60,
        all=progress.all_sec / 60,
        count=progress.done,
        files=progress.files,
    )
    if progress.failed:
        failed = translate("Analysis", "could not be used: {count}").format(count=progress.failed)
        words = f"{words}; {failed}"
    if seconds_left is not None:
        words = f"{words}; {_left(seconds_left)}"
    return words


def _left(seconds: float) -> str:
    if seconds < 60:
        return translate("Analysis", "less than a minute left")
    return translate("Analysis", "about {count} min left").format(count=round(seconds / 60))
