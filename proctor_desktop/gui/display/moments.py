"""Points in time for people, on the clock of this computer, which is said."""

from datetime import datetime

from proctor_desktop.domain.recording import LIVE
from proctor_desktop.domain.report import RecordingRecord
from proctor_desktop.gui.language.translation import translate


def local_words(moment: datetime) -> str:
    """``2026-03-04 10:30:00 (UTC+01:00)``."""
    local = moment.astimezone()
    offset = f"{local:%z}"
    return f"{local:%Y-%m-%d %H:%M:%S} (UTC{offset[:3]}:{offset[3:5]})"


def began_words(recording: RecordingRecord) -> str:
    """When a recording began, as a sentence; empty where nobody knows."""
    if recording.began is None:
        return ""
    words = (
        translate("Review", "The recording began on {time}.")
        if recording.container == LIVE
        else translate("Review", "The recording began on {time}, as the file says.")
    )
    return words.format(time=local_words(recording.began))
