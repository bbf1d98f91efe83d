"""Where the recording of a report lies on this workstation, so that it can be shown beside it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from proctor_desktop.media.video_file import file_sha256
from proctor_desktop.storage.repositories.places import Place
from proctor_desktop.storage.unit_of_work import Store

SUFFIXES = frozenset(
    {
        ".mp4",
        ".m4v",
        ".mkv",
        ".mov",
        ".avi",
        ".webm",
        ".mpg",
        ".mpeg",
        ".ts",
        ".wmv",
        ".flv",
        ".ogv",
    }
)
"""Endings of the files that a search looks into."""


@dataclass(frozen=True, slots=True)
class Searched:
    """One file of a search: the how-manieth of how many, and the reports whose recording it is."""

    path: Path
    done: int
    total: int
    report_ids: tuple[str, ...]


class RecordingService:
    """Remembers and finds recordings. A file that is not the one of the report is never given."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def recording_of(self, report_id: str) -> Path | None:
        """Where the recording of a report lies; None where it is not any more, or never was.

        A file that looks other than when it was remembered is hashed, which takes seconds.
        """
        with self._store.reading() as unit:
            places, source = unit.places.of(report_id), unit.places.source(report_id)
        return next((place.path for place in places if _is_still(place, source)), None)

    def remember(self, report_id: str, path: Path) -> None:
        """Keep where the recording of a report lies; the caller knows that it is this one.

        Raises:
            OSError: there is no such file.
        """
        place = Place.of(path)
        with self._store.writing() as unit:
            unit.places.set([report_id], unit.places.source(report_id), place)

    def take_over(self, remembered: Mapping[str, Path]) -> int:
        """Keep where recordings lie that somebody else remembered by their hash; how many.

        Each is hashed, which takes seconds a gigabyte, and left out if it is another one now.
        """
        wanted = self.missing()
        likely = [path for source, path in remembered.items() if source in wanted]
        return sum(bool(self._matched(path, wanted)) for path in likely)

    def missing(self) -> dict[str, tuple[str, ...]]:
        """Ids of the reports of each recording that is not where it was, by its hash."""
        with self._store.reading() as unit:
            sources = unit.places.sources()
        return {
            source: tuple(report_ids)
            for source, report_ids in sources.items()
            if self.recording_of(report_ids[0]) is None
        }

    def already_analysed(self, path: Path) -> tuple[str, ...]:
        """Ids of the reports of this very recording, under whatever name it was analysed.

        A file that lies where it was remembered costs nothing, any other one is hashed, which takes
        a second or two a gigabyte.

        Raises:
            OSError: there is no such file.
        """
        place = Place.of(path)
        with self._store.reading() as unit:
            source = unit.places.source_at(place)
        source = source or file_sha256(path)
        with self._store.reading() as unit:
            return tuple(unit.places.reports_of(source))

    def search(
        self, folder: Path, is_stopped: Callable[[], bool] = lambda: False
    ) -> Iterator[Searched]:
        """Look into every video below a folder, and remember those that are missing.

        Yields after each file; ends early when all are found, or when ``is_stopped``. Files that
        cannot be read are passed over.
        """
        wanted = self.missing()
        files = sorted(one for one in folder.rglob("*") if one.suffix.lower() in SUFFIXES)
        for done, path in enumerate(files, start=1):
            if is_stopped() or not wanted:
                return
            yield Searched(path, done, len(files), self._matched(path, wanted))

    def _matched(self, path: Path, wanted: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
        try:
            source, place = file_sha256(path), Place.of(path)
        except OSError:
            return ()
        report_ids = wanted.pop(source, ())
        if report_ids:
            with self._store.writing() as unit:
                unit.places.set(report_ids, source, place)
        return report_ids


def twins(paths: Sequence[Path]) -> Mapping[Path, Path]:
    """Files that hold the same as an earlier one, each with the first of its kind.

    Only files of equal size are hashed; one that cannot be read has no twin.
    """
    sizes: dict[int, list[Path]] = {}
    for path in paths:
        with suppress(OSError):
            sizes.setdefault(path.stat().st_size, []).append(path)
    found: dict[Path, Path] = {}
    for alike in (each for each in sizes.values() if len(each) > 1):
        first: dict[str, Path] = {}
        for path in alike:
            with suppress(OSError):
                found[path] = first.setdefault(file_sha256(path), path)
    return {path: same for path, same in found.items() if path != same}


def _is_still(place: Place, source: str | None) -> bool:
    """Whether the remembered file is there and still the recording."""
    try:
        if Place.of(place.path) == place:
            return True
        return source is not None and file_sha256(place.path) == source
    except OSError:
        return False
