"""What a report says that this version does not know, because a newer one wrote it.

Workstations of a centre are never updated in the same minute: such a report is listed, shown and
exchanged as it is, and says what this version only has names for.
"""

from collections.abc import Iterable, Iterator

from proctor_desktop.domain.events import Axis, Direction, EventKind
from proctor_desktop.domain.report import Report
from proctor_desktop.domain.review import OTHER_KIND
from proctor_desktop.domain.signals import Channel, Missing

_KINDS = {*(kind.value for kind in EventKind), OTHER_KIND}
_CHANNELS = {channel.value for channel in Channel}
_AXES = {axis.value for axis in Axis}
_DIRECTIONS = {direction.value for direction in Direction}
_REASONS = {reason.name.lower() for reason in Missing}


def spelled(code: str) -> str:
    """A code in words, for what this version has no better name for."""
    return code.replace("_", " ").strip().capitalize()


def unknown_in(report: Report) -> tuple[str, ...]:
    """Codes of kinds, directions, axes, channels and reasons that this version does not know."""
    return tuple(dict.fromkeys(_unknown(report)))


def warnings_of(report: Report) -> list[str]:
    """What to know before the numbers are believed; first, what cannot be shown here."""
    said = [warning.sentence for warning in report.analysis.warnings]
    unknown = unknown_in(report)
    if not unknown:
        return said
    names = ", ".join(spelled(code).lower() for code in unknown)
    newer = (
        "A newer version of this program made this report. This version only has names for:"
        f" {names}. Update it to see all that the report says."
    )
    return [newer, *said]


def _unknown(report: Report) -> Iterator[str]:
    analysis = report.analysis
    yield from _strangers((one.kind for one in analysis.incidents), _KINDS)
    yield from _strangers((one.kind for one in report.alert_details), _KINDS)
    yield from _strangers((one.direction for one in analysis.incidents), _DIRECTIONS)
    yield from _strangers((each.axis for each in analysis.calibration.derivations), _AXES)
    for channel in analysis.coverage.channels:
        yield from _strangers((channel.channel,), _CHANNELS)
        yield from _strangers(channel.missing, _REASONS)


def _strangers(codes: Iterable[str | None], known: set[str]) -> Iterator[str]:
    return (code for code in codes if code and code not in known)
