"""How recordings come into the queue, and how they get their names."""

from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from proctor_desktop.domain.errors import RosterError, SourceError
from proctor_desktop.domain.roster import Roster, read_roster
from proctor_desktop.gui.analysis import sayings
from proctor_desktop.gui.analysis.entries import QueueEntry, own_name
from proctor_desktop.gui.analysis.finding import found_in
from proctor_desktop.gui.analysis.queue import QueueModel
from proctor_desktop.gui.kit.background import Background
from proctor_desktop.gui.language.sentences import said
from proctor_desktop.gui.services import Services
from proctor_desktop.media.video_file import VideoFile
from proctor_desktop.services.recordings import twins


class Intake:
    """Puts recordings into the queue, each under the name of its roster line or its own file.

    Nothing is ever named after the recording before it.
    """

    def __init__(
        self,
        queue: QueueModel,
        background: Background,
        services: Services,
        say: Callable[[str], None],
    ) -> None:
        """Files are looked at in the ``background``; ``say`` is told what became of it all."""
        self._services = services
        self._queue = queue
        self._background = background
        self._say = say
        self._roster = Roster()

    def take_up(self, unfinished: Sequence[Mapping[str, str]]) -> None:
        """Queue what the last window did not finish."""
        left = [each for each in unfinished if Path(each["path"]).is_file()]
        for each in left:
            named = {name: text for name, text in each.items() if name != "path"}
            self._put(QueueEntry(self._queue.new_id(), Path(each["path"]), **named))  # type: ignore[arg-type]  # by name
        if left:
            self._say(sayings.left_from_last_time(len(left)))

    def add(self, given: Sequence[Path]) -> None:
        """Queue recordings, those in folders too; take rosters; say what was refused."""
        found = found_in(given)
        for roster in found.rosters:
            self.take_roster(roster)
        queued = {entry.path.absolute() for entry in self._queue.rows}
        twice = [path for path in found.recordings if path.absolute() in queued]
        for path in found.recordings:
            if path not in twice:
                entry = QueueEntry(self._queue.new_id(), path, own_name(path))
                self._put(self._rostered(entry))
        waiting = [entry.path for entry in self._queue.rows if entry.path.name]
        self._background.run(lambda: twins(waiting), self._note_twins)
        if found.recordings or not found.rosters:
            self._say(sayings.about_given(found, twice))

    def _put(self, entry: QueueEntry) -> None:
        self._queue.add(entry)
        self._background.run(
            lambda: (length_of(entry.path), self._is_known(entry.path)),
            lambda looked: self._looked_at(entry.id, *looked),
        )

    def _is_known(self, path: Path) -> bool:
        """Whether there is a report of this very recording, whatever it was called."""
        with suppress(OSError):
            return bool(self._services.recordings.already_analysed(path))
        return False

    def _looked_at(self, entry_id: int, seconds: float, is_known: bool) -> None:
        remark = sayings.analysed_before() if is_known else ""
        self._queue.change(entry_id, seconds=seconds, remark=remark)

    def _note_twins(self, found: Mapping[Path, Path]) -> None:
        """Say of each file that holds the same as an earlier one which one that is."""
        for entry in list(self._queue.rows):
            if entry.path in found:
                remark = sayings.same_as(found[entry.path])
                self._queue.change(entry.id, remark=remark)

    def take_roster(self, path: Path) -> None:
        """Name the recordings that wait, and all that come, after a table of candidates."""
        try:
            self._roster = read_roster(path.read_bytes())
        except (RosterError, OSError) as error:
            self._say(f"{path.name}: {said(str(error))}")
            return
        waiting = [entry for entry in self._queue.rows if entry.is_editable and not entry.is_live]
        for entry in waiting:
            self._queue.exchange(self._rostered(entry))
        self._say(sayings.roster_taken(path.name, self._roster, waiting))

    def _rostered(self, entry: QueueEntry) -> QueueEntry:
        """The entry, named after the one line of the roster that fits it."""
        fitting = self._roster.rows_for(entry.path.name)
        return entry.as_rostered(fitting[0]) if len(fitting) == 1 else entry

    def name(self, entry_ids: Collection[int], field: str, text: str) -> None:
        """Say whom entries show; those that run or are done stay as they are."""
        for entry in list(self._queue.rows):
            if entry.id in entry_ids and entry.is_editable:
                own = own_name(entry.path) if field == "student_id" else ""
                self._queue.change(entry.id, **{field: text or own})


def length_of(path: Path) -> float:
    """Seconds of a recording as it says itself; 0 where it does not, or cannot be used."""
    try:
        with VideoFile(path, sha256="") as source:  # without a look at every byte
            return source.facts.declared_sec or 0.0
    except SourceError:
        return 0.0
