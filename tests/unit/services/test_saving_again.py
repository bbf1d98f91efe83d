"""A report that finds no room is held, and kept when there is some."""

import pytest

from proctor_desktop.domain.errors import DiskFullError, StorageError
from proctor_desktop.pipeline import Outcome
from proctor_desktop.services.analyses import Finished
from proctor_desktop.services.keeping import NotKeptError, kept
from tests.unit.report import samples


class Disk:
    """Keeps reports once it has room."""

    def __init__(self, *, has_room: bool) -> None:
        self.has_room = has_room
        self.reports: list[Finished] = []

    def save(self, finished: Finished) -> None:
        if not self.has_room:
            raise DiskFullError("The disk is full. Free some space.")
        self.reports.append(finished)


@pytest.fixture
def finished() -> Finished:
    outcome = Outcome(samples.FACTS, samples.RECORD, samples.track(), samples.assessment())
    return Finished(samples.report(), outcome)


def test_a_report_is_kept_once_there_is_room_again(finished: Finished) -> None:
    disk = Disk(has_room=False)
    with pytest.raises(NotKeptError) as refused:
        kept(finished, disk.save)
    disk.has_room = True
    assert refused.value.again() is finished
    assert disk.reports == [finished]


def test_it_is_held_however_often_there_is_no_room(finished: Finished) -> None:
    disk = Disk(has_room=False)
    with pytest.raises(NotKeptError) as first:
        kept(finished, disk.save)
    with pytest.raises(NotKeptError) as second:
        first.value.again()
    assert second.value.finished is finished


def test_the_sentence_says_what_happened_and_that_nothing_is_lost(finished: Finished) -> None:
    with pytest.raises(StorageError) as refused:
        kept(finished, Disk(has_room=False).save)
    assert str(refused.value) == (
        "The disk is full. Free some space. The report is held until the program ends; save it "
        "again before that."
    )
    assert isinstance(refused.value.__cause__, DiskFullError)


def test_what_finds_room_is_kept_at_once(finished: Finished) -> None:
    disk = Disk(has_room=True)
    assert kept(finished, disk.save) is finished
    assert disk.reports == [finished]
